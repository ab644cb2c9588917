/**
 * Files below a folder and files that match a pattern, in code-point order of their paths.
 */
import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { QUERY_ENDING } from "../contract/stored-query.ts";
import type { Problem } from "../domain/staged.ts";
import { BUILT_FILES } from "../export/formats.ts";
import { compareCodePoints } from "../lib/order.ts";
import { readFault } from "./read-fault.ts";

/** Which files of a folder are read; files named by the user are read whatever they are called. */
export interface NameRule {
  isReadable(name: string): boolean;
  /** Which names those are, as advice. */
  readonly hint: string;
}

/** Whether a path is a pattern: `*`, `?`, `[a-z]`, `[!a]`, `{a,b}`, `**`. */
export function isPattern(path: string): boolean {
  return isDynamicPattern(path);
}

/** The files that match; hidden files and folders only where the pattern names the dot. */
export async function findPattern(pattern: string): Promise<string[]> {
  // Patterns are written with `/`; on Windows people type `\`, which would escape the next character.
  const portable = process.platform === "win32" ? pattern.replaceAll("\\", "/") : pattern;
  const parts = portable.split("/");
  const first = parts.findIndex(isPattern);
  const base = parts.slice(0, first).join("/") || (portable.startsWith("/") ? "/" : ".");
  const found = await glob(parts.slice(first).join("/"), { cwd: base, dot: false, expandDirectories: false });
  return found.map((file) => join(base, file)).sort(compareCodePoints);
}

/** The problem of a place where nothing is found. */
export function nothingFound(
  file: string,
  message: string,
  hint = "check the pattern and the folder it starts from",
): Problem {
  return { code: "input/nothing-found", severity: "error", message, hint, where: { file, line: 1 } };
}

/** Hidden files and folders, installed packages, readmes, and what computers put beside files. */
export function isPassedOver(path: string): boolean {
  const parts = path.split("/");
  const name = parts.at(-1) ?? "";
  return (
    parts.some((part) => part.startsWith(".") || /^(node_modules|__MACOSX)$/.test(part)) || /^readme\b/i.test(name)
  );
}

/** Files of a map, which are no inputs of the next one. */
const OWN_FILES: ReadonlySet<string> = new Set([
  ...BUILT_FILES.map(({ name }) => name),
  ...["run.json", "ledger.tsv", "decisions.tsv"],
]);

/**
 * The readable files below a folder; hidden folders, installed packages, readmes, the files of maps built earlier, and what is
 * no file (a pipe or a device would be waited for) are passed over.
 */
export async function findInFolder(
  folder: string,
  rule: NameRule,
): Promise<{ readonly files: readonly string[]; readonly problems: readonly Problem[] }> {
  const files: string[] = [];
  const skipped: string[] = [];
  const problems: Problem[] = [];
  const visit = async (dir: string): Promise<void> => {
    const found = await readdir(dir, { withFileTypes: true }).catch((error: unknown) => {
      problems.push(unreadableFolder(dir, error));
      return [];
    });
    const entries = found.sort((a, b) => compareCodePoints(a.name, b.name));
    const names = new Set(entries.map(({ name }) => name));
    const isMap = names.has("graph.json") && names.has("run.json");
    for (const entry of entries) {
      const path = join(dir, entry.name);
      if (entry.isDirectory()) {
        if (!isPassedOver(`${entry.name}/`) && !belongsToPage(entry.name, names)) await visit(path);
      } else if (isMap && OWN_FILES.has(entry.name)) continue;
      else if (rule.isReadable(entry.name) && !isPassedOver(entry.name) && (await isFile(entry, path)))
        files.push(path);
      else if (!entry.name.startsWith(".") && !entry.name.endsWith(QUERY_ENDING)) skipped.push(entry.name);
    }
  };
  await visit(folder);
  if (skipped.length > 0) problems.push(passedOver(folder, skipped, rule.hint));
  return { files, problems };
}

/** A link that leads nowhere is told when it is opened. */
async function isFile(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  const info = await stat(path).catch(() => undefined);
  return info === undefined || info.isFile();
}

function unreadableFolder(dir: string, error: unknown): Problem {
  return {
    code: "input/unreadable",
    severity: "error",
    message: `this folder cannot be read: ${readFault(error)}`,
    hint: "check its permissions",
    where: { file: dir, line: 1 },
  };
}

/** Whether a folder holds the pictures and scripts of a page saved beside it: `Papers_files` of `Papers.html`. */
function belongsToPage(folder: string, names: ReadonlySet<string>): boolean {
  const page = /^(.+)[_-](?:files|Dateien|fichiers|archivos|bestanden)$/i.exec(folder)?.[1];
  return page !== undefined && ["html", "htm", "xhtml"].some((ending) => names.has(`${page}.${ending}`));
}

/** What is said of files that were not read for their names. */
export function passedOver(folder: string, names: readonly string[], hint: string): Problem {
  const shown = names.slice(0, 3).join(", ");
  const one = names.length === 1;
  return {
    code: "input/passed-over",
    severity: "info",
    message: `${names.length} ${one ? "file is" : "files are"} passed over by ${one ? "its" : "their"} ending: ${shown}${names.length > 3 ? ", …" : ""}`,
    hint: `${hint}; name others one by one`,
    where: { file: folder, line: 1 },
  };
}
