/**
 * What the corpus tells a shard before the terms of its papers are described.
 */

/** What a shard must know of all terms, by their numbers. */
export interface TermFacts {
  /** Place in `TERM_TYPES`. */
  readonly types: Uint8Array;
  /** Place in the order of canonical forms. */
  readonly ranks: Uint32Array;
}

export interface TermAnswers {
  /** Per mention of the shard: number of its term, -1 where people dropped it. */
  readonly termOf: Int32Array;
  readonly facts: TermFacts;
}
