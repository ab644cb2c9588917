/**
 * `npm test [-- shared] [-- vitest arguments]`: sets up what the tests need, then runs them.
 * With `shared` first: the suite over the shared fixtures instead.
 */
import { ensureBuilt, ensureInstalled, ensureNode, ensureSystemPackages, runBin } from "./setup.mjs";

const args = process.argv.slice(2);
const suite = args[0] === "shared" ? args.shift() : "own";

ensureNode();
ensureInstalled();
ensureSystemPackages();
ensureBuilt();
process.env.PAPERWEAVE_SUITE = suite;
process.env.TZ = "UTC";
runBin("vitest", ["run", "--config", "test/vitest.config.ts", ...args]);
