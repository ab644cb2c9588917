/** `npm run bench`. */
import { build, ensureInstalled, ensureNode, runBin } from "./setup.mjs";

ensureNode();
ensureInstalled();
build();
runBin("tsx", ["src/dev/bench/bench.ts", ...process.argv.slice(2)]);
