/**
 * Tagged papers as a table: a row per candidate, abbreviation and sentence, instead of objects.
 *
 * A candidate takes 76 bytes here (about 1 kB as an object). Of strings only the variant keys are kept, each once a shard;
 * `shard-paper.ts` cuts the others from the papers' texts.
 */
import { TEXT_FIELDS } from "../../domain/paper-terms.ts";
import { NumberedNames } from "../../lib/numbered-names.ts";
import { type Column, type Columns, type ColumnTypes, doneColumns, growingColumns } from "../../tables/column.ts";
import { packTable, type TableKind, unpackColumns } from "../../tables/table.ts";
import type { Candidate, DefinedAbbreviation } from "../types.ts";

const TAGGED_SHARD: TableKind = { kind: "tagged-papers", version: 2 };

/** Type scores of a candidate, and facts of its ends: see `Candidate`. */
export const TYPES = 5;
export const ENDS = 12;

const COLUMNS = {
  /** Per paper: is it English; rows up to its last sentence of the title, sentence, candidate and abbreviation. */
  english: "u8",
  titleSentences: "u32",
  sentences: "u32",
  candidates: "u32",
  abbreviations: "u32",
  /** Per sentence: offsets in its field. */
  sentenceStart: "u32",
  sentenceEnd: "u32",
  /** Per candidate: field, offsets, number of the sentence in its field, words, number of the key, probability. */
  field: "u8",
  start: "u32",
  end: "u32",
  sentence: "u16",
  words: "u8",
  key: "u32",
  probability: "f64",
  /** Per candidate `TYPES` scores, and `ENDS` numbers. */
  types: "f32",
  typesByForm: "f32",
  ends: "u8",
  /** Per abbreviation: field, offsets of the short and of the long form. */
  abbreviationField: "u8",
  shortStart: "u32",
  shortEnd: "u32",
  longStart: "u32",
  longEnd: "u32",
} as const satisfies ColumnTypes;

export interface TaggedShard {
  readonly columns: Columns<typeof COLUMNS>;
  /** Variant keys by number. */
  readonly keys: readonly string[];
}

export class TaggedShardWriter {
  readonly #columns = growingColumns(COLUMNS);
  #keys = new NumberedNames();

  candidate(candidate: Candidate): void {
    const c = this.#columns;
    c.field.push(TEXT_FIELDS.indexOf(candidate.field));
    c.start.push(candidate.start);
    c.end.push(candidate.end);
    c.sentence.push(candidate.sentenceNumber);
    c.words.push(candidate.words);
    c.key.push(this.#keys.numberOf(candidate.key));
    c.probability.push(candidate.probability);
    for (let t = 0; t < TYPES; t++) {
      c.types.push(candidate.types[t]!);
      c.typesByForm.push(candidate.typesByForm[t]!);
    }
    for (let k = 0; k < ENDS; k++) c.ends.push(candidate.ends[k] ?? 0);
  }

  abbreviation({ field, short, long }: DefinedAbbreviation): void {
    const c = this.#columns;
    c.abbreviationField.push(TEXT_FIELDS.indexOf(field));
    c.shortStart.push(short.start);
    c.shortEnd.push(short.end);
    c.longStart.push(long.start);
    c.longEnd.push(long.end);
  }

  /** Ends a paper: all candidates and abbreviations since the last one are its own. */
  paper(english: boolean, title: readonly Span[], abstract: readonly Span[]): void {
    const c = this.#columns;
    for (const sentences of [title, abstract]) {
      for (const { start, end } of sentences) {
        c.sentenceStart.push(start);
        c.sentenceEnd.push(end);
      }
      if (sentences === title) c.titleSentences.push(c.sentenceStart.length);
    }
    c.english.push(english ? 1 : 0);
    c.sentences.push(c.sentenceStart.length);
    c.candidates.push(c.start.length);
    c.abbreviations.push(c.shortStart.length);
  }

  /** The papers since the last call; the writer can be used for the next shard. */
  done(): TaggedShard {
    const keys = this.#keys.list;
    this.#keys = new NumberedNames();
    return { columns: doneColumns(this.#columns), keys };
  }
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export function packShard({ columns, keys }: TaggedShard): ArrayBuffer {
  return packTable(TAGGED_SHARD, { columns, strings: { keys } });
}

/** @throws Error when the buffer holds no tagged papers of this version */
export function unpackShard(buffer: ArrayBuffer): TaggedShard {
  const { columns, strings } = unpackColumns(TAGGED_SHARD, COLUMNS, buffer);
  return { columns, keys: strings["keys"] ?? [] };
}

/** Columns that only the choice of mentions asks for: 56 of a candidate's 76 bytes. */
const FOR_CHOICE = ["key", "types", "typesByForm", "ends"] as const;

/** The shard once its mentions are chosen: places and probabilities of its candidates. Shares no buffer with the whole. */
export function withoutScores({ columns }: TaggedShard): TaggedShard {
  const places = Object.fromEntries(
    Object.entries<Column>(columns).map(([name, column]) => [name, column.slice(0, isForChoice(name) ? 0 : undefined)]),
  );
  return { columns: places as TaggedShard["columns"], keys: [] };
}

const isForChoice = (name: string): boolean => (FOR_CHOICE as readonly string[]).includes(name);

/** Papers of a shard. */
export function shardLength({ columns }: TaggedShard): number {
  return columns.english.length;
}
