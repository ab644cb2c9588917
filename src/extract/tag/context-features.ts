/**
 * Features of a token that depend on its neighbours and its paper, not on the word alone: in groups by what they look
 * at, so that the scores of a group can be kept for the next token that looks at the same.
 *
 * Every group appends feature hashes to `out`. `a` and `b` are neighbours, `a` first.
 */
import { type HashSink, mix32 } from "../model/feature-hash.ts";
import { type WordFacts } from "./words.ts";

/** First family number: `words.ts` uses those below. */
const BASE = 64;

/** Of token `b`, from itself and the token before it. */
export function beforeFeatures(a: WordFacts, b: WordFacts, out: HashSink): void {
  out.push(mix32(BASE + 5, mix32(a.hash, b.hash)));
  out.push(mix32(BASE + 7, mix32(a.tags, b.tags)));
  out.push(mix32(BASE + 10, mix32(a.fine, b.fine)));
  out.push(mix32(BASE + 34, mix32(a.fine, b.hash)));
  out.push(mix32(BASE + 36, mix32(a.hash, b.fine)));
  out.push(mix32(BASE + 32, mix32(a.logPapers >> 4, b.logPapers >> 4)));
}

/** Of token `a`, from itself and the token behind it. */
export function behindFeatures(a: WordFacts, b: WordFacts, out: HashSink): void {
  out.push(mix32(BASE + 6, mix32(a.hash, b.hash)));
  out.push(mix32(BASE + 8, mix32(a.tags, b.tags)));
  out.push(mix32(BASE + 11, mix32(a.fine, b.fine)));
  out.push(mix32(BASE + 35, mix32(a.hash, b.fine)));
  out.push(mix32(BASE + 37, mix32(a.fine, b.hash)));
  out.push(mix32(BASE + 33, mix32(a.logPapers >> 4, b.logPapers >> 4)));
}

/** Of the token that follows both. */
export function twoBeforeFeatures(a: WordFacts, b: WordFacts, out: HashSink): void {
  out.push(mix32(BASE + 13, mix32(a.tags, b.tags)));
}

/** Of the token that both follow. */
export function twoBehindFeatures(a: WordFacts, b: WordFacts, out: HashSink): void {
  out.push(mix32(BASE + 14, mix32(a.tags, b.tags)));
}

/** From the word alone, beside those in `words.ts`. */
export function wordAloneFeatures(word: WordFacts, out: HashSink): void {
  out.push(mix32(BASE + 19, mix32(word.tags, word.shape)));
  out.push(mix32(BASE + 31, mix32(word.logPapers >> 4, word.titleRate >> 3)));
}

/** From the classes (0…15) of the gaps: two before the token, before it, behind it, two behind it. */
export function gapFeatures(twoBefore: number, before: number, behind: number, twoBehind: number, out: HashSink): void {
  out.push(mix32(BASE, before));
  out.push(mix32(BASE + 1, behind));
  out.push(mix32(BASE + 2, before * 16 + behind));
  out.push(mix32(BASE + 3, twoBefore * 16 + before));
  out.push(mix32(BASE + 4, behind * 16 + twoBehind));
}

/** How the token sticks to its neighbours in the background (0…63 each): frequency and pointwise mutual information. */
export function cohesionFeatures(before: number, behind: number, out: HashSink): void {
  out.push(mix32(BASE + 21, before));
  out.push(mix32(BASE + 22, behind));
  out.push(mix32(BASE + 23, before * 64 + behind));
}

/** What the paper says of the word. */
export interface WordInPaper {
  readonly isTitle: boolean;
  readonly inTitle: boolean;
  /** Occurrences, at most 5. */
  readonly times: number;
}

export function paperFeatures({ isTitle, inTitle, times }: WordInPaper, out: HashSink): void {
  out.push(mix32(BASE + 26, (isTitle ? 100 : 0) + times * 2 + (inTitle ? 1 : 0)));
}

/** What kinds of tokens stand here, and where. */
export interface TokenPlace {
  readonly isTitle: boolean;
  /** See `FieldView.abbreviation`; 0 beyond the sentence. */
  readonly abbreviation: number;
  readonly nextAbbreviation: number;
  /** See `TokenKind`; 3 beyond the sentence. */
  readonly kind: number;
  readonly nextKind: number;
  /** Number of the sentence in an abstract, at most 3. */
  readonly sentence: number;
}

export function placeFeatures(place: TokenPlace, out: HashSink): void {
  const { isTitle, abbreviation, nextAbbreviation, kind, nextKind, sentence } = place;
  out.push(mix32(BASE + 27, abbreviation * 2 + (isTitle ? 1 : 0)));
  out.push(mix32(BASE + 28, abbreviation * 4 + nextAbbreviation));
  out.push(mix32(BASE + 29, kind * 4 + nextKind));
  out.push(mix32(BASE + 30, isTitle ? 0 : 1 + sentence));
}

/** A token with two neighbours on either side, its gaps and its cohesions. */
export interface Surroundings {
  readonly twoBefore: WordFacts;
  readonly before: WordFacts;
  readonly word: WordFacts;
  readonly behind: WordFacts;
  readonly twoBehind: WordFacts;
  readonly gapBefore: number;
  readonly gapBehind: number;
  readonly cohesionBefore: number;
  readonly cohesionBehind: number;
  /** 1 in a title, 2 at the start of a sentence, 0 elsewhere. */
  readonly position: number;
}

/** What looks at so much at once that it seldom comes again. */
export function looseFeatures(s: Surroundings, out: HashSink): void {
  const { twoBefore, before, word, behind, twoBehind } = s;
  out.push(mix32(BASE + 9, mix32(mix32(before.tags, word.tags), behind.tags)));
  out.push(mix32(BASE + 12, mix32(mix32(before.coarse, word.coarse), behind.coarse)));
  out.push(mix32(BASE + 15, mix32(mix32(twoBefore.coarse, before.coarse), word.coarse)));
  out.push(mix32(BASE + 16, mix32(mix32(word.coarse, behind.coarse), twoBehind.coarse)));
  out.push(mix32(BASE + 17, mix32(word.tags, s.gapBefore * 16 + s.gapBehind)));
  out.push(mix32(BASE + 18, mix32(word.shape, s.position)));
  out.push(mix32(BASE + 20, mix32(before.hash, behind.hash)));
  out.push(mix32(BASE + 24, mix32(word.tags, s.cohesionBehind)));
  out.push(mix32(BASE + 25, mix32(word.tags, s.cohesionBefore)));
}
