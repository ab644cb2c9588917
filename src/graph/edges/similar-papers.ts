/**
 * Paper–paper edges of the document: the papers most like each paper, and the terms they share.
 *
 * The smoothed neighbourhoods name the candidates; among them the papers' own words and terms decide.
 */
import type { SimilarEdge } from "../../contract/graph-document.ts";
import { roundTo } from "../../lib/order.ts";
import { broaderTerms } from "./broader-terms.ts";
import type { Corpus } from "../corpus.ts";
import type { Similarity } from "../similarity/similarity.ts";
import type { SparseMatrix } from "../similarity/sparse.ts";

const MAX_SHARED = 5;
/** What a mention of a narrower term counts for its broader one. */
const BROADER_SHARE = 0.7;

/** Each paper keeps its `perPaper` nearest; an edge stays if either end keeps it. The weight is the cosine of the tf-idf rows, 0…1. */
export function similarPapers(
  corpus: Corpus,
  { views, middle, middleOfMicroClusters, features }: Similarity,
  perPaper: number,
): SimilarEdge[] {
  const papers = corpus.papers.length;
  const looks = middleOfMicroClusters === middle ? views : [middle];
  const cosines = new Map<number, number>();
  for (let paper = 0; paper < papers; paper++) {
    const candidates = new Set<number>();
    for (const { k, count, indices } of looks) {
      for (let rank = 0; rank < count[paper]!; rank++) candidates.add(indices[paper * k + rank]!);
    }
    [...candidates]
      .map((other) => ({ other, cosine: roundTo(rowCosine(features, paper, other), 4) }))
      .filter(({ cosine }) => cosine > 0)
      .sort((a, b) => b.cosine - a.cosine || a.other - b.other)
      .slice(0, perPaper)
      .forEach(({ other, cosine }) => cosines.set(Math.min(paper, other) * papers + Math.max(paper, other), cosine));
  }
  const salience = withBroaderTerms(corpus);
  return [...cosines]
    .sort((a, b) => a[0] - b[0])
    .map(([pair, cosine]) => {
      const source = Math.floor(pair / papers);
      const target = pair % papers;
      const shared = sharedTerms(corpus, salience[source]!, salience[target]!).map((term) => `t${term}`);
      return { source: `p${source}`, target: `p${target}`, weight: Math.min(1, cosine), shared };
    });
}

/** Dot product of two rows of length 1. */
function rowCosine({ offsets, indices, values }: SparseMatrix, a: number, b: number): number {
  let sum = 0;
  let i = offsets[a]!;
  let j = offsets[b]!;
  while (i < offsets[a + 1]! && j < offsets[b + 1]!) {
    const difference = indices[i]! - indices[j]!;
    if (difference === 0) sum += values[i++]! * values[j++]!;
    else if (difference < 0) i++;
    else j++;
  }
  return sum;
}

/** Per paper: salience of its terms and, at a discount, of the broader ones ("3D Gaussian splatting" → "splatting"). */
function withBroaderTerms(corpus: Corpus): Map<number, number>[] {
  const broader = new Map<number, number>();
  for (const edge of broaderTerms(corpus.terms.map(({ term }) => term))) broader.set(edge.narrower, edge.broader);
  return corpus.paperTerms.map((entries) => {
    const salience = new Map<number, number>();
    for (const entry of entries) {
      let value = entry.salience;
      for (let term: number | undefined = entry.term; term !== undefined; term = broader.get(term)) {
        salience.set(term, Math.max(value, salience.get(term) ?? 0));
        value *= BROADER_SHARE;
      }
    }
    return salience;
  });
}

/** Rare terms both papers are about weigh most: salience · salience · idf. */
function sharedTerms(corpus: Corpus, a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number[] {
  const total = corpus.papers.length;
  return [...a]
    .flatMap(([term, salience]) => {
      const other = b.get(term);
      const idf = Math.log(1 + total / Math.max(1, corpus.terms[term]!.papers));
      return other === undefined ? [] : [{ term, score: salience * other * idf }];
    })
    .sort((x, y) => y.score - x.score || x.term - y.term)
    .slice(0, MAX_SHARED)
    .map(({ term }) => term);
}
