/**
 * What a large background corpus, read by the tagger, thinks of a string as a term.
 */
import { type Background } from "./background.ts";
import { phraseHash } from "./feature-hash.ts";

export interface Termhood {
  /** Background papers in which the string was a candidate. */
  readonly papers: number;
  /** Mean over these papers of its greatest probability, 0…1. */
  readonly mean: number;
  /** Mean type probabilities in the order of `TERM_TYPES`. */
  readonly types: readonly number[];
}

export type TermhoodOf = (key: string) => Termhood | undefined;

/** @returns the record of a variant key in the shipped table, if it has one */
export function backgroundTermhood(background: Background): TermhoodOf {
  return (key) => {
    const at = background.terms.get(phraseHash(key.split(" ")));
    if (at < 0) return undefined;
    const types = Array.from({ length: 4 }, (_, t) => (background.termTypes[at * 4 + t] ?? 0) / 255);
    return {
      papers: 2 ** ((background.termLogPapers[at] ?? 0) / 15),
      mean: (background.termMean[at] ?? 0) / 255,
      types: [...types, Math.max(0, 1 - types.reduce((a, b) => a + b, 0))],
    };
  };
}
