/**
 * What a corpus says its short forms stand for. Long forms that are variants of each other ("long short-term memory",
 * "Long-Short Term Memory networks") are one sense; truly different ones ("continual learning", "contrastive
 * learning") stay apart.
 */
import { signGreek, spellGreek } from "../../lib/greek.ts";
import { suffixStem } from "../../lib/stems.ts";
import { compareCodePoints } from "../../lib/order.ts";
import { UnionFind } from "../../lib/union-find.ts";
import { FUNCTION_WORDS } from "../text/function-words.ts";
import { singular } from "../text/variants.ts";
import type { Definition } from "../choose/corpus-mentions.ts";
import type { KnownSense } from "../model/notions.ts";

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

/** Papers for a sense, one of the corpus as much as so many of the background. */
const OWN_PAPER = 8;
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

/** Short forms are told apart by case: "AL" is not "al". A plural s is dropped, Greek letters are signs. */
export function shortKey(text: string): string {
  const key = signGreek(text);
  return /\p{Lu}s$/u.test(key) || /^\p{Lu}.*\p{Lu}.*s$/u.test(key) ? key.slice(0, -1) : key;
}

/** A beginning with a digit that its long form lacks names a kind of it: "INT8" is not what "integer" is cut to. */
export function isCutWithDigit({ short, long }: Definition): boolean {
  const letters = short.replace(/\d+/gu, "").toLowerCase();
  return (
    /\d/u.test(short) && !/\d/u.test(long) && letters.length > 1 && long.toLowerCase().split(" ").at(-1)!.startsWith(letters)
  );
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
  known?: KnownSense;
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
    (a, b) =>
      b.papers - a.papers || (b.known?.papers ?? 0) - (a.known?.papers ?? 0) || compareCodePoints(a.key, b.key),
  );
  const found: LongForm[][] = [];
  for (const long of byUse) {
    const kin = found.find((cluster) => cluster.some((other) => sameSense(short, other, long, papersWith)));
    if (kin) kin.push(long);
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

/** Heads that a long form may have or lack. */
const HEADS = new Set(
  "algorithm approach architecture framework method methodology model module network problem procedure scheme strategy system task technique".split(
    " ",
  ),
);
/** Second parts of compounds that add nothing: "large-scale", "diffusion-based". */
const ADJUNCTS = new Set("based scale driven type style".split(" "));

interface Parts {
  readonly words: readonly string[];
  readonly stems: readonly string[];
  /** Does the word give the short form one of its letters? */
  readonly lettered: readonly boolean[];
}

/** @param key a variant key: lower case, words parted by blanks */
function partsOf(short: string, key: string): Parts {
  const words = key.split(" ").map((word) => singular(word).replace(/^net$/u, "network"));
  return { words, stems: words.map(suffixStem), lettered: letteredWords(looseKey(short), words) };
}

/** Longest common subsequence of the short form's letters and the words' initials. */
function letteredWords(letters: string, words: readonly string[]): boolean[] {
  const n = letters.length;
  const best = Array.from({ length: n + 1 }, () => new Int32Array(words.length + 1));
  for (let i = n - 1; i >= 0; i--)
    for (let w = words.length - 1; w >= 0; w--)
      best[i]![w] =
        letters[i] === words[w]!.charAt(0) ? best[i + 1]![w + 1]! + 1 : Math.max(best[i + 1]![w]!, best[i]![w + 1]!);
  const lettered = words.map(() => false);
  for (let i = 0, w = 0; i < n && w < words.length;) {
    if (letters[i] === words[w]!.charAt(0)) {
      lettered[w] = true;
      i++;
      w++;
    } else if (best[i + 1]![w]! >= best[i]![w + 1]!) i++;
    else w++;
  }
  return lettered;
}

function sameSense(short: string, a: LongForm, b: LongForm, papersWith: ReadonlyMap<string, number>): boolean {
  const [x, y] = [partsOf(short, a.key), partsOf(short, b.key)];
  const [kept, others] = [signatures(x), signatures(y)];
  const alike = [...kept].some((signature) => others.has(signature));
  if (alike) {
    // "masked language model" and "masked language modeling" are two notions once both are in use.
    const sameHead = x.words.at(-1) === y.words.at(-1) || hasSpareHead(x) !== hasSpareHead(y);
    return sameHead || Math.min(papersWith.get(a.key) ?? 0, papersWith.get(b.key) ?? 0) <= 1;
  }
  return beginsWith(x, y) || beginsWith(y, x) || differsInOne(short, x, y) || isEllipsis(a, b, x, y);
}

/** "convolutional networks (CNNs)": a long form that lacks a word for a letter, but not the first and the last. */
function isEllipsis(a: LongForm, b: LongForm, x: Parts, y: Parts): boolean {
  const isShorter = x.stems.length < y.stems.length;
  const [part, whole] = isShorter ? [x.stems, y.stems] : [y.stems, x.stems];
  const rarer = isShorter ? a : b;
  if (rarer.papers * OWN_PAPER + (rarer.known?.papers ?? 0) < MIN_ELLIPSIS || part.length < 2) return false;
  let at = 0;
  for (const stem of whole) if (stem === part[at]) at++;
  return at === part.length && part[0] === whole[0] && part.at(-1) === whole.at(-1);
}
/** Papers of the background that must write so. */
const MIN_ELLIPSIS = 3;

/** "long short-term memory network": the head has no letter of LSTM. */
const hasSpareHead = ({ words, lettered }: Parts): boolean => !lettered.at(-1) && HEADS.has(words.at(-1)!);

/** The ways to say the same: all content words; without letterless adjuncts and heads; the words with letters. */
function signatures(parts: Parts): Set<string> {
  const { words, stems, lettered } = parts;
  const last = words.length - 1;
  const join = (keep: (w: number) => boolean) => stems.filter((_, w) => keep(w)).join("");
  const content = (w: number) => !FUNCTION_WORDS.has(words[w]!);
  const noHead = (w: number) => content(w) && !(w === last && hasSpareHead(parts));
  const noAdjunct = (w: number) => noHead(w) && (lettered[w]! || !ADJUNCTS.has(words[w]!));
  const letters = (w: number) => noHead(w) && (lettered[w]! || w === last);
  return new Set([join(content), join(noHead), join(noAdjunct), join(letters)]);
}

/** "maximum likelihood", "maximum likelihood estimation": what is lacking has a letter. */
function beginsWith(whole: Parts, part: Parts): boolean {
  const n = part.stems.length;
  return (
    n >= 2 &&
    n < whole.stems.length &&
    part.stems.every((word, w) => word === whole.stems[w]) &&
    whole.lettered.slice(n).every(Boolean)
  );
}

/** "rotary positional embedding", "Rotary Position Encoding": a long short form has hardly two so near senses. */
function differsInOne(short: string, a: Parts, b: Parts): boolean {
  const n = a.stems.length;
  if (looseKey(short).length < 4 || n < 3 || n !== b.stems.length) return false;
  return a.stems.filter((word, w) => word !== b.stems[w]).length === 1 && a.stems[0] === b.stems[0];
}
