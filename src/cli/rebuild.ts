/**
 * Builds a folder again from its own inputs and settings, in a process of its own so that the server stays awake.
 */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { UsageError } from "../lib/errors.ts";

interface RunRecord {
  readonly inputs?: readonly { readonly file: string }[];
  readonly settings?: unknown;
}

/** @throws UsageError when the folder does not say what it was built from, or the build fails. */
export async function rebuildFolder(
  dir: string,
  onProgress: (step: string, done: number, total: number) => void,
): Promise<void> {
  const record = await readRun(dir);
  const inputs = (record.inputs ?? []).map(({ file }) => file);
  if (inputs.length === 0 || inputs.includes("-"))
    throw new UsageError("this map was built from standard input; build it again on the command line");
  const scratch = await mkdtemp(join(tmpdir(), "paperweave-"));
  try {
    const settings = join(scratch, "settings.json");
    await writeFile(settings, JSON.stringify(record.settings ?? {}));
    await runBuild([...inputs, "-o", dir, "--config", settings, "--progress-json"], onProgress);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function readRun(dir: string): Promise<RunRecord> {
  try {
    return JSON.parse(await readFile(join(dir, "run.json"), "utf8")) as RunRecord;
  } catch (error) {
    throw new UsageError("run.json of this folder cannot be read", "build it again on the command line", {
      cause: error,
    });
  }
}

async function runBuild(
  args: readonly string[],
  onProgress: (step: string, done: number, total: number) => void,
): Promise<void> {
  const [, main = ""] = process.argv;
  const child = spawn(process.execPath, [...process.execArgv, main, "build", ...args], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const said: string[] = [];
  createInterface({ input: child.stderr }).on("line", (text) => {
    const progress = parseProgress(text);
    if (progress) onProgress(progress.step, progress.done, progress.total);
    else said.push(text);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  if (code !== 0) throw new UsageError(said.slice(-3).join("\n") || "the build failed");
}

function parseProgress(text: string): { step: string; done: number; total: number } | undefined {
  if (!text.startsWith('{"step":')) return undefined;
  return JSON.parse(text) as { step: string; done: number; total: number };
}
