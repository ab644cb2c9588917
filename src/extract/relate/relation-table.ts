/**
 * What the papers of a shard state of their terms, as a table: 18 bytes a statement.
 */
import { NumberedNames } from "../../lib/numbered-names.ts";
import { type Columns, type ColumnTypes, doneColumns, growingColumns } from "../../tables/column.ts";
import { packTable, type TableKind, unpackColumns } from "../../tables/table.ts";

const RELATION_TABLE: TableKind = { kind: "relations", version: 1 };
/** Confidence is kept in thousandths. */
export const CONFIDENCE_UNITS = 1000;

const COLUMNS = {
  /** Per paper: row behind its last statement. */
  rows: "u32",
  /** Per row: place in `STATED_KINDS`, numbers of the terms, confidence in `CONFIDENCE_UNITS`, cue (0: none). */
  kind: "u8",
  head: "u32",
  tail: "u32",
  confidence: "u16",
  cue: "u32",
  /** Per row: number among those of the shard of a mention in the sentence that says so. */
  mention: "u32",
} as const satisfies ColumnTypes;

export interface RelationTable {
  readonly columns: Columns<typeof COLUMNS>;
  /** Words that decided, by number; the first is empty. */
  readonly cues: readonly string[];
}

/** A statement as it is written. */
export interface RelationRow {
  readonly kind: number;
  readonly head: number;
  readonly tail: number;
  /** 0…1. */
  readonly confidence: number;
  readonly cue: string;
  readonly mention: number;
}

export class RelationWriter {
  readonly #columns = growingColumns(COLUMNS);
  readonly #cues = new NumberedNames([""]);

  relation({ kind, head, tail, confidence, cue, mention }: RelationRow): void {
    const c = this.#columns;
    c.kind.push(kind);
    c.head.push(head);
    c.tail.push(tail);
    c.confidence.push(Math.round(confidence * CONFIDENCE_UNITS));
    c.cue.push(this.#cues.numberOf(cue));
    c.mention.push(mention);
  }

  /** Ends a paper: all statements since the last one are its own. */
  paper(): void {
    this.#columns.rows.push(this.#columns.kind.length);
  }

  done(): RelationTable {
    return { columns: doneColumns(this.#columns), cues: this.#cues.list };
  }
}

export function packRelations({ columns, cues }: RelationTable): ArrayBuffer {
  return packTable(RELATION_TABLE, { columns, strings: { cues } });
}

/** @throws Error when the buffer holds no statements of this version */
export function unpackRelations(buffer: ArrayBuffer): RelationTable {
  const { columns, strings } = unpackColumns(RELATION_TABLE, COLUMNS, buffer);
  return { columns, cues: strings["cues"] ?? [""] };
}
