/**
 * What the pages name exists. `commands.test.ts` runs what they show, `recipes/clusters.test.ts` the scripts for clusters.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { cutTable, DOC_TABLES } from "../src/dev/repo/doc-tables.ts";
import { blocksOf, PAGES, readPage, ROOT, spansOf } from "./pages.ts";

const { scripts } = JSON.parse(readPage("package.json")) as { readonly scripts: Readonly<Record<string, string>> };

const codeOf = (page: string): string[] => [...blocksOf(page).flatMap(({ lines }) => lines), ...spansOf(page)];

/** Paths of the project that a page names: those in its folders, and the files at its root. */
function pathsIn(page: string): string[] {
  const links = [...readPage(page).matchAll(/\]\(([^)#:]+)\)/g)].map(([, target = ""]) => join(dirname(page), target));
  const named = codeOf(page).flatMap(
    (code) => code.match(/(?<![\w./-])(src|web|test|\.ci|\.vscode)\/[\w./-]+|(?<![\w./-])\.(nvmrc|vscode)\b/g) ?? [],
  );
  return [...new Set([...links, ...named.map((path) => path.replace(/\.$/, ""))])];
}

/** Where a page says `NAME` or `FOLDER`, what stands before it has to exist. */
const known = (path: string): string => path.replace(/\/[^/]*\b(NAME|FOLDER)\b.*$/, "");

describe.each([...PAGES, "src/recipes/clusters.md"])("%s", (page) => {
  it("names paths that exist", () => {
    expect(pathsIn(page).length).toBeGreaterThan(0);
    const missing = pathsIn(page)
      .map(known)
      .filter((path) => !existsSync(join(ROOT, path)));
    expect(missing).toEqual([]);
  });

  it("names scripts that exist", () => {
    const named = codeOf(page).flatMap((code) =>
      [...code.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = ""]) => name),
    );
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

describe("tables made from lists", () => {
  it.each(DOC_TABLES.flatMap((table) => table.pages.map((page) => [page, table.name, table] as const)))(
    "%s: %s is as the list says (npm run tables)",
    (page, _, table) => {
      expect(cutTable(readPage(page), table)?.table).toBe(table.text);
    },
  );
});
