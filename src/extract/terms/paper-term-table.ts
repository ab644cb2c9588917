/**
 * The terms of a shard's papers as a table: a row per paper and term, 16 bytes, with the numbers of its mentions.
 */
import { ROLES } from "../../contract/graph-document.ts";
import { NumberedNames } from "../../lib/numbered-names.ts";
import { type Columns, type ColumnTypes, doneColumns, growingColumns } from "../../tables/column.ts";
import { packTable, type TableKind, unpackColumns } from "../../tables/table.ts";
import type { DescribedTerm } from "./describe-terms.ts";

const PAPER_TERM_TABLE: TableKind = { kind: "paper-terms", version: 1 };
/** Salience is rounded to four decimals. */
export const SALIENCE_UNITS = 10_000;

/** Certainty is kept in a byte. */
export const CERTAINTY_UNITS = 255;

const COLUMNS = {
  /** Per paper: row behind its last term. */
  rows: "u32",
  /** Per row: term, salience in ten-thousandths, role, certainty in `CERTAINTY_UNITS`, cue (0: none), and where its list of mentions ends. */
  term: "u32",
  salience: "u16",
  role: "u8",
  certainty: "u8",
  cue: "u32",
  mentions: "u32",
  /** Numbers of mentions among those of the shard, row by row, each row's in text order. */
  mention: "u32",
} as const satisfies ColumnTypes;

export interface PaperTermTable {
  readonly columns: Columns<typeof COLUMNS>;
  /** The words that decided a role, by number; the first is empty. */
  readonly cues: readonly string[];
}

export class PaperTermWriter {
  readonly #columns = growingColumns(COLUMNS);
  readonly #cues = new NumberedNames([""]);

  /** @param mentions numbers among those of the shard, in text order */
  term({ term, salience, role, certainty, roleCue = "" }: DescribedTerm, mentions: readonly number[]): void {
    const c = this.#columns;
    c.term.push(term);
    c.salience.push(Math.round(salience * SALIENCE_UNITS));
    c.role.push(ROLES.indexOf(role));
    c.certainty.push(certainty === 0 ? 0 : Math.max(1, Math.round(certainty * CERTAINTY_UNITS)));
    c.cue.push(this.#cues.numberOf(roleCue));
    for (const mention of mentions) c.mention.push(mention);
    c.mentions.push(c.mention.length);
  }

  /** Ends a paper: all terms since the last one are its own. */
  paper(): void {
    this.#columns.rows.push(this.#columns.term.length);
  }

  done(): PaperTermTable {
    return { columns: doneColumns(this.#columns), cues: this.#cues.list };
  }
}

export function packPaperTerms({ columns, cues }: PaperTermTable): ArrayBuffer {
  return packTable(PAPER_TERM_TABLE, { columns, strings: { cues } });
}

/** @throws Error when the buffer holds no terms of papers of this version */
export function unpackPaperTerms(buffer: ArrayBuffer): PaperTermTable {
  const { columns, strings } = unpackColumns(PAPER_TERM_TABLE, COLUMNS, buffer);
  return { columns, cues: strings["cues"] ?? [""] };
}
