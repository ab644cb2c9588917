/**
 * The mentions of all papers: the tables of the shards, one behind the other, with forms and keys numbered anew.
 */
import { NumberedNames } from "../../lib/numbered-names.ts";
import { type Column, GrowingColumn } from "../../tables/column.ts";
import { TYPES } from "../tag/tagged-shard.ts";
import type { MentionTable } from "./mention-table.ts";

/** A short form and its long form, as a paper defines them. */
export interface Definition {
  readonly short: string;
  readonly long: string;
}

/** Where a mention comes from. Those that were not chosen have no scores. */
export const enum Origin {
  Chosen,
  /** Found by its form: see `link`. */
  Linked,
  /** Found, but not worth to be told: of no term. It keeps its number. */
  Withdrawn,
  /** Chosen, and given up for a short form within it. It keeps its number and its scores. */
  Displaced,
}

/** All mentions are numbered in the papers' order; forms and keys in the order of first mention. */
export interface CorpusMentions {
  /** Per paper: is it English; number behind its last mention. */
  readonly english: Uint8Array;
  readonly ends: Uint32Array;
  /** Per paper. */
  readonly definitions: readonly (readonly Definition[])[];
  /** Per mention: form; 0 title, 1 abstract; offsets; offsets of its sentence. */
  readonly formOf: Uint32Array;
  readonly field: Uint8Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly sentenceStart: Uint32Array;
  readonly sentenceEnd: Uint32Array;
  /** Per paper: number behind its last chosen mention, all chosen ones counted. */
  readonly chosenEnds: Uint32Array;
  /** Per chosen mention, in their order, five scores each: see `Candidate`. */
  readonly types: Float32Array;
  readonly typesByForm: Float32Array;
  /** Per mention: see `KindCue`. */
  readonly kind: Uint8Array;
  /** Per mention: 1 where its paper coins it. */
  readonly coined: Uint8Array;
  /** Per mention: see `Origin`. */
  readonly origin: Uint8Array;
  /** Per form: as written, and the number of its variant key. */
  readonly texts: readonly string[];
  readonly keyOf: readonly number[];
  /** Variant keys by number. */
  readonly keys: readonly string[];
  /** Per shard: number of its first mention, and the number of all behind the last. */
  readonly firstOfShard: readonly number[];
}

const NONE: readonly Definition[] = [];

/** Where the mentions stand: all that is asked once the terms are named. */
export type MentionPlaces = Pick<
  CorpusMentions,
  "english" | "firstOfShard" | "field" | "start" | "end" | "sentenceStart" | "sentenceEnd"
>;

/** Columns of the tables that are put one behind the other as they are. */
const KEPT = [
  ...["field", "start", "end", "sentenceStart", "sentenceEnd"],
  ...["types", "typesByForm", "kind", "coined"],
] as const;

/** Joins the tables of shards as they come, so that the buffers and strings of each can be forgotten. */
export class MentionJoin {
  readonly #texts = new NumberedNames();
  readonly #keys = new NumberedNames();
  readonly #keyOf: number[] = [];
  readonly #definitions: (readonly Definition[])[] = [];
  readonly #firstOfShard = [0];
  readonly #english = new GrowingColumn("u8");
  readonly #ends = new GrowingColumn("u32");
  /** Per shard and mention: its form, numbered anew. */
  readonly #formOf: Column[] = [];
  /** Per column and shard; copies, since all columns of a table are views into one buffer. */
  readonly #kept = Object.fromEntries(KEPT.map((name): [string, Column[]] => [name, []])) as Record<
    (typeof KEPT)[number],
    Column[]
  >;

  /** To be called for each shard, in the papers' order. */
  add({ columns, texts, keys, shorts, longs }: MentionTable): void {
    const forms = texts.map((text, form) => {
      const number = this.#texts.numberOf(text);
      if (number === this.#keyOf.length) this.#keyOf.push(this.#keys.numberOf(keys[columns.keyOf[form]!]!));
      return number;
    });
    const first = this.#firstOfShard.at(-1)!;
    let defined = 0;
    for (let i = 0; i < columns.english.length; i++) {
      const own: Definition[] = [];
      for (; defined < columns.abbreviations[i]!; defined++)
        own.push({ short: shorts[defined]!, long: longs[defined]! });
      this.#definitions.push(own.length === 0 ? NONE : own);
      this.#english.push(columns.english[i]!);
      this.#ends.push(first + columns.mentions[i]!);
    }
    this.#formOf.push(Uint32Array.from(columns.form, (form) => forms[form]!));
    for (const name of KEPT) this.#kept[name].push(columns[name].slice());
    this.#firstOfShard.push(first + columns.form.length);
  }

  /** To be called once: the parts of each column go when they are joined. */
  done(): CorpusMentions {
    const mentions = this.#firstOfShard.at(-1)!;
    const { field, start, end, sentenceStart, sentenceEnd, types, typesByForm, kind, coined } = this.#kept;
    const ends = this.#ends.done();
    return {
      english: this.#english.done(),
      ends,
      chosenEnds: ends,
      definitions: this.#definitions,
      formOf: joinParts(this.#formOf, new Uint32Array(mentions)),
      field: joinParts(field, new Uint8Array(mentions)),
      start: joinParts(start, new Uint32Array(mentions)),
      end: joinParts(end, new Uint32Array(mentions)),
      sentenceStart: joinParts(sentenceStart, new Uint32Array(mentions)),
      sentenceEnd: joinParts(sentenceEnd, new Uint32Array(mentions)),
      types: joinParts(types, new Float32Array(mentions * TYPES)),
      typesByForm: joinParts(typesByForm, new Float32Array(mentions * TYPES)),
      kind: joinParts(kind, new Uint8Array(mentions)),
      coined: joinParts(coined, new Uint8Array(mentions)),
      origin: new Uint8Array(mentions),
      texts: this.#texts.list,
      keyOf: this.#keyOf,
      keys: this.#keys.list,
      firstOfShard: this.#firstOfShard,
    };
  }
}

/** Empties the list. */
function joinParts<C extends Column>(parts: Column[], into: C): C {
  let at = 0;
  for (const part of parts.splice(0)) {
    into.set(part, at);
    at += part.length;
  }
  return into;
}

/** Number of the paper's first mention. */
export function firstMention(ends: Uint32Array, paper: number): number {
  return paper === 0 ? 0 : ends[paper - 1]!;
}
