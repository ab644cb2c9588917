/**
 * Files below a folder and files that match a pattern, in code-point order of their paths.
 */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import type { Problem } from "../domain/staged.ts";
import { compareCodePoints } from "../lib/order.ts";
import { chooseInFolder, type NameRule, passedOver } from "../unpack/name-rule.ts";

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

/** The readable files below a folder: see `chooseInFolder`. */
export async function findInFolder(
  folder: string,
  rule: NameRule,
): Promise<{ readonly files: readonly string[]; readonly passedOver?: Problem }> {
  const files: string[] = [];
  const skipped: string[] = [];
  const visit = async (dir: string): Promise<void> => {
    const entries = await readdir(dir, { withFileTypes: true });
    const isFolder = new Map(entries.map((entry) => [entry.name, entry.isDirectory()]));
    const names = [...isFolder.keys()].sort(compareCodePoints);
    const chosen = chooseInFolder(
      { files: names.filter((name) => !isFolder.get(name)), folders: names.filter((name) => isFolder.get(name)) },
      rule,
    );
    skipped.push(...chosen.skipped);
    for (const name of [...chosen.files, ...chosen.folders].sort(compareCodePoints))
      if (isFolder.get(name)) await visit(join(dir, name));
      else files.push(join(dir, name));
  };
  await visit(folder);
  return skipped.length > 0 ? { files, passedOver: passedOver(folder, skipped, rule.hint) } : { files };
}
