/**
 * The mentions of a shard as a table: a row per mention, with all that the corpus-wide steps ask of it.
 *
 * A mention takes 63 bytes. Written forms and variant keys are kept once a shard, in the order of first mention.
 */
import { TEXT_FIELDS } from "../../domain/paper-terms.ts";
import { NumberedNames } from "../../lib/numbered-names.ts";
import { type Columns, type ColumnTypes, doneColumns, growingColumns } from "../../tables/column.ts";
import { packTable, type TableKind, unpackColumns } from "../../tables/table.ts";
import type { ResourceCue } from "./resource-cue.ts";
import { TYPES } from "../tag/tagged-shard.ts";
import type { CleanText } from "../text/clean/edits.ts";
import type { Candidate, DefinedAbbreviation } from "../types.ts";

const MENTION_TABLE: TableKind = { kind: "mentions", version: 1 };

const COLUMNS = {
  /** Per paper: is it English; rows up to its last mention and abbreviation. */
  english: "u8",
  mentions: "u32",
  abbreviations: "u32",
  /** Per mention: number of its form, field, offsets, offsets of its sentence, all in the field as given. */
  form: "u32",
  field: "u8",
  start: "u32",
  end: "u32",
  sentenceStart: "u32",
  sentenceEnd: "u32",
  /** Per mention: what the words around call it (see `ResourceCue`). */
  resource: "u8",
  /** Per mention: 1 where the paper gives it as a name to what it proposes. */
  coined: "u8",
  /** Per mention `TYPES` scores: of string and place, of the string alone. */
  types: "f32",
  typesByForm: "f32",
  /** Per form: number of its variant key. */
  keyOf: "u32",
} as const satisfies ColumnTypes;

export interface MentionTable {
  readonly columns: Columns<typeof COLUMNS>;
  /** Per form, as it is tagged. */
  readonly texts: readonly string[];
  /** Variant keys by number. */
  readonly keys: readonly string[];
  /** Per abbreviation. */
  readonly shorts: readonly string[];
  readonly longs: readonly string[];
}

export class MentionTableWriter {
  readonly #columns = growingColumns(COLUMNS);
  readonly #texts = new NumberedNames();
  readonly #keys = new NumberedNames();
  readonly #shorts: string[] = [];
  readonly #longs: string[] = [];

  /** @param given the way from the candidate's offsets to those of the text as given */
  mention({ field, start, end, text, key, sentence, types, typesByForm }: Candidate,
    given: CleanText,
    { resource, isCoined }: { readonly resource: ResourceCue; readonly isCoined: boolean },
  ): void {
    const c = this.#columns;
    const form = this.#texts.numberOf(text);
    if (form === c.keyOf.length) c.keyOf.push(this.#keys.numberOf(key));
    c.form.push(form);
    c.field.push(TEXT_FIELDS.indexOf(field));
    c.start.push(given.givenStart(start));
    c.end.push(given.givenEnd(end));
    c.sentenceStart.push(given.givenStart(sentence.start));
    c.sentenceEnd.push(given.givenEnd(sentence.end));
    c.resource.push(resource);
    c.coined.push(isCoined ? 1 : 0);
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
    return {
      columns: doneColumns(this.#columns),
      texts: this.#texts.list,
      keys: this.#keys.list,
      shorts: this.#shorts,
      longs: this.#longs,
    };
  }
}

export function packMentions({ columns, texts, keys, shorts, longs }: MentionTable): ArrayBuffer {
  return packTable(MENTION_TABLE, { columns, strings: { texts, keys, shorts, longs } });
}

/** @throws Error when the buffer holds no mentions of this version */
export function unpackMentions(buffer: ArrayBuffer): MentionTable {
  const { columns, strings } = unpackColumns(MENTION_TABLE, COLUMNS, buffer);
  const { texts = [], keys = [], shorts = [], longs = [] } = strings;
  return { columns, texts, keys, shorts, longs };
}
