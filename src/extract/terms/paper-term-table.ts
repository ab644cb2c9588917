/**
 * The terms of a shard's papers as a table: a row per paper and term, 15 bytes, with the numbers of its mentions.
 */
import { ROLES } from "../../contract/graph-document.ts";
import { type Column, type ColumnType, GrowingColumn } from "../../tables/column.ts";
import { packTable, type TableKind, unpackTable } from "../../tables/table.ts";
import type { DescribedTerm } from "./describe-terms.ts";

const PAPER_TERM_TABLE: TableKind = { kind: "paper-terms", version: 1 };
/** Salience is rounded to four decimals. */
export const SALIENCE_UNITS = 10_000;

const COLUMNS = {
  /** Per paper: row behind its last term. */
  rows: "u32",
  /** Per row: term, salience in ten-thousandths, role, cue (0: none), and where its list of mentions ends. */
  term: "u32",
  salience: "u16",
  role: "u8",
  cue: "u32",
  mentions: "u32",
  /** Numbers of mentions among those of the shard, row by row, each row's in text order. */
  mention: "u32",
} as const satisfies Record<string, ColumnType>;
type Name = keyof typeof COLUMNS;

export interface PaperTermTable {
  readonly columns: { readonly [N in Name]: Column<(typeof COLUMNS)[N]> };
  /** The words that decided a role, by number; the first is empty. */
  readonly cues: readonly string[];
}

export class PaperTermWriter {
  readonly #columns = Object.fromEntries(
    Object.entries(COLUMNS).map(([name, type]) => [name, new GrowingColumn(type)]),
  ) as unknown as { readonly [N in Name]: GrowingColumn<(typeof COLUMNS)[N]> };
  readonly #cues = new Map<string, number>([["", 0]]);

  /** @param mentions numbers among those of the shard, in text order */
  term({ term, salience, role, roleCue = "" }: DescribedTerm, mentions: readonly number[]): void {
    const c = this.#columns;
    let cue = this.#cues.get(roleCue);
    if (cue === undefined) this.#cues.set(roleCue, (cue = this.#cues.size));
    c.term.push(term);
    c.salience.push(Math.round(salience * SALIENCE_UNITS));
    c.role.push(ROLES.indexOf(role));
    c.cue.push(cue);
    for (const mention of mentions) c.mention.push(mention);
    c.mentions.push(c.mention.length);
  }

  /** Ends a paper: all terms since the last one are its own. */
  paper(): void {
    this.#columns.rows.push(this.#columns.term.length);
  }

  done(): PaperTermTable {
    const columns = Object.fromEntries(Object.entries(this.#columns).map(([name, column]) => [name, column.done()]));
    return { columns: columns as unknown as PaperTermTable["columns"], cues: [...this.#cues.keys()] };
  }
}

export function packPaperTerms({ columns, cues }: PaperTermTable): ArrayBuffer {
  return packTable(PAPER_TERM_TABLE, { columns, strings: { cues } });
}

/** @throws Error when the buffer holds no terms of papers of this version */
export function unpackPaperTerms(buffer: ArrayBuffer): PaperTermTable {
  const { columns, strings } = unpackTable(PAPER_TERM_TABLE, buffer);
  return { columns: columns as unknown as PaperTermTable["columns"], cues: strings["cues"] ?? [""] };
}
