/**
 * Paths, folders, globs and `-` → texts. A file that cannot be read is a problem; the others are read.
 */
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Source } from "../domain/source.ts";
import type { Problem } from "../domain/staged.ts";
import { UsageError } from "../lib/errors.ts";
import { compareCodePoints } from "../lib/order.ts";
import { expandGlob, isGlob } from "./glob.ts";

/** Endings that a folder is searched for; files named by the user are read whatever they are called. */
const READABLE = /\.(txt|text|md|jsonl|ndjson|json)$/i;

export interface ReadInputs {
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
}

/**
 * Reads all inputs in the order given; folders and globs in code-point order.
 *
 * @throws UsageError when nothing at all could be read.
 */
export async function readInputs(paths: readonly string[], stdin: AsyncIterable<Uint8Array>): Promise<ReadInputs> {
  const problems: Problem[] = [];
  const sources: Source[] = [];
  for (const file of await expandPaths(paths, problems)) {
    try {
      const bytes = file === "-" ? await readAll(stdin) : await readFile(file);
      sources.push({ file, text: decodeText(bytes) });
    } catch (error) {
      problems.push({
        code: "input/unreadable",
        severity: "error",
        message: reason(error),
        hint: "check the path and its permissions",
        where: { file, line: 1 },
      });
    }
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

async function expandPaths(paths: readonly string[], problems: Problem[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    if (path === "-") files.push(path);
    else {
      const found = await findFiles(path, problems);
      if (found.length === 0)
        problems.push({
          code: "input/nothing-found",
          severity: "error",
          message: "no readable file here",
          hint: `files ending in .txt, .md, .jsonl or .json are taken from a folder`,
          where: { file: path, line: 1 },
        });
      files.push(...found);
    }
  }
  return [...new Set(files)];
}

async function findFiles(path: string, problems: Problem[]): Promise<string[]> {
  const info = await stat(path).catch(() => undefined);
  if (info?.isDirectory()) return findInFolder(path, problems);
  if (info) return [path];
  // Unexpanded by the shell (quoted, or on Windows); a path that does not exist is reported when it is opened.
  return isGlob(path) ? expandGlob(path) : [path];
}

/** The readable files below a folder; hidden folders, installed packages and maps built earlier are passed over. */
async function findInFolder(folder: string, problems: Problem[]): Promise<string[]> {
  const files: string[] = [];
  const skipped: string[] = [];
  const visit = async (dir: string): Promise<void> => {
    const entries = (await readdir(dir, { withFileTypes: true })).sort((a, b) => compareCodePoints(a.name, b.name));
    const names = new Set(entries.map(({ name }) => name));
    if (names.has("graph.json") && names.has("run.json")) return;
    for (const entry of entries) {
      const path = join(dir, entry.name);
      if (entry.isDirectory()) {
        if (!entry.name.startsWith(".") && entry.name !== "node_modules") await visit(path);
      } else if (READABLE.test(entry.name) && !/^readme\b/i.test(entry.name)) files.push(path);
      else if (!entry.name.startsWith(".")) skipped.push(entry.name);
    }
  };
  await visit(folder);
  if (skipped.length > 0) {
    const shown = skipped.slice(0, 3).join(", ");
    problems.push({
      code: "input/passed-over",
      severity: "info",
      message: `${skipped.length} ${skipped.length === 1 ? "file is" : "files are"} passed over by ${skipped.length === 1 ? "its" : "their"} ending: ${shown}${skipped.length > 3 ? ", …" : ""}`,
      hint: "files ending in .txt, .md, .jsonl or .json are read from a folder; name others one by one",
      where: { file: folder, line: 1 },
    });
  }
  return files;
}

/** UTF-8, UTF-16 by its byte-order mark, else Windows-1252 where the bytes are no valid UTF-8. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

/** What Windows-1252 has at 80–9F. Node 20's own decoder gives control characters there. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function decodeWindows1252(bytes: Uint8Array): string {
  const text = new TextDecoder("latin1").decode(bytes);
  return text.replace(/[\u0080-\u009f]/g, (unit) => WINDOWS_1252[unit.charCodeAt(0) - 0x80] ?? unit);
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT") return "no such file or folder";
  if (code === "EACCES") return "no permission to read it";
  if (code === "ERR_FS_FILE_TOO_LARGE" || code === "ERR_STRING_TOO_LONG") return "too large to read at once; split it";
  return error instanceof Error ? error.message : String(error);
}
