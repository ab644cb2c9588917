/**
 * Paths, folders, globs and `-` → streams of text. A file that cannot be read is a problem; the others are read.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import type { Source } from "../domain/source.ts";
import type { Problem } from "../domain/staged.ts";
import { UsageError } from "../lib/errors.ts";
import { findInFolder, findPattern, isPattern, type NameRule } from "./find-files.ts";
import { decodeStream } from "./text-decoder.ts";

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
 * Finds all inputs in the order given; folders and patterns in code-point order. Texts are read when they are asked for.
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
  for (const file of await expandPaths(paths, rule, problems)) {
    const trouble = file === "-" ? undefined : await whyUnreadable(file);
    if (trouble === undefined) sources.push(openSource(file, stdin));
    else problems.push(unreadable(file, trouble));
  }
  if (sources.length === 0) {
    const first = problems[0];
    if (first?.code === "input/passed-over")
      throw new UsageError(`${first.where?.file ?? ""}: ${first.message}`, first.hint);
    throw new UsageError(
      first ? `${first.where?.file ?? ""}: ${first.message}` : `nothing to read in ${paths.join(", ")}`,
      "give files, folders, globs, or - for standard input",
    );
  }
  return { sources, problems };
}

async function expandPaths(paths: readonly string[], rule: NameRule, problems: Problem[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const info = path === "-" ? undefined : await stat(path).catch(() => undefined);
    if (info?.isDirectory()) {
      const found = await findInFolder(path, rule);
      if (found.passedOver) problems.push(found.passedOver);
      if (found.files.length === 0) problems.push(nothingFound(path, "no readable file here", rule.hint));
      files.push(...found.files);
    } else if (path !== "-" && !info && isPattern(path)) {
      // Unexpanded by the shell: quoted, or on Windows. A plain path that does not exist is reported when it is opened.
      const found = await findPattern(path);
      if (found.length === 0) problems.push(nothingFound(path, "the pattern matches no file"));
      files.push(...found);
    } else files.push(path);
  }
  return [...new Set(files)];
}

function nothingFound(
  file: string,
  message: string,
  hint = "check the pattern and the folder it starts from",
): Problem {
  return { code: "input/nothing-found", severity: "error", message, hint, where: { file, line: 1 } };
}

function unreadable(file: string, message: string): Problem {
  const hint = "check the path and its permissions";
  return { code: "input/unreadable", severity: "error", message, hint, where: { file, line: 1 } };
}

async function whyUnreadable(file: string): Promise<string | undefined> {
  try {
    const handle = await open(file);
    await handle.close();
    return undefined;
  } catch (error) {
    return reason(error);
  }
}

function openSource(file: string, stdin: AsyncIterable<Uint8Array>): InputSource {
  const bytes = file === "-" ? stdin : bytesOf(file);
  const { text, repairs } = decodeStream(bytes, file);
  const hash = createHash("sha256");
  let digest: string | undefined;
  return {
    file,
    text: hashed(text, (chunk) => hash.update(chunk)),
    repairs,
    sha256: () => (digest ??= hash.digest("hex")),
  };
}

async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(file)) yield chunk as Uint8Array;
  } catch (error) {
    throw new UsageError(reason(error), "check the file", { cause: error });
  }
}

async function* hashed(text: AsyncIterable<string>, update: (chunk: string) => unknown): AsyncGenerator<string> {
  for await (const chunk of text) {
    update(chunk);
    yield chunk;
  }
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT") return "no such file or folder";
  if (code === "EACCES") return "no permission to read it";
  if (code === "EISDIR") return "this is a folder";
  return error instanceof Error ? error.message : String(error);
}
