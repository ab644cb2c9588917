/**
 * The pages for people, and the code in them.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "..");
export const PAGES = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "src/recipes/programs.md"] as const;

export interface CodeBlock {
  readonly page: string;
  /** As written behind the fence; empty where nothing is. */
  readonly language: string;
  readonly lines: readonly string[];
}

export function readPage(page: string): string {
  return readFileSync(join(ROOT, page), "utf8");
}

/** Fenced blocks, in order. */
export function blocksOf(page: string): CodeBlock[] {
  return [...readPage(page).matchAll(/^```(\w*)\n([^]*?)^```/gm)].map(([, language = "", text = ""]) => ({
    page,
    language,
    lines: text.split("\n").filter((line) => line !== ""),
  }));
}

/** What stands in backquotes in the running text. */
export function spansOf(page: string): string[] {
  const text = readPage(page).replaceAll(/^```[^]*?^```/gm, "");
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, span = ""]) => span);
}
