/**
 * Whether two long forms of one short form say the same: "long short-term memory", "Long-Short Term Memory networks".
 */
import { suffixStem } from "../../lib/stems.ts";
import { FUNCTION_WORDS } from "../text/function-words.ts";
import { singular } from "../text/variants.ts";
import type { KnownSense } from "../model/notions.ts";
import { looseKey } from "./short-keys.ts";

/** A paper of the corpus counts as much as so many of the background. */
export const OWN_PAPER = 8;

export interface LongForm {
  readonly key: string;
  readonly text: string;
  /** Papers of the corpus that give it; what the background says of it. */
  papers: number;
  known?: KnownSense;
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

export function sameSense(short: string, a: LongForm, b: LongForm, papersWith: ReadonlyMap<string, number>): boolean {
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
