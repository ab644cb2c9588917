/**
 * Writes one file that the user named: whole or not at all where that is possible, behind links, and straight into
 * devices and pipes, which must not be replaced by a file.
 */
import { open, readlink, stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { UsageError } from "../lib/errors.ts";
import { writeOutputs } from "./outputs.ts";

/** More links in a row than any system follows. */
const MAX_LINKS = 40;

/**
 * @param beside files that go into the same folder with it, by their endings behind its name; not beside a device
 * @throws UsageError when it cannot be written.
 */
export async function writeOutputFile(
  path: string,
  chunks: Iterable<string | Uint8Array>,
  beside: Readonly<Record<string, Iterable<string>>> = {},
): Promise<void> {
  const info = await stat(path).catch(() => undefined);
  if (isSystemPath(path) || (info && !info.isFile() && !info.isDirectory())) {
    await writeThrough(path, chunks);
    return;
  }
  const target = await behindLinks(path);
  const name = basename(target);
  const others = Object.entries(beside).map(([ending, text]) => [`${name}${ending}`, text] as const);
  await writeOutputs(dirname(target), { [name]: chunks, ...Object.fromEntries(others) });
}

/** `/dev/stdout`, `/proc/self/fd/3`: what looks like a file there is an open one of somebody. */
function isSystemPath(path: string): boolean {
  return /^\/(?:dev|proc)\//.test(resolve(path));
}

/** The file that a link stands for, even if it is not there yet. */
async function behindLinks(path: string): Promise<string> {
  let at = resolve(path);
  for (let links = 0; links < MAX_LINKS; links++) {
    const next = await readlink(at).catch(() => undefined);
    if (next === undefined) return at;
    at = resolve(dirname(at), next);
  }
  throw new UsageError(`${path}: its links lead round in a circle`);
}

async function writeThrough(path: string, chunks: Iterable<string | Uint8Array>): Promise<void> {
  try {
    const file = await open(path, "w");
    try {
      for (const chunk of chunks) await file.writeFile(chunk);
    } finally {
      await file.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EPIPE") return;
    throw new UsageError(`cannot write to ${path}: ${(error as Error).message}`, "name another file", { cause: error });
  }
}
