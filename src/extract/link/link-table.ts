/**
 * The further mentions of a shard as a table: a row of 26 bytes each.
 */
import { TEXT_FIELDS } from "../../domain/paper-terms.ts";
import { NumberedNames } from "../../lib/numbered-names.ts";
import { type Columns, type ColumnTypes, doneColumns, growingColumns } from "../../tables/column.ts";
import { packTable, type TableKind, unpackColumns } from "../../tables/table.ts";
import type { CleanText } from "../text/clean/edits.ts";
import type { Candidate } from "../types.ts";

const LINK_TABLE: TableKind = { kind: "links", version: 1 };

const COLUMNS = {
  /** Per paper: row behind its last one. */
  links: "u32",
  /** Per row: number of its form, group and rule (see `Grouping`), field, offsets, offsets of its sentence, as given. */
  form: "u32",
  group: "u32",
  rule: "u8",
  field: "u8",
  start: "u32",
  end: "u32",
  sentenceStart: "u32",
  sentenceEnd: "u32",
} as const satisfies ColumnTypes;

export interface LinkTable {
  readonly columns: Columns<typeof COLUMNS>;
  /** Forms as they are tagged, by number. */
  readonly texts: readonly string[];
}

export class LinkTableWriter {
  readonly #columns = growingColumns(COLUMNS);
  readonly #texts = new NumberedNames();

  /** @param given the way from the candidate's offsets to those of the text as given */
  link({ field, start, end, text, sentence }: Candidate, group: number, rule: number, given: CleanText): void {
    const c = this.#columns;
    c.form.push(this.#texts.numberOf(text));
    c.group.push(group);
    c.rule.push(rule);
    c.field.push(TEXT_FIELDS.indexOf(field));
    c.start.push(given.givenStart(start));
    c.end.push(given.givenEnd(end));
    c.sentenceStart.push(given.givenStart(sentence.start));
    c.sentenceEnd.push(given.givenEnd(sentence.end));
  }

  /** Ends a paper: all rows since the last one are its own. */
  paper(): void {
    this.#columns.links.push(this.#columns.form.length);
  }

  done(): LinkTable {
    return { columns: doneColumns(this.#columns), texts: this.#texts.list };
  }
}

export function packLinks({ columns, texts }: LinkTable): ArrayBuffer {
  return packTable(LINK_TABLE, { columns, strings: { texts } });
}

/** @throws Error when the buffer holds no links of this version */
export function unpackLinks(buffer: ArrayBuffer): LinkTable {
  const { columns, strings } = unpackColumns(LINK_TABLE, COLUMNS, buffer);
  return { columns, texts: strings["texts"] ?? [] };
}
