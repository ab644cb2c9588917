/**
 * A document as tables: what CSV and Parquet write.
 */
import type { GraphDocument } from "../../contract/graph-document.ts";

export type Cell = string | number | boolean | undefined;

/**
 * How a column's cells are written: `code` is a word of the tool's own (a node's id, a kind), `id` a paper's identifier, `date` text of the form YYYY[-MM[-DD]], `note` a
 * sentence of the tool's own, `string` any text.
 */
export type ColumnType = "string" | "code" | "id" | "note" | "date" | "int" | "double" | "boolean";

export interface Column<Row> {
  readonly type: ColumnType;
  /** Undefined where the row has nothing there. */
  readonly of: (row: Row) => Cell;
}

/** Column name → the column, in the order of writing. */
export type Columns<Row> = Readonly<Record<string, Column<Row>>>;

/** One table, with its rows made as they are read. */
export interface Table {
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  readonly rows: Iterable<readonly Cell[]>;
}

export interface NamedTable {
  /** Without an ending. */
  readonly name: string;
  readonly of: (document: GraphDocument) => Table;
  /** Programs that read it take a backslash before a quotation mark for an escape. */
  readonly hasEscapes?: true;
}

export function tableOf<Row>(columns: Columns<Row>, rows: Iterable<Row>): Table {
  const names = Object.entries(columns);
  return {
    columns: names.map(([name, { type }]) => ({ name, type })),
    rows: cellsOf(
      names.map(([, { of }]) => of),
      rows,
    ),
  };
}

function* cellsOf<Row>(cells: readonly ((row: Row) => Cell)[], rows: Iterable<Row>): Generator<readonly Cell[]> {
  for (const row of rows) yield cells.map((cell) => cell(row));
}

/** Several texts in one cell. */
export function joinTexts(texts: readonly string[] | undefined): string | undefined {
  return texts === undefined || texts.length === 0 ? undefined : texts.join("; ");
}
