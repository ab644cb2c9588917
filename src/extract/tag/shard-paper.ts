/**
 * One paper of a shard as objects, read off the rows of its table.
 */
import { fieldText } from "../../contract/field-text.ts";
import type { Paper, TextField } from "../../domain/paper.ts";
import { TEXT_FIELDS } from "../../domain/paper-terms.ts";
import type { Column } from "../../tables/column.ts";
import type { Candidate, DefinedAbbreviation, TaggedPaper } from "../types.ts";
import { ENDS, type Span, type TaggedShard, TYPES } from "./tagged-shard.ts";

/** Where row numbers of a paper begin, given the column of its ends. */
const from = (ends: Column, i: number): number => (i === 0 ? 0 : ends[i - 1]!);

const TITLE = TEXT_FIELDS.indexOf("title");

/** A candidate that reads most of itself off its row: few are asked for all of it. */
class RowCandidate implements Candidate {
  readonly field: TextField;
  readonly start: number;
  readonly end: number;
  readonly probability: number;
  readonly sentence: Span;
  readonly #shard: TaggedShard;
  readonly #row: number;
  readonly #paper: Pick<Paper, "title" | "abstract">;

  constructor(shard: TaggedShard, row: number, paper: Pick<Paper, "title" | "abstract">, sentence: Span) {
    const { columns: c } = shard;
    this.field = TEXT_FIELDS[c.field[row]!]!;
    this.start = c.start[row]!;
    this.end = c.end[row]!;
    this.probability = c.probability[row]!;
    this.sentence = sentence;
    this.#shard = shard;
    this.#row = row;
    this.#paper = paper;
  }

  get key(): string {
    return this.#shard.keys[this.#shard.columns.key[this.#row]!]!;
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

  /** Number of the candidate in a place; -1 where there is none. */
  numberAt(field: TextField, start: number, end: number): number {
    const { columns: c } = this.#shard;
    const first = from(c.candidates, this.#i);
    const wanted = TEXT_FIELDS.indexOf(field);
    for (let row = first; row < c.candidates[this.#i]!; row++)
      if (c.start[row] === start && c.end[row] === end && c.field[row] === wanted) return row - first;
    return -1;
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
