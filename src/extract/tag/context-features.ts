/**
 * Features of a token that depend on its neighbours and its paper, not on the word alone: in groups by what they look
 * at, so that the scores of a group can be kept for the next token that looks at the same.
 *
 * Every group appends feature hashes to `out`. `a` and `b` are neighbours, `a` first.
 */
import { type HashSink, mix32 } from "../model/feature-hash.ts";
import { type WordFacts } from "./words.ts";

/** What a feature looks at; `words.ts` uses the numbers below 64. The model is trained on these numbers: none moves. */
const enum Family {
  GapBefore = 64,
  GapBehind,
  GapsAround,
  TwoGapsBefore,
  TwoGapsBehind,
  WordsBefore,
  WordsBehind,
  TagsBefore,
  TagsBehind,
  TagsAround,
  FineBefore,
  FineBehind,
  CoarseAround,
  TagsTwoBefore,
  TagsTwoBehind,
  CoarseTwoBefore,
  CoarseTwoBehind,
  TagsAndGaps,
  ShapeAndPosition,
  TagsAndShape,
  WordsAround,
  CohesionBefore,
  CohesionBehind,
  Cohesions,
  TagsAndCohesionBehind,
  TagsAndCohesionBefore,
  TimesInPaper,
  AbbreviationInField,
  Abbreviations,
  Kinds,
  SentenceNumber,
  PapersAndTitleRate,
  PapersBefore,
  PapersBehind,
  FineBeforeWord,
  WordThenFine,
  WordBeforeFine,
  FineThenWord,
  KindOfText,
  PairBeforeInPaper,
  PairBehindInPaper,
  PairsInPaper,
}

/** Of token `b`, from itself and the token before it. */
export function beforeFeatures(a: WordFacts, b: WordFacts, out: HashSink): void {
  out.push(mix32(Family.WordsBefore, mix32(a.hash, b.hash)));
  out.push(mix32(Family.TagsBefore, mix32(a.tags, b.tags)));
  out.push(mix32(Family.FineBefore, mix32(a.fine, b.fine)));
  out.push(mix32(Family.FineBeforeWord, mix32(a.fine, b.hash)));
  out.push(mix32(Family.WordBeforeFine, mix32(a.hash, b.fine)));
  out.push(mix32(Family.PapersBefore, mix32(a.logPapers >> 4, b.logPapers >> 4)));
}

/** Of token `a`, from itself and the token behind it. */
export function behindFeatures(a: WordFacts, b: WordFacts, out: HashSink): void {
  out.push(mix32(Family.WordsBehind, mix32(a.hash, b.hash)));
  out.push(mix32(Family.TagsBehind, mix32(a.tags, b.tags)));
  out.push(mix32(Family.FineBehind, mix32(a.fine, b.fine)));
  out.push(mix32(Family.WordThenFine, mix32(a.hash, b.fine)));
  out.push(mix32(Family.FineThenWord, mix32(a.fine, b.hash)));
  out.push(mix32(Family.PapersBehind, mix32(a.logPapers >> 4, b.logPapers >> 4)));
}

/** Of the token that follows both. */
export function twoBeforeFeatures(a: WordFacts, b: WordFacts, out: HashSink): void {
  out.push(mix32(Family.TagsTwoBefore, mix32(a.tags, b.tags)));
}

/** Of the token that both follow. */
export function twoBehindFeatures(a: WordFacts, b: WordFacts, out: HashSink): void {
  out.push(mix32(Family.TagsTwoBehind, mix32(a.tags, b.tags)));
}

/** From the word alone, beside those in `words.ts`. */
export function wordAloneFeatures(word: WordFacts, out: HashSink): void {
  out.push(mix32(Family.TagsAndShape, mix32(word.tags, word.shape)));
  out.push(mix32(Family.PapersAndTitleRate, mix32(word.logPapers >> 4, word.titleRate >> 3)));
}

/** Number of classes of gaps. */
export const GAPS = 16;

/** The classes (0…15) of the gaps two before the token, before it, behind it, two behind it, as one number. */
export function gapKey(twoBefore: number, before: number, behind: number, twoBehind: number): number {
  return ((twoBefore * GAPS + before) * GAPS + behind) * GAPS + twoBehind;
}

/** @param key a `gapKey`: pairs of neighbouring gaps are parts of it. */
export function gapFeatures(key: number, out: HashSink): void {
  const before = (key >> 8) & (GAPS - 1);
  const behind = (key >> 4) & (GAPS - 1);
  out.push(mix32(Family.GapBefore, before));
  out.push(mix32(Family.GapBehind, behind));
  out.push(mix32(Family.GapsAround, before * GAPS + behind));
  out.push(mix32(Family.TwoGapsBefore, key >> 8));
  out.push(mix32(Family.TwoGapsBehind, key & (GAPS * GAPS - 1)));
}

