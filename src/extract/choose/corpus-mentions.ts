/**
 * The mentions of all papers: the tables of the shards, one behind the other, with forms and keys numbered anew.
 */
import { NumberedNames } from "../../lib/numbered-names.ts";
import type { Column } from "../../tables/column.ts";
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

/** Joins the tables of shards as they come, so that the strings of each can be forgotten. */
export class MentionJoin {
  readonly #texts = new NumberedNames();
  readonly #keys = new NumberedNames();
  readonly #keyOf: number[] = [];
  readonly #definitions: (readonly Definition[])[] = [];
  readonly #firstOfShard = [0];
  readonly #shards: MentionTable["columns"][] = [];
  /** Per shard and mention: its form, numbered anew. */
  readonly #formOf: Uint32Array<ArrayBuffer>[] = [];

  /** To be called for each shard, in the papers' order. */
  add({ columns, texts, keys, shorts, longs }: MentionTable): void {
    const forms = texts.map((text, form) => {
      const number = this.#texts.numberOf(text);
      if (number === this.#keyOf.length) this.#keyOf.push(this.#keys.numberOf(keys[columns.keyOf[form]!]!));
      return number;
    });
    let defined = 0;
    for (let i = 0; i < columns.english.length; i++) {
      const own: Definition[] = [];
      for (; defined < columns.abbreviations[i]!; defined++)
        own.push({ short: shorts[defined]!, long: longs[defined]! });
      this.#definitions.push(own.length === 0 ? NONE : own);
    }
    this.#formOf.push(Uint32Array.from(columns.form, (form) => forms[form]!));
    this.#shards.push(columns);
    this.#firstOfShard.push(this.#firstOfShard.at(-1)! + columns.form.length);
  }

  done(): CorpusMentions {
    const firstOfShard = this.#firstOfShard;
    const mentions = firstOfShard.at(-1)!;
    const joined = <C extends Column>(into: C, columnOf: (shard: number) => Column, width = 1): C => {
      this.#shards.forEach((_, s) => into.set(columnOf(s), firstOfShard[s]! * width));
      return into;
    };
    const named = <C extends Column>(into: C, name: keyof MentionTable["columns"], width = 1): C =>
      joined(into, (s) => this.#shards[s]![name], width);
    const english = new Uint8Array(this.#definitions.length);
    const ends = new Uint32Array(english.length);
    let paper = 0;
    this.#shards.forEach((columns, s) => {
      for (let i = 0; i < columns.english.length; i++) {
        english[paper] = columns.english[i]!;
        ends[paper++] = firstOfShard[s]! + columns.mentions[i]!;
      }
    });
    return {
      english,
      ends,
      chosenEnds: ends,
      definitions: this.#definitions,
      formOf: joined(new Uint32Array(mentions), (s) => this.#formOf[s]!),
      field: named(new Uint8Array(mentions), "field"),
      start: named(new Uint32Array(mentions), "start"),
      end: named(new Uint32Array(mentions), "end"),
      sentenceStart: named(new Uint32Array(mentions), "sentenceStart"),
      sentenceEnd: named(new Uint32Array(mentions), "sentenceEnd"),
      types: named(new Float32Array(mentions * TYPES), "types", TYPES),
      typesByForm: named(new Float32Array(mentions * TYPES), "typesByForm", TYPES),
      kind: named(new Uint8Array(mentions), "kind"),
      coined: named(new Uint8Array(mentions), "coined"),
      origin: new Uint8Array(mentions),
      texts: this.#texts.list,
      keyOf: this.#keyOf,
      keys: this.#keys.list,
      firstOfShard,
    };
  }
}

/** Number of the paper's first mention. */
export function firstMention(ends: Uint32Array, paper: number): number {
  return paper === 0 ? 0 : ends[paper - 1]!;
}
