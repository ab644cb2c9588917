/**
 * Writes a set of files so that all appear together or the old ones stay.
 *
 * Everything goes to a folder `<dir>/.paperweave-next-…` of the process first and is flushed to disk; then a marker is
 * written, then, one process at a time, each file is renamed into place, run.json last. A run that dies before the marker
 * leaves the old files; one that dies after it is finished by `settleOutputs`, which every command that opens the folder
 * calls. Of two runs into one folder the later one wins as a whole.
 */
import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { WrittenFile } from "../contract/run-record.ts";
import { UsageError } from "../lib/errors.ts";
import { isUntouchedFor } from "./file-age.ts";
import { sweepLocks, withFolderLock } from "./folder-lock.ts";
import { makeFolder } from "./make-folder.ts";
import type { Packer } from "./packer.ts";
import { isRunning, ownIdentity } from "./process-identity.ts";
import { isMissing } from "./read-fault.ts";
import { type OutputFiles, writeFiles } from "./write-files.ts";

const STAGING = ".paperweave-next-";
const MARKER = ".complete";
/** The record of the set: in place only when all the others are. */
const LAST = "run.json";
/** A set of a process that cannot be asked whether it lives is let alone for so long. */
const ABANDONED_MS = 3_600_000;

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
  const staging = join(dir, `${STAGING}${ownIdentity()}.${randomBytes(6).toString("hex")}`);
  let written: Readonly<Record<string, WrittenFile>>;
  try {
    await makeFolder(dir);
    await settleOutputs(dir);
    await mkdir(staging);
    written = await writeFiles(staging, files, startPacker);
    written = { ...written, ...(await writeFiles(staging, seal?.(written) ?? {})) };
    for (const name of Object.keys(written)) await refuseFolder(join(dir, name));
    await flushFolder(staging);
    await writeFiles(staging, { [MARKER]: Object.keys(written).map((name) => `${name}\n`) });
    await flushFolder(staging);
  } catch (error) {
    // Nothing has been replaced yet: take the half-written set away.
    await rm(staging, { recursive: true, force: true }).catch(() => undefined);
    throw unwritable(dir, error, "the old files are untouched; choose another folder with -o");
  }
  try {
    await withFolderLock(dir, async () => {
      await placeOrphans(dir);
      await placeFiles(dir, staging);
    });
  } catch (error) {
    throw unwritable(dir, error, "the new files are complete; the next command on this folder puts them in place");
  }
  return written;
}

/**
 * Finishes or removes what interrupted runs left in the folder; sets that are being written are let alone.
 *
 * @throws UsageError when a set is half in place, and the folder may not be written to.
 */
export async function settleOutputs(dir: string): Promise<void> {
  const left = (await readdir(dir).catch(() => [])).filter((name) => name.startsWith(".paperweave-"));
  if (left.length === 0) return;
  await sweepLocks(dir, left).catch(() => undefined);
  const sets = await waitingSets(dir);
  for (const { name, files } of sets)
    // Where nothing may be removed it stands in nobody's way either.
    if (!files && (await isAbandoned(name, join(dir, name))))
      await rm(join(dir, name), { recursive: true, force: true }).catch(() => undefined);
  if (!sets.some(isOrphan)) return;
  try {
    await withFolderLock(dir, async () => placeOrphans(dir));
  } catch (error) {
    throw unwritable(dir, error, "an interrupted run's files wait there; they are put in place where that is allowed");
  }
}

interface WaitingSet {
  readonly name: string;
  /** Of a complete set: how many files it holds, and how many of them are still to be put in place. */
  readonly files?: { readonly all: number; readonly left: number };
}

/** A set that is half in place comes first: the next one is then whole above it. */
async function waitingSets(dir: string): Promise<WaitingSet[]> {
  const names = (await readdir(dir).catch(() => [])).filter((name) => name.startsWith(STAGING)).sort();
  const sets = await Promise.all(names.map(async (name) => ({ name, ...(await filesOf(join(dir, name))) })));
  const isHalf = ({ files }: WaitingSet): boolean => files !== undefined && files.left < files.all;
  return [...sets.filter(isHalf), ...sets.filter((set) => !isHalf(set))];
}

async function filesOf(staging: string): Promise<Pick<WaitingSet, "files">> {
  const marker = await readFile(join(staging, MARKER), "utf8").catch(() => undefined);
  if (marker === undefined) return {};
  const left = (await readdir(staging).catch(() => [])).length - 1;
  return { files: { all: marker.split("\n").length - 1, left } };
}

/** Complete, and its own process will not put it in place, as far as can be told. */
function isOrphan({ name, files }: WaitingSet): boolean {
  return files !== undefined && isRunning(identityIn(name)) !== true;
}

/** Under the lock. */
async function placeOrphans(dir: string): Promise<void> {
  for (const set of await waitingSets(dir)) if (isOrphan(set)) await placeFiles(dir, join(dir, set.name));
}

async function isAbandoned(name: string, staging: string): Promise<boolean> {
  const running = isRunning(identityIn(name));
  if (running !== undefined) return !running;
  return isUntouchedFor(staging, ABANDONED_MS);
}

function identityIn(name: string): string {
  return name.slice(STAGING.length);
}

async function placeFiles(dir: string, staging: string): Promise<void> {
  const names: readonly string[] = await readdir(staging).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  for (const name of names.filter((other) => other !== MARKER && other !== LAST))
    await rename(join(staging, name), join(dir, name));
  if (names.includes(LAST)) await rename(join(staging, LAST), join(dir, LAST));
  await flushFolder(dir);
  await rm(staging, { recursive: true, force: true });
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
