/**
 * Paper–paper edges of the document: the papers most like each paper, and the terms they share.
 *
 * The smoothed neighbourhoods name the candidates; among them the papers' own words and terms decide.
 */
import type { SimilarEdge } from "../../contract/graph-document.ts";
import { roundTo } from "../../lib/order.ts";
import type { Narrowing } from "./broader-terms.ts";
import type { Corpus } from "../corpus.ts";
import type { Neighbors } from "../similarity/nearest-neighbors.ts";
import type { Similarity } from "../similarity/similarity.ts";
import type { SparseMatrix } from "../similarity/sparse.ts";

const MAX_SHARED = 5;
/** What a mention of a narrower term counts for its broader one. */
const BROADER_SHARE = 0.7;

/** Each paper keeps its `perPaper` nearest; an edge stays if either end keeps it. The weight is the cosine, 0…1. */
export function similarPapers(
  corpus: Corpus,
  { views, middle, middleOfMicroClusters, features }: Similarity,
  narrowings: readonly Narrowing[],
  perPaper: number,
): SimilarEdge[] {
  const looks = middleOfMicroClusters === middle ? views : [middle];
  const { pairs, cosines } = nearestByFeatures(features, looks, perPaper);
  const papers = corpus.papers.length;
  const about = withBroaderTerms(corpus, narrowings);
  const idf = Float64Array.from(corpus.terms, (term) => Math.log(1 + papers / Math.max(1, term.papers)));
  return Array.from(pairs, (pair, e) => {
    const source = Math.floor(pair / papers);
    const target = pair % papers;
    const shared = sharedTerms(about[source]!, about[target]!, idf).map((term) => `t${term}`);
    return { source: `p${source}`, target: `p${target}`, weight: Math.min(1, cosines[e]!), shared };
  });
}

/** @returns smaller paper · papers + larger paper, ascending, and the cosine of each pair, rounded, above 0. */
function nearestByFeatures(
  features: SparseMatrix,
  looks: readonly Neighbors[],
  perPaper: number,
): { readonly pairs: Float64Array; readonly cosines: Float64Array } {
  const papers = features.rows;
  const cosineOf = new Map<number, number>();
  const row = new Float64Array(features.columns);
  const seenBy = new Int32Array(papers).fill(-1);
  for (let paper = 0; paper < papers; paper++) {
    const [from, to] = [features.offsets[paper]!, features.offsets[paper + 1]!];
    for (let cell = from; cell < to; cell++) row[features.indices[cell]!] = features.values[cell]!;
    const candidates: { readonly other: number; readonly cosine: number }[] = [];
    for (const { k, count, indices } of looks) {
      for (let rank = 0; rank < count[paper]!; rank++) {
        const other = indices[paper * k + rank]!;
        if (seenBy[other] === paper) continue;
        seenBy[other] = paper;
        const cosine = roundTo(dotWithRow(features, other, row), 4);
        if (cosine > 0) candidates.push({ other, cosine });
      }
    }
    for (let cell = from; cell < to; cell++) row[features.indices[cell]!] = 0;
    candidates.sort((a, b) => b.cosine - a.cosine || a.other - b.other);
    for (const { other, cosine } of candidates.slice(0, perPaper))
      cosineOf.set(Math.min(paper, other) * papers + Math.max(paper, other), cosine);
  }
  const pairs = Float64Array.from(cosineOf.keys()).sort();
  return { pairs, cosines: pairs.map((pair) => cosineOf.get(pair)!) };
}

/** @param row another row, spread over all columns. */
function dotWithRow({ offsets, indices, values }: SparseMatrix, paper: number, row: Float64Array): number {
  let sum = 0;
  for (let cell = offsets[paper]!, end = offsets[paper + 1]!; cell < end; cell++)
    sum += values[cell]! * row[indices[cell]!]!;
  return sum;
}

/** What a paper is about. */
interface About {
  /** Ascending. */
  readonly terms: Int32Array;
  /** Per term: 0…1. */
  readonly salience: Float64Array;
}

/** Per paper its terms and, at a discount, the broader ones ("3D Gaussian splatting" → "splatting"). */
function withBroaderTerms(corpus: Corpus, narrowings: readonly Narrowing[]): About[] {
  const broader = new Int32Array(corpus.terms.length).fill(-1);
  for (const narrowing of narrowings) broader[narrowing.narrower] = narrowing.broader;
  const salience = new Float64Array(corpus.terms.length).fill(-1);
  return corpus.paperTerms.map((entries) => {
    const found: number[] = [];
    for (const entry of entries) {
      let value = entry.salience;
      for (let term = entry.term; term >= 0; term = broader[term]!) {
        if (salience[term]! < 0) found.push(term);
        salience[term] = Math.max(value, salience[term]!);
        value *= BROADER_SHARE;
      }
    }
    const terms = Int32Array.from(found).sort();
    const about = { terms, salience: Float64Array.from(terms, (term) => salience[term]!) };
    for (const term of terms) salience[term] = -1;
    return about;
  });
}

/** Rare terms that both papers are about come first: by salience · salience · idf, ties by number. */
function sharedTerms(a: About, b: About, idf: Float64Array): number[] {
  const shared: { readonly term: number; readonly score: number }[] = [];
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length;) {
    const difference = a.terms[i]! - b.terms[j]!;
    if (difference < 0) i++;
    else if (difference > 0) j++;
    else {
      const term = a.terms[i]!;
      shared.push({ term, score: a.salience[i++]! * b.salience[j++]! * idf[term]! });
    }
  }
  return shared
    .sort((x, y) => y.score - x.score || x.term - y.term)
    .slice(0, MAX_SHARED)
    .map(({ term }) => term);
}
