/**
 * `npm run dev [-- <folder of a built map>] [-- vite arguments]`: the viewer from its sources, loaded again on every save,
 * on the map of that folder; without one on that of `output/`, which is built from the bundled sample if it is not there.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { ensureBuilt, ensureInstalled, ensureNode, ROOT, run, runBin } from "./setup.mjs";

const args = process.argv.slice(2);
const named = args[0] !== undefined && !args[0].startsWith("-") ? args.shift() : undefined;
const folder = named === undefined ? join(ROOT, "output") : resolve(named);

ensureNode();
ensureInstalled();
if (!existsSync(join(folder, "graph.json"))) {
  if (named !== undefined) {
    console.error(`no map in ${folder}: give a folder that \`paperweave build\` has written`);
    process.exit(2);
  }
  ensureBuilt();
  const sample = ["daily-papers-a.txt", "daily-papers-b.txt"].map((name) => join(ROOT, "src/sample", name));
  run(process.execPath, [join(ROOT, "dist/cli/main.js"), "build", ...sample, "-o", folder]);
}
process.env.PAPERWEAVE_MAP = folder;
runBin("vite", ["--config", "web/vite.config.ts", "--logLevel", "info", ...args]);
