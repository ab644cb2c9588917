/**
 * CSV tables (RFC 4180 quoting, UTF-8, LF): papers, terms, communities, results and definitions for people, nodes and edges for graph programs.
 *
 * As they are built a spreadsheet can open them: with a byte-order mark, and with cells that it can neither run nor
 * spoil. The flavour `raw` has the exact texts and no mark.
 */
import type { GraphDocument } from "../contract/graph-document.ts";
import type { BuiltFormat, DocumentFile } from "./format.ts";
import { COMMUNITIES, PAPERS, TERMS } from "./tables/document-tables.ts";
import { DEFINITIONS, RESULTS } from "./tables/stated-tables.ts";
import { EDGES, NODES } from "./tables/graph-tables.ts";
import { spreadsheetCell } from "./tables/spreadsheet-cells.ts";
import type { Cell, NamedTable } from "./tables/table.ts";

export const CSV_TABLES: readonly NamedTable[] = [PAPERS, TERMS, NODES, EDGES, COMMUNITIES, RESULTS, DEFINITIONS];

const BYTE_ORDER_MARK = "\uFEFF";

export function writeCsvRow(cells: readonly Cell[]): string {
  return `${cells.map(writeCell).join(",")}\n`;
}

function writeCell(cell: Cell): string {
  if (typeof cell !== "string") return cell === undefined ? "" : String(cell);
  // Blanks at an end too: some readers take them off.
  return /[",\n\r]/.test(cell) || cell.trim().length < cell.length ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function* writeGuarded({ of, hasEscapes }: NamedTable, document: GraphDocument): Generator<string> {
  const { columns, rows } = of(document);
  yield BYTE_ORDER_MARK + writeCsvRow(columns.map(({ name }) => name));
  const types = columns.map(({ type }) => type);
  const guard = (cell: Cell, i: number): Cell => {
    const guarded = spreadsheetCell(cell, types[i]!);
    return hasEscapes === true && typeof guarded === "string" ? withoutEscapes(guarded) : guarded;
  };
  for (const row of rows) yield writeCsvRow(row.map(guard));
}

/** Gephi and `LOAD CSV` of Neo4j take a backslash before a quotation mark for an escape: a blank keeps them apart. */
export function withoutEscapes(text: string): string {
  return text.includes("\\") ? text.replace(/\\(?="|$)/g, "\\ ") : text;
}

function* writeRaw({ of }: NamedTable, document: GraphDocument): Generator<string> {
  const { columns, rows } = of(document);
  yield writeCsvRow(columns.map(({ name }) => name));
  for (const row of rows) yield writeCsvRow(row);
}

function csvFiles(write: (table: NamedTable, document: GraphDocument) => Iterable<string>): readonly DocumentFile[] {
  return CSV_TABLES.map((table) => ({
    name: `${table.name}.csv`,
    mediaType: "text/csv",
    write: (document) => write(table, document),
  }));
}

export const RAW_CSV = {
  id: "raw",
  purpose: "the exact texts, no guard against formulas, no byte-order mark",
  files: csvFiles(writeRaw),
};

export const CSV_FORMAT = {
  id: "csv",
  title: "CSV",
  purpose: "spreadsheets and data frames; `nodes.csv` and `edges.csv` as Gephi and Cytoscape take them",
  isBuilt: true,
  files: csvFiles(writeGuarded),
  flavours: [RAW_CSV],
} as const satisfies BuiltFormat;
