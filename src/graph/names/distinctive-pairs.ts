/**
 * Distinctive term pairs: the two terms for a name, whose papers, taken together, tell a community from the others
 * (keyness: Scott 1997).
 */
import { logLikelihood } from "./log-likelihood.ts";

export interface DistinctiveTerm {
  readonly term: number;
  /** Distinctiveness of the term alone, times its worth; above 0. */
  readonly score: number;
  /** What its kind is worth in a name. 0…1. */
  readonly worth: number;
}

/** A pair's score has the scores of its two terms as factors, to this power: else two rare terms of a few papers win. */
const OWN_POWER = 0.4;

/**
 * How distinctive a set of papers is for a community when it holds `inside` of its papers and `outside` of the others:
 * log-likelihood (Dunning 1993) times the share of its papers that are inside, evened out by size; so what all
 * communities have cannot win by sheer number.
 */
export function distinctiveness(inside: number, insideTotal: number, outside: number, outsideTotal: number): number {
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
export function distinctivePairs(
  terms: readonly DistinctiveTerm[],
  papersOf: (term: number) => Int32Array,
  isInside: Uint8Array,
): readonly (readonly [first: number, second: number])[] {
  const size = terms.length;
  const insideTotal = isInside.reduce((sum, inside) => sum + inside, 0);
  const outsideTotal = Math.max(1, isInside.length - insideTotal);
  // Papers inside and outside that two terms share; on the diagonal, those of one.
  const shared = { inside: new Int32Array(size * size), outside: new Int32Array(size * size) };
  const termsOf = new Map<number, number[]>();
  terms.forEach(({ term }, i) => {
    for (const paper of papersOf(term)) {
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
      const both = distinctiveness(union(shared.inside, i, j), insideTotal, union(shared.outside, i, j), outsideTotal);
      const worth = Math.sqrt(terms[i]!.worth * terms[j]!.worth);
      pairs.push({ pair: [i, j], score: both * worth * (terms[i]!.score * terms[j]!.score) ** OWN_POWER });
    }
  }
  return pairs.sort((a, b) => b.score - a.score).map(({ pair }) => pair);
}
