import { describe, expect, it } from "vitest";
import { CSV_TABLES, writeCsvRow } from "../../src/export/csv.ts";
import { spreadsheetCell } from "../../src/export/tables/spreadsheet-cells.ts";
import type { Cell, ColumnType } from "../../src/export/tables/table.ts";
import { HOSTILE, HOSTILE_TEXTS } from "../documents/hostile.ts";
import { TINY } from "../documents/tiny.ts";
import { temporaryFolder } from "../temporary.ts";
import { hasReader, readWith } from "./read-back.ts";
import { writeInto, writtenFiles, writtenText } from "./written.ts";

const folder = temporaryFolder();

describe("quoting", () => {
  it("quotes what needs quotes", () => {
    expect(writeCsvRow(["a,b", 'say "x"', "two\nlines", " blank", 1.5, undefined, "plain"])).toBe(
      '"a,b","say ""x""","two\nlines"," blank",1.5,,plain\n',
    );
  });

  it("has a row for every paper, term, node, edge and community, under a byte-order mark", async () => {
    const files = await writtenFiles("csv", TINY);
    const rows = Object.entries(files).map(([name, bytes]) => [
      name,
      bytes
        .toString()
        .replace(/"[^"]*"/g, "")
        .trim()
        .split("\n").length - 1,
    ]);
    expect(Object.fromEntries(rows)).toEqual({
      "papers.csv": 2,
      "terms.csv": 2,
      "nodes.csv": 4,
      "edges.csv": 6,
      "communities.csv": 3,
      "results.csv": 0,
      "definitions.csv": 0,
    });
    for (const bytes of Object.values(files)) expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});

describe("cells that a spreadsheet would run or spoil", () => {
  it.each<[cell: string, type: ColumnType, written: string]>([
    ["=1+1", "string", "'=1+1"],
    ["+x", "string", "'+x"],
    ["-2", "id", "'-2"],
    ["@SUM(A1)", "string", "'@SUM(A1)"],
    ["\t=1", "string", "'\t=1"],
    ["\rx", "string", "'\rx"],
    ["＝1+1", "string", "'＝1+1"],
    ["＠x", "string", "'＠x"],
    [" \u00A0=1", "string", "' \u00A0=1"],
    ["\u200B-1", "string", "'\u200B-1"],
    ["2310.06770", "id", "arXiv:2310.06770"],
    ["2310.06770v2", "id", "arXiv:2310.06770v2"],
    ["00123", "id", "'00123"],
    ["10.1000/182", "id", "10.1000/182"],
    ["1984", "string", "'1984"],
    ["1E5", "string", "'1E5"],
    ["2-3", "string", "'2-3"],
    ["12:30", "string", "'12:30"],
    ["MARCH1", "string", "'MARCH1"],
    ["2 Mar", "string", "'2 Mar"],
    ["TRUE", "string", "'TRUE"],
    ["2024-05-06", "date", "2024-05-06"],
    ["it ends in “model” …", "note", 'it ends in "model" ...'],
    ["a\0b", "string", "a\uFFFDb"],
    // These stay as they are.
    ["3D Gaussian splatting", "string", "3D Gaussian splatting"],
    ["Mars 2020", "string", "Mars 2020"],
    ["a = b", "string", "a = b"],
    ["“quoted”", "string", "“quoted”"],
    ["x-ray", "string", "x-ray"],
  ])("%j in a column of %s", (cell, type, written) => {
    expect(spreadsheetCell(cell, type)).toBe(written);
  });

  it("leaves numbers, truth values and empty cells alone", () => {
    expect([-1, 0.5, false, undefined].map((cell) => spreadsheetCell(cell, "double"))).toEqual([
      -1,
      0.5,
      false,
      undefined,
    ]);
  });
});

/** What a reader of UTF-8 must find of a cell. */
const readable = (cell: Cell): string => (cell === undefined ? "" : String(cell)).replace(/\p{Surrogate}/gu, "\uFFFD");

describe.skipIf(!hasReader("csv"))("Python's csv and SQLite", () => {
  it.each(["csv", "sqlite"])("%s reads every cell of the raw tables", async (reader) => {
    const file = await writeInto(folder, "csv", HOSTILE, { flavour: "raw" });
    for (const table of CSV_TABLES) {
      const { columns, rows } = table.of(HOSTILE);
      const expected = [columns.map(({ name }) => name), ...Array.from(rows, (row) => row.map(readable))];
      expect(readWith(reader, file(`${table.name}.csv`))).toEqual(expected);
    }
  });

  it("reads the guarded tables: no cell is a formula, and only the guard is more than the text", async () => {
    const file = await writeInto(folder, "csv", HOSTILE);
    for (const table of CSV_TABLES) {
      const { columns, rows } = table.of(HOSTILE);
      const found = readWith("csv", file(`${table.name}.csv`)) as string[][];
      const expected = Array.from(rows, (row) =>
        row.map((cell, i) => readable(guarded(cell, columns[i]!.type, table.name))),
      );
      expect(found.slice(1)).toEqual(expected);
      const cells = found.slice(1).flatMap((row) => row.filter((_, i) => columns[i]!.type !== "double"));
      expect(cells.filter((cell) => /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(cell))).toEqual([]);
    }
  });
});

/** Programs that read the tables of nodes and edges take a backslash for an escape: a blank keeps it from a quote. */
function guarded(cell: Cell, type: ColumnType, table: string) {
  const written = spreadsheetCell(cell, type);
  return typeof written === "string" && ["nodes", "edges"].includes(table)
    ? written.replace(/\\(?="|$)/g, "\\ ")
    : written;
}

describe("nodes.csv and edges.csv", () => {
  it("have the columns that Gephi looks for, and say that edges have no direction", async () => {
    const nodes = await writtenText("csv", "nodes.csv", TINY);
    expect(nodes.slice(1)).toMatch(/^id,label,name,kind,type,.*,color,key,/);
    const edges = (await writtenText("csv", "edges.csv", TINY)).slice(1).split("\n");
    expect(edges[0]).toMatch(/^id,source,target,type,kind,weight,/);
    expect(edges.filter((row) => /^e\d+,[pt]\d,[pt]\d,Undirected,/.test(row))).toHaveLength(6);
  });

  it("never end a quoted cell with a backslash", async () => {
    expect(HOSTILE_TEXTS.some((text) => text.endsWith("\\"))).toBe(true);
    for (const name of ["nodes.csv", "edges.csv"]) expect(await writtenText("csv", name, HOSTILE)).not.toMatch(/\\"/);
  });
});
