/**
 * Files below a folder and files that match a pattern, in code-point order of their paths.
 */
import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import type { Problem } from "../domain/staged.ts";
import { OUTPUT_NAMES } from "../export/formats.ts";
import { UsageError } from "../lib/errors.ts";
import { append } from "../lib/append.ts";
import { compareCodePoints } from "../lib/order.ts";
import { chooseInFolder, type NameRule, passedOver } from "../unpack/name-rule.ts";
import { readFault } from "./read-fault.ts";

/** Whether a path is a pattern: `*`, `?`, `[a-z]`, `[!a]`, `{a,b}`, `**`. */
export function isPattern(path: string): boolean {
  return isDynamicPattern(path);
}

/** In one part of a path: the time of matching a long name grows with the power of their number. */
const MAX_STARS = 4;

/**
 * The files that match; hidden files and folders only where the pattern names the dot.
 *
 * @throws UsageError for a pattern of too many stars
 */
export async function findPattern(pattern: string): Promise<string[]> {
  // Patterns are written with `/`; on Windows people type `\`, which would escape the next character.
  const portable = process.platform === "win32" ? pattern.replaceAll("\\", "/") : pattern;
  const parts = portable.split("/");
  if (parts.some((part) => (part.match(/\*+|\+\(/gu) ?? []).length > MAX_STARS))
    throw new UsageError(
      `${JSON.stringify(pattern)} has more than ${MAX_STARS} stars between two slashes`,
      "write a pattern of fewer stars, or give the folder",
    );
  const first = parts.findIndex(isPattern);
  const base = parts.slice(0, first).join("/") || (portable.startsWith("/") ? "/" : ".");
  const found = await glob(parts.slice(first).join("/"), { cwd: base, dot: false, expandDirectories: false });
  return found.map((file) => join(base, file)).sort(compareCodePoints);
}

/**
 * The readable files below a folder: see `chooseInFolder`. What is no file is passed over, too: a pipe or a device would be
 * waited for.
 */
export async function findInFolder(
  folder: string,
  rule: NameRule,
): Promise<{ readonly files: readonly string[]; readonly problems: readonly Problem[] }> {
  const files: string[] = [];
  const skipped: string[] = [];
  const problems: Problem[] = [];
  const visit = async (dir: string): Promise<void> => {
    const entries = await readdir(dir, { withFileTypes: true }).catch((error: unknown) => {
      problems.push(unreadableFolder(dir, error));
      return [];
    });
    const entryOf = new Map(entries.map((entry) => [entry.name, entry]));
    const isFolder = (name: string): boolean => entryOf.get(name)!.isDirectory();
    const names = [...entryOf.keys()].sort(compareCodePoints);
    const chosen = chooseInFolder(
      { files: names.filter((name) => !isFolder(name)), folders: names.filter(isFolder) },
      rule,
      OUTPUT_NAMES,
    );
    append(skipped, chosen.skipped);
    for (const name of [...chosen.files, ...chosen.folders].sort(compareCodePoints)) {
      const path = join(dir, name);
      if (isFolder(name)) await visit(path);
      else if (await isFile(entryOf.get(name)!, path)) files.push(path);
      else skipped.push(name);
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
