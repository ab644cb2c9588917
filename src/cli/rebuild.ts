/**
 * Builds a folder again from its own inputs, settings and decisions, in a process of its own so that the server stays
 * awake.
 */
import { spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { renameSettings, resolveConfig } from "../config.ts";
import { DECISIONS_FILE } from "../io/load-decisions.ts";
import { findRun, workingFolder } from "../io/load-run.ts";
import { UsageError } from "../lib/errors.ts";

type Report = (step: string, done: number, total: number) => void;

/**
 * @param more options of `build` that change no output
 * @throws UsageError when the folder does not say what it was built from, or the build fails.
 */
export async function rebuildFolder(dir: string, onProgress: Report, more: readonly string[] = []): Promise<void> {
  const record = await findRun(dir);
  if (!record) throw new UsageError("this folder has no run.json", "build it again on the command line");
  const inputs = record.inputs.map(({ file }) => file);
  if (inputs.length === 0 || inputs.some((file) => file === "-" || file.startsWith("-/")))
    throw new UsageError("this map was built from standard input; build it again on the command line");
  const config = renameSettings(record.settings);
  resolveConfig(config, join(dir, "run.json"));
  const scratch = await mkdtemp(join(tmpdir(), "paperweave-"));
  const clear = (): void => {
    rmSync(scratch, { recursive: true, force: true });
  };
  process.once("exit", clear);
  try {
    const settings = join(scratch, "settings.json");
    await writeFile(settings, JSON.stringify(config));
    const output = resolve(dir);
    const exported = record.exports?.raw_csv ? ["--raw-csv"] : [];
    const args = ["-o", output, "--config", settings, ...exported, "--progress-json", ...more];
    const files = decisionFiles(record.decisions.files ?? [], output);
    const cwd = await workingFolder(dir, record);
    // Behind `--` a name is a name, whatever it looks like: the record may be a stranger's.
    await runBuild([...args, ...files.map((file) => `--decisions=${file}`), "--", ...inputs], cwd, onProgress);
  } finally {
    process.off("exit", clear);
    clear();
  }
}

/** Builds a map for the first time, with the arguments of `build`. @throws UsageError when that fails */
export async function buildFirst(args: readonly string[], onProgress: Report): Promise<void> {
  await runBuild(["--progress-json", ...args], process.cwd(), onProgress);
}

/** Those that --decisions named, then the folder's own, which the viewer writes; none: the build finds its own. */
function decisionFiles(named: readonly string[], output: string): readonly string[] {
  const own = join(output, DECISIONS_FILE);
  return named.length > 0 && existsSync(own) ? [...named, own] : named;
}

async function runBuild(args: readonly string[], cwd: string, onProgress: Report): Promise<void> {
  const [, main = ""] = process.argv;
  const child = spawn(process.execPath, [...process.execArgv, resolve(main), "build", ...args], {
    cwd,
    stdio: ["ignore", "ignore", "pipe"],
  });
  // A server that is stopped stops its build.
  const stop = (): boolean => child.kill("SIGKILL");
  process.once("exit", stop);
  const said: string[] = [];
  createInterface({ input: child.stderr }).on("line", (text) => {
    const progress = parseProgress(text);
    if (progress) onProgress(progress.step, progress.done, progress.total);
    else said.push(text);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  process.off("exit", stop);
  if (code !== 0) throw new UsageError(said.slice(-3).join("\n") || "the build failed");
}

function parseProgress(text: string): { step: string; done: number; total: number } | undefined {
  if (!text.startsWith('{"step":')) return undefined;
  return JSON.parse(text) as { step: string; done: number; total: number };
}
