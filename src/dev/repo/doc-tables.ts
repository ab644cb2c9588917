/**
 * The tables of the README files that are made from lists in the code, each between two comments. A test compares;
 * `npm run tables` writes them.
 */
import { BUILD_RECORDS, FORMATS } from "../../export/formats.ts";
import { sourceTable } from "../../fetch/sources.ts";
import { formatTable } from "../../read/readers.ts";

export interface DocTable {
  /** `<!-- NAME: made from SOURCE -->` opens it, `<!-- /NAME -->` closes it. */
  readonly name: string;
  readonly source: string;
  /** Pages that hold it, from the project's root. */
  readonly pages: readonly string[];
  /** As Markdown. */
  readonly text: string;
}

export const DOC_TABLES: readonly DocTable[] = [
  { name: "formats", source: "src/read/readers.ts", pages: ["README.md"], text: formatTable() },
  { name: "sources", source: "src/fetch/sources.ts", pages: ["README.md"], text: sourceTable() },
  {
    name: "files",
    source: "src/export/formats.ts",
    pages: ["README.md", "output/README.md"],
    text: markdownTable(
      ["file", "for"],
      [
        ...FORMATS.filter(({ isBuilt }) => isBuilt).map(({ files, purpose }) => [code(files), purpose]),
        ...BUILD_RECORDS.map((record) => [code([record]), record.purpose]),
      ],
    ),
  },
  {
    name: "exports",
    source: "src/export/formats.ts",
    pages: ["README.md"],
    text: markdownTable(
      ["`--format`", "files", "for"],
      FORMATS.filter(({ isBuilt }) => !isBuilt).map(({ id, files, purpose }) => [`\`${id}\``, code(files), purpose]),
    ),
  },
];

/** What stands before, in and after a table of a page; undefined where the page does not hold it. */
export function cutTable(
  page: string,
  { name, source }: DocTable,
): { readonly before: string; readonly table: string; readonly after: string } | undefined {
  const [open, close] = [`<!-- ${name}: made from ${source} -->\n\n`, `\n\n<!-- /${name} -->`];
  const start = page.indexOf(open) + open.length;
  const end = page.indexOf(close, start);
  if (start < open.length || end < 0) return undefined;
  return { before: page.slice(0, start), table: page.slice(start, end), after: page.slice(end) };
}

function code(files: readonly { readonly name: string }[]): string {
  return files.map(({ name }) => `\`${name}\``).join(" ");
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows]
    .map((cells) => (cells[0] === "---" ? `|${cells.join("|")}|` : `| ${cells.join(" | ")} |`))
    .join("\n");
}
