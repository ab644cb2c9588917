/**
 * What a corpus says its short forms stand for. Long forms that are variants of each other ("long short-term memory",
 * "Long-Short Term Memory networks") are one sense; truly different ones ("continual learning", "contrastive
 * learning") stay apart.
 */
import { signGreek, spellGreek } from "../../lib/greek.ts";
import { compareCodePoints } from "../../lib/order.ts";
import { UnionFind } from "../../lib/union-find.ts";
import { SenseIndex } from "./sense-index.ts";
import type { Definition } from "../choose/corpus-mentions.ts";

/** Long forms that say the same. */
interface Sense {
  /** The long form that most papers give. */
  readonly text: string;
  /** Papers that define the short form so. */
  readonly papers: number;
  /** Group keys of all its long forms; the first is that of `text`. */
  readonly keys: readonly string[];
}

export interface Senses {
  /** The senses of a short form, those of most papers first. */
  of(short: string): readonly Sense[];
  /** For each group key of a long form that is written otherwise elsewhere: the key of its sense. */
  readonly rootOf: ReadonlyMap<string, string>;
}

/** Short forms are told apart by case: "AL" is not "al". A plural s is dropped, Greek letters are signs. */
export function shortKey(text: string): string {
  const key = signGreek(text);
  return /\p{Lu}s$/u.test(key) || (/^\p{Lu}/u.test(key) && key.endsWith("s") && /\p{Lu}/u.test(key.slice(1, -1)))
    ? key.slice(0, -1)
    : key;
}

/** "k-NN", "kNN" and "KNN". */
const looseKey = (short: string): string =>
  spellGreek(short)
    .toLowerCase()
    .replace(/[\s.‐-―-]+/gu, "");

interface LongForm {
  readonly key: string;
  readonly text: string;
  papers: number;
}

/**
 * @param definitions per paper
 * @param keyOf group key of a long form, as the paper with the index writes it
 */
export function gatherSenses(
  definitions: readonly (readonly Definition[])[],
  order: readonly number[],
  keyOf: (long: string, paper: number) => string,
  papersWith: ReadonlyMap<string, number>,
): Senses {
  const exact = new Map<string, Map<string, LongForm>>();
  const loose = new Map<string, Map<string, LongForm>>();
  const note = (table: typeof exact, short: string, key: string, text: string) => {
    const longs = table.get(short) ?? new Map<string, LongForm>();
    table.set(short, longs);
    const long = longs.get(key);
    if (long) long.papers++;
    else longs.set(key, { key, text, papers: 1 });
  };
  for (const i of order) {
    for (const { short, long } of definitions[i]!) {
      const key = keyOf(long, i);
      note(exact, shortKey(short), key, long);
      note(loose, looseKey(shortKey(short)), key, long);
    }
  }
  const clustered = (table: typeof exact) =>
    new Map([...table].map(([short, longs]) => [short, clusters(short, [...longs.values()], papersWith)]));
  const exactSenses = clustered(exact);
  const looseSenses = clustered(loose);
  const acronym = /\p{Lu}.*\p{Lu}|\p{L}.*\d|\d.*\p{L}|^\p{Lu}\p{Ll}{3,}$/u;
  return {
    of: (text) => {
      const short = shortKey(text);
      return exactSenses.get(short) ?? (acronym.test(short) ? looseSenses.get(looseKey(short)) : undefined) ?? [];
    },
    rootOf: roots([...exactSenses.values()].flat(), papersWith),
  };
}

/** Joins the long forms of one short form that say the same. */
function clusters(short: string, longs: LongForm[], papersWith: ReadonlyMap<string, number>): Sense[] {
  const byUse = [...longs].sort((a, b) => b.papers - a.papers || compareCodePoints(a.key, b.key));
  const found: LongForm[][] = [];
  const index = new SenseIndex(looseKey(short), papersWith);
  for (const long of byUse) {
    const cluster = index.add(long.key, found.length);
    if (cluster < found.length) found[cluster]!.push(long);
    else found.push([long]);
  }
  return found
    .map((cluster) => ({
      text: cluster[0]!.text,
      papers: cluster.reduce((sum, { papers }) => sum + papers, 0),
      keys: cluster.map(({ key }) => key),
    }))
    .sort((a, b) => b.papers - a.papers || compareCodePoints(a.text, b.text));
}

/** Keys that stand together in a sense are one group, named by the key that most papers have. */
function roots(senses: readonly Sense[], papersWith: ReadonlyMap<string, number>): Map<string, string> {
  const rank = (a: string, b: string) => (papersWith.get(b) ?? 0) - (papersWith.get(a) ?? 0) || compareCodePoints(a, b);
  // Numbered by rank, since a set goes by its smallest member.
  const ranked = [...new Set(senses.flatMap(({ keys }) => (keys.length > 1 ? keys : [])))].sort(rank);
  const numberOf = new Map(ranked.map((key, number) => [key, number]));
  const groups = new UnionFind(ranked.length);
  for (const { keys } of senses)
    for (const key of keys.slice(1)) groups.union(numberOf.get(keys[0]!)!, numberOf.get(key)!);
  return new Map(
    ranked.flatMap((key, number) => {
      const root = groups.find(number);
      return root === number ? [] : [[key, ranked[root]!] as const];
    }),
  );
}
