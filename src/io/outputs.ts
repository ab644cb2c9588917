/**
 * Writes a set of files so that all appear together or the old ones stay.
 *
 * Everything goes to `<dir>/.paperweave-next-<process>` first and is flushed to disk; then a marker is written, then each file is
 * renamed into place. A run that dies before the marker leaves the old files; one that dies after it is finished by
 * `settleOutputs`, which every command that opens the folder calls.
 */
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import type { WrittenFile } from "../contract/run-record.ts";
import { UsageError } from "../lib/errors.ts";
import type { Packer } from "./packer.ts";
import { type OutputFiles, writeFiles } from "./write-files.ts";

const STAGING = ".paperweave-next";
const MARKER = ".complete";

export interface WriteOptions {
  /** Called with the hashes of all files; its files are written last, into the same set. */
  readonly seal?: (written: Readonly<Record<string, WrittenFile>>) => OutputFiles;
  /** Packs beside this thread: see `writeFiles`. */
  readonly startPacker?: (() => Packer) | undefined;
}

/**
 * @throws UsageError when the folder cannot be written.
 */
export async function writeOutputs(
  dir: string,
  files: OutputFiles,
  { seal, startPacker }: WriteOptions = {},
): Promise<Readonly<Record<string, WrittenFile>>> {
  // The process's number keeps two runs into one folder from mixing their files: the later one wins as a whole.
  const staging = join(dir, `${STAGING}-${process.pid}`);
  let written: Readonly<Record<string, WrittenFile>>;
  try {
    await mkdir(dir, { recursive: true });
    await settleOutputs(dir);
    await mkdir(staging, { recursive: true });
    written = await writeFiles(staging, files, startPacker);
    written = { ...written, ...(await writeFiles(staging, seal?.(written) ?? {})) };
    for (const name of Object.keys(written)) await refuseFolder(join(dir, name));
    await writeFiles(staging, { [MARKER]: Object.keys(written).map((name) => `${name}\n`) });
    await flushFolder(staging);
  } catch (error) {
    // Nothing has been replaced yet: take the half-written set away.
    await rm(staging, { recursive: true, force: true }).catch(() => undefined);
    throw unwritable(dir, error, "the old files are untouched; choose another folder with -o");
  }
  try {
    await placeFiles(dir, staging);
  } catch (error) {
    throw unwritable(dir, error, "the new files are complete; the next command on this folder puts them in place");
  }
  return written;
}

/** Finishes or removes what interrupted runs left in the folder; sets that are being written are let alone. */
export async function settleOutputs(dir: string): Promise<void> {
  const names = (await readdir(dir).catch(() => [])).filter((name) => name.startsWith(`${STAGING}-`)).sort();
  for (const name of names) {
    const pid = Number(name.slice(STAGING.length + 1));
    if (pid !== process.pid && isRunning(pid)) continue;
    const staging = join(dir, name);
    if (await exists(join(staging, MARKER))) await placeFiles(dir, staging);
    else await rm(staging, { recursive: true, force: true });
  }
}

async function placeFiles(dir: string, staging: string): Promise<void> {
  const names = (await readdir(staging)).filter((name) => name !== MARKER);
  for (const name of names) await rename(join(staging, name), join(dir, name));
  await flushFolder(dir);
  await rm(staging, { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    // Signal 0 asks only.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function refuseFolder(path: string): Promise<void> {
  const info = await stat(path).catch(() => undefined);
  if (info?.isDirectory())
    throw new UsageError(
      `${path} is a folder, so no file of that name can be written`,
      "name a file, or another folder with -o",
    );
}

function unwritable(dir: string, error: unknown, hint: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined || error instanceof UsageError) return error;
  return new UsageError(`cannot write to ${dir}: ${(error as Error).message}`, hint, { cause: error });
}

async function flushFolder(dir: string): Promise<void> {
  // Not every platform can open a folder for syncing; the rename itself is still atomic there.
  const handle = await open(dir, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
