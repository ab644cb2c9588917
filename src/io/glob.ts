/**
 * `*`, `?`, `[…]` and `**` in paths, for shells that do not expand them.
 */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { compareCodePoints } from "../lib/order.ts";

export function isGlob(path: string): boolean {
  return /[*?[]/.test(path);
}

/** Files that match, in code-point order. */
export async function expandGlob(pattern: string): Promise<string[]> {
  const parts = pattern.split(/[\\/]/);
  const first = parts.findIndex(isGlob);
  const base = parts.slice(0, first).join("/") || (pattern.startsWith("/") ? "/" : ".");
  const test = new RegExp(`^${parts.slice(first).map(partPattern).join("")}$`, "u");
  const deep = parts.length - first > 1;
  const entries = await readdir(base, { withFileTypes: true, recursive: deep }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => test.test(relativeTo(base, path)))
    .sort(compareCodePoints);
}

function partPattern(part: string, index: number, all: readonly string[]): string {
  const last = index === all.length - 1;
  if (part === "**") return last ? ".*" : "(?:.*/)?";
  const escaped = part
    .replace(/[.+^${}()|\\]/g, "\\$&")
    .replace(/\*/g, "[^/]*")
    .replace(/\?/g, "[^/]");
  return last ? escaped : `${escaped}/`;
}

function relativeTo(base: string, path: string): string {
  const normal = path.replaceAll("\\", "/");
  const prefix = base === "." ? "" : `${base.replace(/\/$/, "")}/`;
  return normal.startsWith(prefix) ? normal.slice(prefix.length) : normal;
}