/** Number of values of cohesion. */
export const COHESIONS = 64;

/** How the token sticks to its neighbours in the background (0…63 each): frequency and pointwise mutual information. */
export function cohesionKey(before: number, behind: number): number {
  return before * COHESIONS + behind;
}

/** @param key a `cohesionKey`. */
export function cohesionFeatures(key: number, out: HashSink): void {
  out.push(mix32(Family.CohesionBefore, Math.floor(key / COHESIONS)));
  out.push(mix32(Family.CohesionBehind, key % COHESIONS));
  out.push(mix32(Family.Cohesions, key));
}

/** What the paper says of the word. */
export interface WordInPaper {
  readonly isTitle: boolean;
  readonly inTitle: boolean;
  /** Occurrences, at most 5. */
  readonly times: number;
  /** Kind of text, below 4. */
  readonly kind: number;
}

/** Number of values of `paperKey`. */
export const PAPER_KEYS = 96;

export function paperKey({ isTitle, inTitle, times, kind }: WordInPaper): number {
  return ((kind * 2 + (isTitle ? 1 : 0)) * 2 + (inTitle ? 1 : 0)) * 6 + times;
}

export function paperFeatures({ isTitle, inTitle, times, kind }: WordInPaper, out: HashSink): void {
  out.push(mix32(Family.KindOfText, kind * 2 + (isTitle ? 1 : 0)));
  out.push(mix32(Family.TimesInPaper, (isTitle ? 100 : 0) + times * 2 + (inTitle ? 1 : 0)));
}

/** How often the paper says the word together with the one before it, and with the one behind it. */
export interface PairsInPaper {
  /** See `FieldView.pairs`. */
  readonly before: number;
  readonly behind: number;
  /** Occurrences of the word, at most 5. */
  readonly times: number;
}

/** Number of values of `pairsKey`. */
export const PAIR_KEYS = 96;

export function pairsKey({ before, behind, times }: PairsInPaper): number {
  return (before * 4 + behind) * 6 + times;
}

export function pairsFeatures({ before, behind, times }: PairsInPaper, out: HashSink): void {
  out.push(mix32(Family.PairBeforeInPaper, before * 6 + times));
  out.push(mix32(Family.PairBehindInPaper, behind * 6 + times));
  out.push(mix32(Family.PairsInPaper, before * 4 + behind));
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

/** Number of values of `placeKey`. */
export const PLACE_KEYS = 2048;

export function placeKey({ isTitle, abbreviation, nextAbbreviation, kind, nextKind, sentence }: TokenPlace): number {
  const kinds = kind * 4 + nextKind;
  const abbreviations = abbreviation * 4 + nextAbbreviation;
  return ((kinds * 16 + abbreviations) * 4 + sentence) * 2 + (isTitle ? 1 : 0);
}

export function placeFeatures(place: TokenPlace, out: HashSink): void {
  const { isTitle, abbreviation, nextAbbreviation, kind, nextKind, sentence } = place;
  out.push(mix32(Family.AbbreviationInField, abbreviation * 2 + (isTitle ? 1 : 0)));
  out.push(mix32(Family.Abbreviations, abbreviation * 4 + nextAbbreviation));
  out.push(mix32(Family.Kinds, kind * 4 + nextKind));
  out.push(mix32(Family.SentenceNumber, isTitle ? 0 : 1 + sentence));
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
  out.push(mix32(Family.TagsAround, mix32(mix32(before.tags, word.tags), behind.tags)));
  out.push(mix32(Family.CoarseAround, mix32(mix32(before.coarse, word.coarse), behind.coarse)));
  out.push(mix32(Family.CoarseTwoBefore, mix32(mix32(twoBefore.coarse, before.coarse), word.coarse)));
  out.push(mix32(Family.CoarseTwoBehind, mix32(mix32(word.coarse, behind.coarse), twoBehind.coarse)));
  out.push(mix32(Family.TagsAndGaps, mix32(word.tags, s.gapBefore * 16 + s.gapBehind)));
  out.push(mix32(Family.ShapeAndPosition, mix32(word.shape, s.position)));
  out.push(mix32(Family.WordsAround, mix32(before.hash, behind.hash)));
  out.push(mix32(Family.TagsAndCohesionBehind, mix32(word.tags, s.cohesionBehind)));
  out.push(mix32(Family.TagsAndCohesionBefore, mix32(word.tags, s.cohesionBefore)));
}
