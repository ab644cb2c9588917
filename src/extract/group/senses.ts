/**
 * What a corpus says its short forms stand for. Long forms that are variants of each other ("long short-term memory",
 * "Long-Short Term Memory networks") are one sense; truly different ones ("continual learning", "contrastive
 * learning") stay apart.
 */
import { compareCodePoints } from "../../lib/order.ts";
import { UnionFind } from "../../lib/union-find.ts";
import { SenseIndex } from "./sense-index.ts";
import type { Definition } from "../choose/corpus-mentions.ts";
import type { KnownSense } from "../model/notions.ts";
import { looseKey, shortKey } from "./short-keys.ts";

/** Long forms that say the same. */
export interface Sense {
  /** The long form that most papers give. */
  readonly text: string;
  /** Papers that define the short form so, and those of the background. */
  readonly papers: number;
  readonly known: readonly KnownSense[];
  /** Group keys of all its long forms; the first is that of `text`. */
  readonly keys: readonly string[];
}

export interface Senses {
  /** The senses of a short form, those of most papers first. */
  of(short: string): readonly Sense[];
  /** For each group key of a long form that is written otherwise elsewhere: the key of its sense. */
  readonly rootOf: ReadonlyMap<string, string>;
}

/** A paper of the corpus counts as much as so many of the background. */
export const OWN_PAPER = 8;

interface LongForm {
  readonly key: string;
  readonly text: string;
  papers: number;
  known?: KnownSense;
}

const longWeight = ({ papers, known }: LongForm): number => papers * OWN_PAPER + (known?.papers ?? 0);

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
 * @param known what the background says of short forms, and the group key of a variant key
 */
export function gatherSenses(
  definitions: readonly (readonly Definition[])[],
  order: readonly number[],
  keyOf: (long: string, paper: number) => string,
  papersWith: ReadonlyMap<string, number>,
  known: KnownShortForms = NOTHING_KNOWN,
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
  for (const [short, senses] of known.shortForms) {
    const longs = exact.get(short) ?? new Map<string, LongForm>();
    exact.set(short, longs);
    for (const sense of senses) {
      sense.keys.map(known.groupKey).forEach((key, i) => {
        const long = longs.get(key) ?? { key, text: sense.text, papers: 0 };
        longs.set(key, i === 0 && long.known === undefined ? { ...long, known: sense } : long);
      });
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

/** Short forms of the background, by `shortKey`. */
export interface KnownShortForms {
  readonly shortForms: ReadonlyMap<string, readonly KnownSense[]>;
  readonly groupKey: (key: string) => string;
}
const NOTHING_KNOWN: KnownShortForms = { shortForms: new Map(), groupKey: (key) => key };

/** Joins the long forms of one short form that say the same. */
function clusters(short: string, longs: LongForm[], papersWith: ReadonlyMap<string, number>): Sense[] {
  const byUse = [...longs].sort(
    (a, b) => b.papers - a.papers || (b.known?.papers ?? 0) - (a.known?.papers ?? 0) || compareCodePoints(a.key, b.key),
  );
  const found: LongForm[][] = [];
  const index = new SenseIndex(looseKey(short), papersWith);
  for (const long of byUse) {
    const cluster = index.add(long.key, found.length, longWeight(long));
    if (cluster < found.length) found[cluster]!.push(long);
    else found.push([long]);
  }
  return found
    .map((cluster) => ({
      text: cluster[0]!.text,
      papers: cluster.reduce((sum, { papers }) => sum + papers, 0),
      known: cluster.flatMap(({ known }) => known ?? []),
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
