/**
 * Writes a set of files so that all appear together or the old ones stay.
 *
 * Everything goes to `<dir>/.paperweave-next` first and is flushed to disk; then a marker is written, then each file is
 * renamed into place. A run that dies before the marker leaves the old files; one that dies after it is finished by
 * `settleOutputs`, which every command that opens the folder calls.
 */
import { createHash } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../lib/errors.ts";

const STAGING = ".paperweave-next";
const MARKER = ".complete";

export interface WrittenFile {
  readonly bytes: number;
  readonly sha256: string;
}

export type OutputFiles = Readonly<Record<string, Iterable<string>>>;

/**
 * @param seal called with the hashes of all files; its files are written last, into the same set.
 * @throws UsageError when the folder cannot be written.
 */
export async function writeOutputs(
  dir: string,
  files: OutputFiles,
  seal?: (written: Readonly<Record<string, WrittenFile>>) => OutputFiles,
): Promise<Readonly<Record<string, WrittenFile>>> {
  const staging = join(dir, STAGING);
  try {
    await mkdir(dir, { recursive: true });
    await settleOutputs(dir);
    await mkdir(staging, { recursive: true });
    const written: Record<string, WrittenFile> = {};
    for (const [name, chunks] of Object.entries(files)) written[name] = await writeFlushed(join(staging, name), chunks);
    for (const [name, chunks] of Object.entries(seal?.(written) ?? {}))
      written[name] = await writeFlushed(join(staging, name), chunks);
    await writeFlushed(
      join(staging, MARKER),
      Object.keys(written).map((name) => `${name}\n`),
    );
    await flushFolder(staging);
    await settleOutputs(dir);
    return written;
  } catch (error) {
    // Without the marker nothing has been replaced yet: take the half-written set away.
    if (!(await exists(join(staging, MARKER))))
      await rm(staging, { recursive: true, force: true }).catch(() => undefined);
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined || error instanceof UsageError) throw error;
    throw new UsageError(
      `cannot write to ${dir}: ${(error as Error).message}`,
      "the old files are untouched; choose another folder with -o",
      { cause: error },
    );
  }
}

/** Finishes or removes what an interrupted run left in the folder. */
export async function settleOutputs(dir: string): Promise<void> {
  const staging = join(dir, STAGING);
  if (!(await exists(staging))) return;
  if (await exists(join(staging, MARKER))) {
    const names = (await readdir(staging)).filter((name) => name !== MARKER);
    for (const name of names) await rename(join(staging, name), join(dir, name));
    await flushFolder(dir);
  }
  await rm(staging, { recursive: true, force: true });
}

async function writeFlushed(path: string, chunks: Iterable<string>): Promise<WrittenFile> {
  const hash = createHash("sha256");
  const file = await open(path, "w");
  let bytes = 0;
  try {
    let batch: string[] = [];
    let length = 0;
    const flush = async (): Promise<void> => {
      const data = Buffer.from(batch.join(""), "utf8");
      hash.update(data);
      bytes += data.length;
      await file.write(data);
      [batch, length] = [[], 0];
    };
    for (const chunk of chunks) {
      batch.push(chunk);
      length += chunk.length;
      if (length > 1 << 18) await flush();
    }
    await flush();
    await file.sync();
  } finally {
    await file.close();
  }
  return { bytes, sha256: hash.digest("hex") };
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
