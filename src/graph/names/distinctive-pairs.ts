/**
 * Two terms for a name: those whose papers, taken together, set a community apart.
 */
import { logLikelihood } from "./log-likelihood.ts";

export interface TellingTerm {
  readonly term: number;
  /** How far the term alone sets the community apart, times what its kind is worth in a name; above 0. */
  readonly score: number;
  /** What its kind is worth in a name. 0…1. */
  readonly weight: number;
}

/** A pair is led by its own terms' scores to this power: without them, two rare terms of a few papers would win. */
const OWN_POWER = 0.4;

/**
 * How far a set of papers with `inside` of a community's papers, and `outside` of the others, sets it apart:
 * log-likelihood (Dunning 1993) times the share of its papers that are inside, evened out by size; so what all
 * communities have cannot win by sheer number.
 */
export function apartness(inside: number, insideTotal: number, outside: number, outsideTotal: number): number {
  const share = inside / insideTotal;
  return (logLikelihood(inside, insideTotal, outside, outsideTotal) * share) / (share + outside / outsideTotal);
}

/**
 * Scored by the union of the two terms' papers. A general term adds papers of other communities to the union, so it
 * wins only where it adds far more of the community's own.
 *
 * @param papersOf papers of each term of the corpus.
 * @param isInside 1 for each paper of the community, at least one.
 * @returns every two of the terms (places in `terms`, the better term first), best pair first, ties in order.
 */
export function tellingPairs(
  terms: readonly TellingTerm[],
  papersOf: readonly Int32Array[],
  isInside: Uint8Array,
): readonly (readonly [first: number, second: number])[] {
  const size = terms.length;
  const insideTotal = isInside.reduce((sum, inside) => sum + inside, 0);
  const outsideTotal = Math.max(1, isInside.length - insideTotal);
  // Papers inside and outside that two terms share; on the diagonal, those of one.
  const shared = { inside: new Int32Array(size * size), outside: new Int32Array(size * size) };
  const termsOf = new Map<number, number[]>();
  terms.forEach(({ term }, i) => {
    for (const paper of papersOf[term]!) {
      const here = termsOf.get(paper) ?? [];
      here.push(i);
      termsOf.set(paper, here);
      const counts = isInside[paper] === 1 ? shared.inside : shared.outside;
      for (const j of here) counts[j * size + i]!++;
    }
  });
  const union = (counts: Int32Array, i: number, j: number) =>
    counts[i * size + i]! + counts[j * size + j]! - counts[i * size + j]!;

  const pairs: { readonly pair: readonly [number, number]; readonly score: number }[] = [];
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const apart = apartness(union(shared.inside, i, j), insideTotal, union(shared.outside, i, j), outsideTotal);
      const weight = Math.sqrt(terms[i]!.weight * terms[j]!.weight);
      pairs.push({ pair: [i, j], score: apart * weight * (terms[i]!.score * terms[j]!.score) ** OWN_POWER });
    }
  }
  return pairs.sort((a, b) => b.score - a.score).map(({ pair }) => pair);
}
