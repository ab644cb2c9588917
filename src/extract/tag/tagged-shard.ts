/**
 * Tagged papers as a table: a row per candidate, abbreviation and sentence, instead of objects.
 *
 * A candidate takes 69 bytes here (about 1 kB as an object). Strings are cut from the papers' texts when they are asked
 * for; only the variant keys are kept, each once a shard.
 */
import type { Paper, TextField } from "../../domain/paper.ts";
import { TEXT_FIELDS } from "../../domain/paper-terms.ts";
import { fieldText } from "../../contract/field-text.ts";
import { NumberedNames } from "../../lib/numbered-names.ts";
import { type Column, type Columns, type ColumnTypes, doneColumns, growingColumns } from "../../tables/column.ts";
import { packTable, type TableKind, unpackColumns } from "../../tables/table.ts";
import type { Candidate, DefinedAbbreviation, TaggedPaper } from "../types.ts";

const TAGGED_SHARD: TableKind = { kind: "tagged-papers", version: 1 };

/** Type scores of a candidate, and facts of its ends: see `Candidate`. */
export const TYPES = 5;
const ENDS = 5;

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

interface Span {
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

/** Papers of a shard. */
export function shardLength({ columns }: TaggedShard): number {
  return columns.english.length;
}

/** Where row numbers of a paper begin, given the column of its ends. */
const from = (ends: Column, i: number): number => (i === 0 ? 0 : ends[i - 1]!);

const TITLE = TEXT_FIELDS.indexOf("title");

/** A candidate that reads most of itself off its row: few are asked for all of it. */
class RowCandidate implements Candidate {
  readonly field: TextField;
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly probability: number;
  readonly sentence: Span;
  readonly #shard: TaggedShard;
  readonly #row: number;
  readonly #paper: Pick<Paper, "title" | "abstract">;

  constructor(shard: TaggedShard, row: number, paper: Pick<Paper, "title" | "abstract">, sentence: Span) {
    const { columns: c, keys } = shard;
    this.field = TEXT_FIELDS[c.field[row]!]!;
    this.start = c.start[row]!;
    this.end = c.end[row]!;
    this.key = keys[c.key[row]!]!;
    this.probability = c.probability[row]!;
    this.sentence = sentence;
    this.#shard = shard;
    this.#row = row;
    this.#paper = paper;
  }

  get text(): string {
    return fieldText(this.#paper, this.field).slice(this.start, this.end);
  }

  get sentenceNumber(): number {
    return this.#shard.columns.sentence[this.#row]!;
  }

  get words(): number {
    return this.#shard.columns.words[this.#row]!;
  }

  get types(): Float32Array {
    return this.#shard.columns.types.subarray(this.#row * TYPES, (this.#row + 1) * TYPES);
  }

  get typesByForm(): Float32Array {
    return this.#shard.columns.typesByForm.subarray(this.#row * TYPES, (this.#row + 1) * TYPES);
  }

  get ends(): Uint8Array {
    return this.#shard.columns.ends.subarray(this.#row * ENDS, (this.#row + 1) * ENDS);
  }
}

/** One paper of a shard as objects, made when asked for and forgotten with it. */
export class ShardPaper implements TaggedPaper {
  readonly #shard: TaggedShard;
  readonly #i: number;
  readonly #paper: Pick<Paper, "title" | "abstract">;
  readonly #spans: Span[] = [];
  #candidates: Candidate[] | undefined;
  #abbreviations: DefinedAbbreviation[] | undefined;

  constructor(shard: TaggedShard, i: number, paper: Pick<Paper, "title" | "abstract">) {
    this.#shard = shard;
    this.#i = i;
    this.#paper = paper;
  }

  get english(): boolean {
    return this.#shard.columns.english[this.#i] === 1;
  }

  get sentences(): TaggedPaper["sentences"] {
    const { titleSentences, sentences } = this.#shard.columns;
    const first = from(sentences, this.#i);
    const middle = titleSentences[this.#i]!;
    return { title: middle - first, abstract: sentences[this.#i]! - middle };
  }

  sentencesOf(field: TextField): Span[] {
    const { titleSentences, sentences, sentenceStart, sentenceEnd } = this.#shard.columns;
    const middle = titleSentences[this.#i]!;
    const [first, end] = field === "title" ? [from(sentences, this.#i), middle] : [middle, sentences[this.#i]!];
    return Array.from({ length: end - first }, (_, s) => ({
      start: sentenceStart[first + s]!,
      end: sentenceEnd[first + s]!,
    }));
  }

  get candidates(): readonly Candidate[] {
    return (this.#candidates ??= this.#readCandidates());
  }

  get abbreviations(): readonly DefinedAbbreviation[] {
    return (this.#abbreviations ??= this.#readAbbreviations());
  }

  /** How many candidates the paper has. */
  get candidateCount(): number {
    const { candidates } = this.#shard.columns;
    return candidates[this.#i]! - from(candidates, this.#i);
  }

  /** One of them, by its number in the paper; undefined behind the last. */
  candidate(number: number): Candidate | undefined {
    return number < this.candidateCount
      ? this.#readCandidate(from(this.#shard.columns.candidates, this.#i) + number)
      : undefined;
  }

  #readCandidates(): Candidate[] {
    const { candidates } = this.#shard.columns;
    const found: Candidate[] = [];
    for (let row = from(candidates, this.#i); row < candidates[this.#i]!; row++) found.push(this.#readCandidate(row));
    return found;
  }

  #readCandidate(row: number): Candidate {
    const { columns: c } = this.#shard;
    const firstSentence = from(c.sentences, this.#i);
    const sentence = (c.field[row] === TITLE ? firstSentence : c.titleSentences[this.#i]!) + c.sentence[row]!;
    // One object for all candidates of a sentence.
    const span = (this.#spans[sentence - firstSentence] ??= {
      start: c.sentenceStart[sentence]!,
      end: c.sentenceEnd[sentence]!,
    });
    return new RowCandidate(this.#shard, row, this.#paper, span);
  }

  #readAbbreviations(): DefinedAbbreviation[] {
    const { columns: c } = this.#shard;
    const found: DefinedAbbreviation[] = [];
    for (let row = from(c.abbreviations, this.#i); row < c.abbreviations[this.#i]!; row++) {
      const field = TEXT_FIELDS[c.abbreviationField[row]!]!;
      const text = fieldText(this.#paper, field);
      const part = (start: number, end: number) => ({ start, end, text: text.slice(start, end) });
      found.push({
        field,
        short: part(c.shortStart[row]!, c.shortEnd[row]!),
        long: part(c.longStart[row]!, c.longEnd[row]!),
      });
    }
    return found;
  }
}
