/**
 * "graph neural network" is a kind of "neural network": the head of a noun phrase stands at its end.
 */
import { headWords } from "../../lib/head-words.ts";

export interface Narrowing {
  /** Numbers of the terms. */
  readonly narrower: number;
  readonly broader: number;
  /** Share of the narrower term's words that the broader one covers, 0…1. */
  readonly share: number;
}

/** For each term of several words: the longest proper suffix of whole words that is a term itself. */
export function broaderTerms(terms: readonly string[]): Narrowing[] {
  const words = terms.map(headWords);
  const byForm = new Map<string, number>();
  words.forEach((list, term) => {
    const form = list.join(" ");
    if (!byForm.has(form)) byForm.set(form, term);
  });
  const found: Narrowing[] = [];
  words.forEach((list, narrower) => {
    for (let from = 1; from < list.length; from++) {
      const broader = byForm.get(list.slice(from).join(" "));
      if (broader === undefined || broader === narrower) continue;
      found.push({ narrower, broader, share: (list.length - from) / list.length });
      break;
    }
  });
  return found;
}
