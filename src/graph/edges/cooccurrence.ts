/**
 * Pairs of terms that occur together more than chance would have it.
 */
import type { GraphConfig } from "../config.ts";
import type { Corpus } from "../corpus.ts";

/**
 * Normalised pointwise mutual information over papers, −1 (never together) … 0 (independent) … 1 (always together):
 * ln(p(a,b) / p(a)p(b)) / −ln p(a,b). Bouma 2009, "Normalized (pointwise) mutual information in collocation extraction".
 */
export function npmi(together: number, a: number, b: number, total: number): number {
  if (together === 0 || a === 0 || b === 0) return -1;
  if (together === total) return 1;
  const value = Math.log((together * total) / (a * b)) / -Math.log(together / total);
  return Math.max(-1, Math.min(1, value));
}

/**
 * Association strength: papers together over what chance would give, up to a constant factor.
 * van Eck & Waltman 2009, "How to normalize cooccurrence data?".
 */
function associationStrength(together: number, a: number, b: number): number {
  return together / (a * b);
}

/** Terms are numbers; `source < target`. */
export interface TermPair {
  readonly source: number;
  readonly target: number;
  /** Papers that have both. */
  readonly papers: number;
  /** −1…1. */
  readonly npmi: number;
  /** Association strength; above 0. */
  readonly strength: number;
}

/**
 * @param papersOf papers of each term.
 * @returns the pairs with enough papers and evidence, of them the strongest few per term (a pair stays if either keeps
 *   it), strongest first.
 */
export function strongestPairs(corpus: Corpus, papersOf: readonly Int32Array[], config: GraphConfig): TermPair[] {
  const pairs = sharedPairs(corpus, papersOf, config);
  const rank = Float64Array.from(pairs, (pair) => pair.npmi * Math.log(1 + pair.papers));
  const order = Array.from(pairs.keys()).sort((a, b) => rank[b]! - rank[a]! || a - b);
  const kept = new Int32Array(corpus.terms.length);
  const stays: TermPair[] = [];
  for (const i of order) {
    const pair = pairs[i]!;
    const { source, target } = pair;
    if (kept[source]! >= config.relationsPerTerm && kept[target]! >= config.relationsPerTerm) continue;
    kept[source]!++;
    kept[target]!++;
    stays.push(pair);
  }
  return stays;
}

/** By source, then target. */
function sharedPairs(
  corpus: Corpus,
  papersOf: readonly Int32Array[],
  { minRelationPapers, minNpmi }: GraphConfig,
): TermPair[] {
  const termsOf = corpus.paperTerms.map((entries) =>
    Int32Array.from(entries, ({ term }) => term)
      .filter((term) => papersOf[term]!.length >= minRelationPapers)
      .sort(),
  );
  const total = corpus.papers.length;
  // Terms of a paper stand in ascending order, and so do the sources: the place of the source in each paper moves on.
  const nextIn = new Int32Array(total);
  const together = new Int32Array(corpus.terms.length);
  const touched = new Int32Array(corpus.terms.length);
  const pairs: TermPair[] = [];
  papersOf.forEach((papers, source) => {
    if (papers.length < minRelationPapers) return;
    let count = 0;
    for (const paper of papers) {
      const terms = termsOf[paper]!;
      for (let at = ++nextIn[paper]!; at < terms.length; at++) {
        const target = terms[at]!;
        if (together[target]!++ === 0) touched[count++] = target;
      }
    }
    const frequency = corpus.terms[source]!.papers;
    for (const target of touched.subarray(0, count).sort()) {
      const both = together[target]!;
      together[target] = 0;
      if (both < minRelationPapers) continue;
      const other = corpus.terms[target]!.papers;
      const value = npmi(both, frequency, other, total);
      if (value < minNpmi) continue;
      pairs.push({ source, target, papers: both, npmi: value, strength: associationStrength(both, frequency, other) });
    }
  });
  return pairs;
}
