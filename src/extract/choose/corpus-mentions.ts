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
  /** Per mention five scores each: see `Candidate`. */
  readonly types: Float32Array;
  readonly typesByForm: Float32Array;
  /** Per form: as written, and the number of its variant key. */
  readonly texts: readonly string[];
  readonly keyOf: readonly number[];
  /** Variant keys by number. */
  readonly keys: readonly string[];
  /** Per shard: number of its first mention, and the number of all behind the last. */
  readonly firstOfShard: readonly number[];
}

const NONE: readonly Definition[] = [];

/** @param shards in the papers' order */
export function joinMentions(shards: readonly MentionTable[]): CorpusMentions {
  const texts = new NumberedNames();
  const keys = new NumberedNames();
  const keyOf: number[] = [];
  const definitions: (readonly Definition[])[] = [];
  const firstOfShard = [0];
  for (const shard of shards) firstOfShard.push(firstOfShard.at(-1)! + shard.columns.form.length);
  const mentions = firstOfShard.at(-1)!;
  const papers = shards.reduce((sum, { columns }) => sum + columns.english.length, 0);
  const ends = new Uint32Array(papers);
  const formOf = new Uint32Array(mentions);
  let paper = 0;
  shards.forEach((shard, s) => {
    const { columns } = shard;
    const first = firstOfShard[s]!;
    const forms = shard.texts.map((text, form) => {
      const number = texts.numberOf(text);
      if (number === keyOf.length) keyOf.push(keys.numberOf(shard.keys[columns.keyOf[form]!]!));
      return number;
    });
    columns.form.forEach((form, m) => (formOf[first + m] = forms[form]!));
    let defined = 0;
    for (let i = 0; i < columns.english.length; i++) {
      ends[paper++] = first + columns.mentions[i]!;
      const own: Definition[] = [];
      for (; defined < columns.abbreviations[i]!; defined++)
        own.push({ short: shard.shorts[defined]!, long: shard.longs[defined]! });
      definitions.push(own.length === 0 ? NONE : own);
    }
  });
  const joined = <C extends Column>(into: C, name: keyof MentionTable["columns"], width = 1): C => {
    shards.forEach(({ columns }, s) => into.set(columns[name], firstOfShard[s]! * width));
    return into;
  };
  const english = new Uint8Array(papers);
  let at = 0;
  for (const { columns } of shards) {
    english.set(columns.english, at);
    at += columns.english.length;
  }
  return {
    english,
    ends,
    definitions,
    formOf,
    field: joined(new Uint8Array(mentions), "field"),
    start: joined(new Uint32Array(mentions), "start"),
    end: joined(new Uint32Array(mentions), "end"),
    sentenceStart: joined(new Uint32Array(mentions), "sentenceStart"),
    sentenceEnd: joined(new Uint32Array(mentions), "sentenceEnd"),
    types: joined(new Float32Array(mentions * TYPES), "types", TYPES),
    typesByForm: joined(new Float32Array(mentions * TYPES), "typesByForm", TYPES),
    texts: texts.list,
    keyOf,
    keys: keys.list,
    firstOfShard,
  };
}

/** Number of the paper's first mention. */
export function firstMention(ends: Uint32Array, paper: number): number {
  return paper === 0 ? 0 : ends[paper - 1]!;
}
