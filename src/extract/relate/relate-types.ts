/**
 * A paper as relations are read from it: its terms with roles and places, and the sentences they stand in.
 */
import type { TextField } from "../../domain/paper.ts";

/** One place of a term. Offsets are UTF-16 units in the field as it is tagged. */
export interface RelatePlace {
  readonly field: TextField;
  readonly start: number;
  readonly end: number;
  /** Offsets of its sentence, and the sentence's number in its field. */
  readonly sentence: { readonly start: number; readonly end: number };
  readonly sentenceNumber: number;
}

export interface RelateTerm {
  /** Place in `TERM_TYPES`. */
  readonly type: number;
  /** One share per role, in the order of `ROLES`; they sum to 1. */
  readonly roles: ArrayLike<number>;
  /** 0…1: see `PaperTerm.certainty`. */
  readonly certainty: number;
  /** In text order, title first; at least one; no two of a paper overlap. */
  readonly places: readonly RelatePlace[];
}

export interface RelatePaper {
  readonly title: string;
  readonly abstract: string;
  /** Number of sentences of the abstract. */
  readonly sentences: number;
  readonly terms: readonly RelateTerm[];
}

/** What a paper states of two of its terms, by their places in `RelatePaper.terms`. */
export interface FoundRelation {
  /** Place in `STATED_KINDS`. */
  readonly kind: number;
  readonly head: number;
  readonly tail: number;
  /** 0…1. */
  readonly confidence: number;
  /** A place in the sentence that says so: `places[place]` of the term `placeOf`. */
  readonly placeOf: number;
  readonly place: number;
  /** The words that decided; empty where none did. */
  readonly cue: string;
}
