/**
 * The mentions of a shard as a table: a row per mention, with all that the corpus-wide steps ask of it.
 *
 * A mention takes 65 bytes. Written forms and variant keys are kept once a shard, in the order of first mention.
 */
import { type Column, type ColumnType, GrowingColumn } from "../../tables/column.ts";
import { packTable, type TableKind, unpackTable } from "../../tables/table.ts";
import { TEXT_FIELDS } from "../../domain/paper-terms.ts";
import { TYPES } from "../tag/tagged-shard.ts";
import type { Candidate, DefinedAbbreviation } from "../types.ts";

const MENTION_TABLE: TableKind = { kind: "mentions", version: 1 };

const COLUMNS = {
  /** Per paper: is it English; rows up to its last mention and abbreviation. */
  english: "u8",
  mentions: "u32",
  abbreviations: "u32",
  /** Per mention: number of its form, field, offsets, offsets of its sentence. */
  form: "u32",
  field: "u8",
  start: "u32",
  end: "u32",
  sentenceStart: "u32",
  sentenceEnd: "u32",
  /** Per mention `TYPES` scores: of string and place, of the string alone. */
  types: "f32",
  typesByForm: "f32",
  /** Per form: number of its variant key. */
  keyOf: "u32",
} as const satisfies Record<string, ColumnType>;
type Name = keyof typeof COLUMNS;

export interface MentionTable {
  readonly columns: { readonly [N in Name]: Column<(typeof COLUMNS)[N]> };
  /** Per form, as written. */
  readonly texts: readonly string[];
  /** Variant keys by number. */
  readonly keys: readonly string[];
  /** Per abbreviation. */
  readonly shorts: readonly string[];
  readonly longs: readonly string[];
}

export class MentionTableWriter {
  readonly #columns = Object.fromEntries(
    Object.entries(COLUMNS).map(([name, type]) => [name, new GrowingColumn(type)]),
  ) as unknown as { readonly [N in Name]: GrowingColumn<(typeof COLUMNS)[N]> };
  readonly #texts = new Map<string, number>();
  readonly #keys = new Map<string, number>();
  readonly #shorts: string[] = [];
  readonly #longs: string[] = [];

  mention({ field, start, end, text, key, sentence, types, typesByForm }: Candidate): void {
    const c = this.#columns;
    let form = this.#texts.get(text);
    if (form === undefined) {
      this.#texts.set(text, (form = this.#texts.size));
      c.keyOf.push(numberOf(this.#keys, key));
    }
    c.form.push(form);
    c.field.push(TEXT_FIELDS.indexOf(field));
    c.start.push(start);
    c.end.push(end);
    c.sentenceStart.push(sentence.start);
    c.sentenceEnd.push(sentence.end);
    for (let t = 0; t < TYPES; t++) {
      c.types.push(types[t]!);
      c.typesByForm.push(typesByForm[t]!);
    }
  }

  /** Ends a paper: all mentions since the last one are its own. */
  paper(english: boolean, abbreviations: readonly DefinedAbbreviation[]): void {
    const c = this.#columns;
    for (const { short, long } of abbreviations) {
      this.#shorts.push(short.text);
      this.#longs.push(long.text);
    }
    c.english.push(english ? 1 : 0);
    c.mentions.push(c.form.length);
    c.abbreviations.push(this.#shorts.length);
  }

  done(): MentionTable {
    const columns = Object.fromEntries(Object.entries(this.#columns).map(([name, column]) => [name, column.done()]));
    return {
      columns: columns as unknown as MentionTable["columns"],
      texts: [...this.#texts.keys()],
      keys: [...this.#keys.keys()],
      shorts: this.#shorts,
      longs: this.#longs,
    };
  }
}

/** Number of a name, in the order of first use. */
function numberOf(numbers: Map<string, number>, name: string): number {
  let number = numbers.get(name);
  if (number === undefined) numbers.set(name, (number = numbers.size));
  return number;
}

export function packMentions({ columns, texts, keys, shorts, longs }: MentionTable): ArrayBuffer {
  return packTable(MENTION_TABLE, { columns, strings: { texts, keys, shorts, longs } });
}

/** @throws Error when the buffer holds no mentions of this version */
export function unpackMentions(buffer: ArrayBuffer): MentionTable {
  const { columns, strings } = unpackTable(MENTION_TABLE, buffer);
  const { texts = [], keys = [], shorts = [], longs = [] } = strings;
  return { columns: columns as unknown as MentionTable["columns"], texts, keys, shorts, longs };
}
