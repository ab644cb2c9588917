/**
 * What a corpus says its short forms stand for. Long forms that are variants of each other ("long short-term memory",
 * "Long-Short Term Memory networks") are one sense; truly different ones ("continual learning", "contrastive
 * learning") stay apart.
 */
import { compareCodePoints } from "../../lib/order.ts";
import { UnionFind } from "../../lib/union-find.ts";
import type { Definition } from "../choose/corpus-mentions.ts";
import type { KnownSenses } from "./known-senses.ts";
import { clusterSenses, type LongForm, OWN_PAPER, type Sense } from "./sense-clusters.ts";
import { looseKey, shortKey } from "./short-keys.ts";

export interface Senses {
  /** The senses of a short form, those of most papers first. */
  of(short: string): readonly Sense[];
  /** For each group key of a long form that is written otherwise elsewhere: the key of its sense. */
  readonly rootOf: ReadonlyMap<string, string>;
}

/** Papers for a sense. */
export const weightOf = ({ papers, known }: Sense): number =>
  papers * OWN_PAPER + known.reduce((sum, sense) => sum + sense.papers, 0);

/** Is a truly different sense in use beside the usual one? */
export function isAmbiguous(senses: readonly Sense[]): boolean {
  const byWeight = [...senses].sort((a, b) => weightOf(b) - weightOf(a));
  const [usual] = byWeight;
  return byWeight.some((sense) => weightOf(sense) >= SECOND_SENSE * weightOf(usual!) && !areKin(sense, usual!));
}
const SECOND_SENSE = 0.1;

/** "maximum likelihood estimator" and "estimation": one may be meant for the other. */
export function areKin(a: Sense, b: Sense): boolean {
  return a === b || a.keys.some((one) => b.keys.some((other) => areKinKeys(one, other)));
}

function areKinKeys(a: string, b: string): boolean {
  if (a.replaceAll(" ", "") === b.replaceAll(" ", "")) return true;
  const [short, long] = [a.split(" "), b.split(" ")].sort((x, y) => x.length - y.length) as [string[], string[]];
  return short.every((word) => long.some((other) => other === word || sharedStart(word, other) >= KIN_LETTERS));
}
const KIN_LETTERS = 5;

function sharedStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charAt(at) === b.charAt(at)) at++;
  return at;
}

/**
 * @param definitions per paper
 * @param keyOf group key of a long form, as the paper with the index writes it
 * @param known what the background says of short forms
 */
export function gatherSenses(
  definitions: readonly (readonly Definition[])[],
  order: readonly number[],
  keyOf: (long: string, paper: number) => string,
  papersWith: ReadonlyMap<string, number>,
  known?: KnownSenses,
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
  for (const [short, longs] of exact) known?.addTo(longs, short);
  const clustered = (table: typeof exact) =>
    new Map([...table].map(([short, longs]) => [short, clusterSenses(short, longs.values(), papersWith)]));
  const exactSenses = clustered(exact);
  const looseSenses = clustered(loose);
  const acronym = /\p{Lu}.*\p{Lu}|\p{L}.*\d|\d.*\p{L}|^\p{Lu}\p{Ll}{3,}$/u;
  return {
    of: (text) => {
      const short = shortKey(text);
      return (
        exactSenses.get(short) ??
        known?.of(short) ??
        (acronym.test(short) ? looseSenses.get(looseKey(short)) : undefined) ??
        []
      );
    },
    rootOf: roots([...exactSenses.values()].flat().concat(known?.near(exact) ?? []), papersWith),
  };
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
