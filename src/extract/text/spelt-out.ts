/**
 * Definitions without a bracket: "RLVR: reinforcement learning with verifiable rewards", "Bayesian variable selection, or
 * BVS", "MP stands for max pooling".
 *
 * Short and long form stand side by side, with nothing but words like these between them, and every word gives its initial.
 */
import { DEFINING_WORDS } from "./defining-words.ts";
import { FUNCTION_WORDS } from "./function-words.ts";
import { looksLikeAcronym, shortLetters } from "./short-forms.ts";
import { Gap, type Sentence, TokenKind, type Tokens } from "./tokens.ts";

interface SpeltOut {
  /** Token of the short form. */
  readonly short: number;
  /** Tokens, end exclusive. */
  readonly long: readonly [from: number, to: number];
}

/** Two letters are met by chance: such a short form needs a word that says what it is. */
const MIN_LETTERS = 3;
/** Words between the two. */
const MAX_BETWEEN = 3;

/** @param isDefined is the short form at that token known already? */
export function findSpeltOut(tokens: Tokens, isDefined: (letters: string, token: number) => boolean): SpeltOut[] {
  const found = new Map<string, SpeltOut>();
  for (const sentence of tokens.sentences) {
    for (let at = sentence.from; at < sentence.to; at++) {
      const word = tokens.words[at]!;
      if (tokens.kind[at] !== TokenKind.Word || !looksLikeAcronym(word)) continue;
      const letters = shortLetters(word).toLowerCase();
      if (found.has(letters) || isDefined(letters, at) || /[^\p{Ll}]/u.test(letters)) continue;
      const long = longBehind(tokens, sentence, at, letters) ?? longBefore(tokens, sentence, at, letters);
      if (long) found.set(letters, { short: at, long });
    }
  }
  return [...found.values()];
}

type Range = readonly [from: number, to: number];

function longBehind(tokens: Tokens, { to: end }: Sentence, at: number, letters: string): Range | undefined {
  let isSaid = at + 1 < end && tokens.text.slice(tokens.end[at], tokens.start[at + 1]).includes("=");
  for (let from = at + 1; from < end && from <= at + 1 + MAX_BETWEEN; from++) {
    const to = isSaid || letters.length >= MIN_LETTERS ? endOfLetters(tokens, from, end, letters) : -1;
    if (to >= 0) return [from, to];
    const word = tokens.words[from]!.toLowerCase();
    if (DEFINING_WORDS.has(word)) isSaid = true;
    else if (!FUNCTION_WORDS.has(word)) return undefined;
  }
  return undefined;
}

function longBefore(tokens: Tokens, { from: first }: Sentence, at: number, letters: string): Range | undefined {
  let isSaid = false;
  for (let to = at; to > first && to >= at - MAX_BETWEEN; to--) {
    if (isSaid || letters.length >= MIN_LETTERS)
      for (let from = to - 1; from >= first && from >= to - 2 * letters.length; from--)
        if (endOfLetters(tokens, from, to, letters) === to) return [from, to];
    const word = tokens.words[to - 1]!.toLowerCase();
    if (DEFINING_WORDS.has(word)) isSaid = true;
    else if (!FUNCTION_WORDS.has(word)) return undefined;
  }
  return undefined;
}

/** Token behind the last word that gives a letter, or -1. Words of the closed class may give none. */
function endOfLetters(tokens: Tokens, from: number, end: number, letters: string): number {
  let letter = 0;
  for (let i = from; i < end; i++) {
    const word = tokens.words[i]!.toLowerCase();
    if (i > from && !mayFollow(tokens, i)) return -1;
    const isFunctionWord = FUNCTION_WORDS.has(word);
    if (isFunctionWord && i === from) return -1;
    const parts = word.split(/[-‐‑–]/u);
    if (parts.every((part, p) => part.length > 1 && part.charAt(0) === letters.charAt(letter + p)))
      letter += parts.length;
    else if (!isFunctionWord) return -1;
    if (letter === letters.length) return isFunctionWord ? -1 : i + 1;
  }
  return -1;
}

const mayFollow = ({ gap, kind }: Tokens, i: number): boolean =>
  kind[i] === TokenKind.Word && (gap[i] === Gap.Space || gap[i] === Gap.Dash || gap[i] === Gap.Slash);
