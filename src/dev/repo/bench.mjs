/** `npm run bench`: whole builds, or, with `--viewer` or `--decisions` first, what the viewer costs and what a decision moves. */
import { build, ensureInstalled, ensureNode, runBin } from "./setup.mjs";

ensureNode();
ensureInstalled();
build();
const given = process.argv.slice(2);
const parts = {
  "--viewer": "test/bench/bench-viewer.ts",
  "--decisions": "src/dev/bench/bench-decisions.ts",
};
const [part] = given;
if (part in parts) runBin("tsx", [parts[part], ...given.slice(1)]);
else runBin("tsx", ["src/dev/bench/bench.ts", ...given]);
