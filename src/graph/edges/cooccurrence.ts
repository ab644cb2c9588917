/**
 * Pairs of terms that occur together more than chance would have it.
 */
import type { GraphConfig } from "../config.ts";
import { type Corpus, rowsByTerm, type TermPapers } from "../corpus.ts";

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

/** Pairs of terms in columns, by source, then target; `source < target`. */
export interface TermPairs {
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** Papers that have both. */
  readonly papers: Int32Array;
  /** −1…1. */
  readonly npmi: Float64Array;
  /** Association strength; above 0. */
  readonly strength: Float64Array;
}

/**
 * @returns the pairs with enough papers and evidence, of them the strongest few per term: a pair stays if either of its
 *   terms keeps it. Of these at most `max`, the strongest.
 */
export function strongestPairs(
  corpus: Corpus,
  papersOf: TermPapers,
  config: GraphConfig,
  max: number,
): TermPairs & { readonly isWhole: boolean } {
  const pairs = sharedPairs(corpus, papersOf, config);
  const { source, target, papers, npmi } = pairs;
  const rank = npmi.map((value, i) => value * Math.log(1 + papers[i]!));
  const order = Int32Array.from(source.keys()).sort((a, b) => rank[b]! - rank[a]! || a - b);
  const kept = new Int32Array(corpus.terms.length);
  const stays = new Uint8Array(order.length);
  for (const i of order) {
    if (kept[source[i]!]! >= config.relationsPerTerm && kept[target[i]!]! >= config.relationsPerTerm) continue;
    kept[source[i]!]!++;
    kept[target[i]!]!++;
    stays[i] = 1;
  }
  const strongest = order.filter((i) => stays[i] === 1);
  return { ...somePairs(pairs, strongest.slice(0, max).sort()), isWhole: strongest.length <= max };
}

function somePairs({ source, target, papers, npmi, strength }: TermPairs, places: Int32Array): TermPairs {
  return {
    source: places.map((i) => source[i]!),
    target: places.map((i) => target[i]!),
    papers: places.map((i) => papers[i]!),
    npmi: Float64Array.from(places, (i) => npmi[i]!),
    strength: Float64Array.from(places, (i) => strength[i]!),
  };
}

function sharedPairs(
  corpus: Corpus,
  { offsets: termStarts, papers: papersByTerm }: TermPapers,
  { minRelationPapers, minNpmi }: GraphConfig,
): TermPairs {
  const { offsets, term } = corpus.paperTerms;
  const termsOf = rowsByTerm(corpus).map((row) => term[row]!);
  const total = corpus.papers.length;
  const frequency = Int32Array.from(corpus.terms, ({ papers }) => papers);
  const isRare = (t: number) => termStarts[t + 1]! - termStarts[t]! < minRelationPapers;
  // Terms of a paper stand in ascending order, and so do the sources: the place of the source in each paper moves on.
  const nextIn = offsets.slice();
  const together = new Int32Array(corpus.terms.length);
  const touched = new Int32Array(corpus.terms.length);
  const found = { source: [] as number[], target: [] as number[], papers: [] as number[], npmi: [] as number[] };
  for (let source = 0; source < corpus.terms.length; source++) {
    let count = 0;
    for (let at = termStarts[source]!; at < termStarts[source + 1]!; at++) {
      const paper = papersByTerm[at]!;
      const next = ++nextIn[paper]!;
      if (isRare(source)) continue;
      for (let place = next, end = offsets[paper + 1]!; place < end; place++) {
        const target = termsOf[place]!;
        if (together[target]!++ === 0) touched[count++] = target;
      }
    }
    for (const target of touched.subarray(0, count).sort()) {
      const both = together[target]!;
      together[target] = 0;
      if (both < minRelationPapers) continue;
      const value = npmi(both, frequency[source]!, frequency[target]!, total);
      if (value < minNpmi) continue;
      found.source.push(source);
      found.target.push(target);
      found.papers.push(both);
      found.npmi.push(value);
    }
  }
  const source = Int32Array.from(found.source);
  const target = Int32Array.from(found.target);
  const papers = Int32Array.from(found.papers);
  const strength = Float64Array.from(papers, (both, i) =>
    associationStrength(both, frequency[source[i]!]!, frequency[target[i]!]!),
  );
  return { source, target, papers, npmi: Float64Array.from(found.npmi), strength };
}
