/**
 * Paths, folders, globs and `-`, packed or not → streams of text. A file that cannot be read is a problem; the others
 * are read.
 */
import { createHash, type Hash } from "node:crypto";
import { closeSync, createReadStream, openSync, readFileSync, readSync } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname, relative } from "node:path";
import type { Source } from "../domain/source.ts";
import type { Problem } from "../domain/staged.ts";
import { append } from "../lib/append.ts";
import { UsageError } from "../lib/errors.ts";
import { alsoPacked, type NameRule, nothingFound } from "../unpack/name-rule.ts";
import { packingOf, peekBytes, unpacked } from "../unpack/packing.ts";
import { decodeStream } from "../unpack/text-decoder.ts";
import { findInFolder, findPattern, isPattern } from "./find-files.ts";
import { gunzipStream } from "./gunzip.ts";
import { nextTurn } from "./next-turn.ts";
import { listZip } from "./zip-archive.ts";

/** A zip archive in a stream is kept whole, for its list stands at its end. */
const LARGEST_STREAMED_ZIP = 1 << 30;

/** Files up to this size are read at once. */
const SMALL = 1 << 16;

/** A source that is read from disk or standard input. */
export interface InputSource extends Source {
  /** SHA-256 of the decoded text in UTF-8, as hexadecimal digits; known when the text has been read to its end. */
  sha256(): string;
}

export interface ReadInputs {
  readonly sources: readonly InputSource[];
  readonly problems: readonly Problem[];
}

/**
 * Finds all inputs in the order given; folders, patterns and archives in code-point order. Texts are read when they are
 * asked for.
 *
 * @param rule which files of a folder are read, by their names.
 * @throws UsageError when nothing at all can be read.
 */
export async function readInputs(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  rule: NameRule,
): Promise<ReadInputs> {
  const problems: Problem[] = [];
  const sources: InputSource[] = [];
  const names = alsoPacked(rule);
  for (const file of await expandPaths(paths, names, problems)) {
    try {
      const found = await openInput(file, stdin, names);
      append(sources, found.sources);
      append(problems, found.problems);
    } catch (error) {
      problems.push(unreadable(file, error));
    }
  }
  if (sources.length === 0) {
    const first = problems.find(({ severity }) => severity === "error") ?? problems[0];
    throw new UsageError(
      first ? `${first.where?.file ?? ""}: ${first.message}` : `nothing to read in ${paths.join(", ")}`,
      first?.hint ?? "give files, folders, globs, or - for standard input",
    );
  }
  return { sources, problems };
}

/** The texts behind one name: one, or those of a zip archive. @throws for a file that cannot be read. */
async function openInput(file: string, stdin: AsyncIterable<Uint8Array>, rule: NameRule): Promise<ReadInputs> {
  const info = file === "-" ? undefined : await stat(file).catch((error: unknown) => error as NodeJS.ErrnoException);
  if (info instanceof Error) return openInner(file, rule, info);
  if (info?.isFile()) {
    if (packingOf(firstBytes(file)) !== "zip")
      return oneSource(file, info.size <= SMALL ? bytesAtOnce(file) : bytesOf(file));
    return manySources(await listZip(file, file, rule));
  }
  // Standard input, a pipe or a device: what was looked at is gone from it.
  const { head, all } = await peekBytes(file === "-" ? stdin : bytesOf(file));
  if (packingOf(head) !== "zip") return oneSource(file, all);
  return manySources(await listZip(file, await gathered(all), rule));
}

/** `archive.zip/inner.bib` is no path of the disk, but the name of a text in an archive. */
async function openInner(file: string, rule: NameRule, missing: Error): Promise<ReadInputs> {
  for (let archive = dirname(file); archive !== dirname(archive); archive = dirname(archive)) {
    const info = await stat(archive).catch(() => undefined);
    if (info?.isDirectory()) break;
    if (info?.isFile() && packingOf(firstBytes(archive)) === "zip")
      return manySources(await listZip(archive, archive, rule, relative(archive, file).replaceAll("\\", "/")));
  }
  throw missing;
}

function oneSource(file: string, bytes: AsyncIterable<Uint8Array>): ReadInputs {
  return { sources: [openSource(file, bytes)], problems: [] };
}

function manySources({ files, problems }: Awaited<ReturnType<typeof listZip>>): ReadInputs {
  return { sources: files.map((packed) => openSource(packed.file, packed.bytes())), problems };
}

async function expandPaths(paths: readonly string[], rule: NameRule, problems: Problem[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const info = path === "-" ? undefined : await stat(path).catch(() => undefined);
    if (info?.isDirectory()) {
      const found = await findInFolder(path, rule);
      append(problems, found.problems);
      if (found.files.length === 0) problems.push(nothingFound(path, "no readable file here", rule.hint));
      append(files, found.files);
    } else if (path !== "-" && !info && isPattern(path)) {
      // Unexpanded by the shell: quoted, or on Windows. A plain path that does not exist is reported when it is opened.
      const found = await findPattern(path);
      if (found.length === 0) problems.push(nothingFound(path, "the pattern matches no file"));
      append(files, found);
    } else files.push(path);
  }
  return [...new Set(files)];
}

function unreadable(file: string, error: unknown): Problem {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" && file.includes("\ufffd"))
    return {
      code: "input/unreadable",
      severity: "error",
      message: "its name is not in UTF-8, so that it cannot be opened",
      hint: "rename it",
      where: { file, line: 1 },
    };
  const hint = (error instanceof UsageError ? error.hint : undefined) ?? "check the path and its permissions";
  return { code: "input/unreadable", severity: "error", message: reason(error), hint, where: { file, line: 1 } };
}

/** Without waiting for another thread: a folder may hold a hundred thousand files. */
function firstBytes(file: string): Uint8Array {
  const opened = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(4);
    return bytes.subarray(0, readSync(opened, bytes));
  } finally {
    closeSync(opened);
  }
}

async function gathered(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of bytes) {
    length += part.length;
    if (length > LARGEST_STREAMED_ZIP)
      throw new UsageError("this zip archive is too large to be read from a stream", "give its file by name");
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function openSource(file: string, bytes: AsyncIterable<Uint8Array>): InputSource {
  const { text, repairs } = decodeStream(unpacked(bytes, gunzipStream), file);
  let hash: Hash | undefined;
  let digest: string | undefined;
  const sha256 = (): string => (digest ??= (hash ?? createHash("sha256")).digest("hex"));
  async function* hashed(): AsyncGenerator<string> {
    for await (const chunk of text) {
      (hash ??= createHash("sha256")).update(chunk);
      yield chunk;
    }
    // Of many files no more than the digits are kept.
    sha256();
    hash = undefined;
  }
  return { file, text: hashed(), repairs, sha256 };
}

/** A stream for each of many small files would be most of the time. */
async function* bytesAtOnce(file: string): AsyncGenerator<Uint8Array> {
  // Signals are heard between two files.
  await nextTurn();
  try {
    yield readFileSync(file);
  } catch (error) {
    throw new UsageError(reason(error), "check the file", { cause: error });
  }
}

async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(file)) yield chunk as Uint8Array;
  } catch (error) {
    throw new UsageError(reason(error), "check the file", { cause: error });
  }
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR") return "no such file or folder";
  if (code === "EACCES") return "no permission to read it";
  if (code === "EISDIR") return "this is a folder";
  return error instanceof Error ? error.message : String(error);
}
