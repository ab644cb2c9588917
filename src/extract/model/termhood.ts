/**
 * What a large background corpus, read by the tagger, thinks of a string as a term.
 */
import { type Background } from "./background.ts";
import { phraseHash } from "./feature-hash.ts";
import { power } from "../../lib/power.ts";

export interface Termhood {
  /** Papers among 20,000 of the background in which the string was a candidate. */
  readonly papers: number;
  /** Mean over these papers of its greatest probability, 0…1. */
  readonly mean: number;
}

export type TermhoodOf = (key: string) => Termhood | undefined;

/** @returns the record of a variant key in the shipped table, if it has one */
export function backgroundTermhood(background: Background): TermhoodOf {
  return (key) => {
    const at = background.terms.get(phraseHash(key.split(" ")));
    if (at < 0) return undefined;
    return { papers: power(2, (background.termLogPapers[at] ?? 0) / 15), mean: (background.termMean[at] ?? 0) / 255 };
  };
}
