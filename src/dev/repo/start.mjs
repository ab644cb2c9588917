/**
 * `npm start [-- <paths> [--no-open]]`: installs and builds what is missing, builds the map of the bundled sample (or of
 * the given papers) and opens it.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, ensureNode, ROOT, run } from "./setup.mjs";

const args = process.argv.slice(2);
const viewFlags = args.filter((arg) => arg === "--no-open" || arg.startsWith("--port="));
const buildArgs = args.filter((arg) => !viewFlags.includes(arg));
const sample = join(ROOT, "src", "sample");
const papers = buildArgs.some((arg) => !arg.startsWith("-"))
  ? []
  : [join(sample, "daily-papers-a.txt"), join(sample, "daily-papers-b.txt")];

ensureNode();
ensureInstalled();
ensureBuilt();
const cli = join(ROOT, "dist/cli/main.js");
const output = join(ROOT, "output");
const named = buildArgs.some((arg) => arg === "-o" || arg.startsWith("--output"));
run(process.execPath, [cli, "build", ...papers, ...buildArgs, ...(named ? [] : ["-o", output])]);
const dir = named ? buildArgs[buildArgs.findIndex((arg) => arg === "-o" || arg === "--output") + 1] : output;
spawn(process.execPath, [cli, "view", dir, ...viewFlags], { stdio: "inherit" }).on("exit", (code) =>
  process.exit(code ?? 0),
);
