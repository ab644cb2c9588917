/**
 * What the steps of the extraction hand on: candidates, the paper they stand in, and those that were chosen.
 */
import type { TextField } from "../domain/paper.ts";

/** A possible term in one place. Offsets are UTF-16 units in the field as it is tagged: see `text/clean`. */
export interface Candidate {
  readonly field: TextField;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** See `variantKey`. */
  readonly key: string;
  /** Offsets of its sentence, and the sentence's number in its field. */
  readonly sentence: { readonly start: number; readonly end: number };
  readonly sentenceNumber: number;
  /** Words in the span. */
  readonly words: number;
  /** Of the tagger, 0…1. */
  readonly probability: number;
  /** Log-scale scores of the five types, in the order of `TERM_TYPES`. */
  readonly types: ArrayLike<number>;
  /** The part of `types` that the string itself decides, wherever it stands. */
  readonly typesByForm: ArrayLike<number>;
  /** What is known of the first and the last word and of those beside them, 0…255 each: see `EndFact`. */
  readonly ends: ArrayLike<number>;
}

/** Places in `Candidate.ends`. */
export const enum EndFact {
  /** log2 of background document frequency × 15. */
  FirstPapers,
  LastPapers,
  /** × 255. */
  LastTitleRate,
  /** Part of speech, as a small number. */
  FirstKind,
  LastKind,
  /** Of the words beside the candidate, where a blank alone parts them: frequency, part of speech, cohesion. */
  BeforePapers,
  BeforeKind,
  BeforeCohesion,
  BehindPapers,
  BehindKind,
  BehindCohesion,
  /** Kind of text: see `TextKinds`. */
  TextKind,
}

export interface DefinedAbbreviation {
  readonly field: TextField;
  readonly short: { readonly start: number; readonly end: number; readonly text: string };
  readonly long: { readonly start: number; readonly end: number; readonly text: string };
}

export interface TaggedPaper {
  readonly english: boolean;
  /** In text order, title first; they overlap. */
  readonly candidates: readonly Candidate[];
  readonly abbreviations: readonly DefinedAbbreviation[];
  readonly sentences: { readonly title: number; readonly abstract: number };
  /** Offsets of the sentences of a field that terms are read from, in text order. */
  sentencesOf(field: TextField): readonly { readonly start: number; readonly end: number }[];
}

/** A candidate that is a mention. */
export interface Chosen {
  readonly candidate: Candidate;
  /** Of its string in this paper, 0…1. */
  readonly probability: number;
  /** Found by its form alone: see `link`. */
  readonly isLinked?: boolean;
}
