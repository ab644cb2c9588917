/**
 * Files below a folder and files that match a pattern, in code-point order of their paths.
 */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { QUERY_ENDING } from "../contract/stored-query.ts";
import type { Problem } from "../domain/staged.ts";
import { compareCodePoints } from "../lib/order.ts";

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

/** The readable files below a folder; hidden folders, installed packages, readmes and maps built earlier are passed over. */
export async function findInFolder(
  folder: string,
  rule: NameRule,
): Promise<{ readonly files: readonly string[]; readonly passedOver?: Problem }> {
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
      } else if (rule.isReadable(entry.name) && !/^\.|^readme\b/i.test(entry.name)) files.push(path);
      else if (!entry.name.startsWith(".") && !entry.name.endsWith(QUERY_ENDING)) skipped.push(entry.name);
    }
  };
  await visit(folder);
  return skipped.length > 0 ? { files, passedOver: passedOver(folder, skipped, rule.hint) } : { files };
}

function passedOver(folder: string, names: readonly string[], hint: string): Problem {
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
