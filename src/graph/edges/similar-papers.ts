/**
 * Paper–paper edges of the document: the papers most like each paper, and the terms they share.
 *
 * The smoothed neighbourhoods name the candidates; among them the papers' own words and terms decide.
 */
import type { SimilarEdge } from "../../contract/graph-document.ts";
import { roundTo } from "../../lib/order.ts";
import { sequenceOf } from "../../contract/sequence.ts";
import type { Narrowing } from "./broader-terms.ts";
import { nodeIds } from "../node-ids.ts";
import type { GraphConfig } from "../config.ts";
import type { Corpus } from "../corpus.ts";
import { type LimitedEdges, maxEdgesOf } from "../limits.ts";
import { joinedNeighbors } from "../similarity/neighbor-graph.ts";
import { strayPapers } from "./stray-papers.ts";
import { type Neighbors, offer } from "../similarity/nearest-neighbors.ts";
import type { Similarity } from "../similarity/similarity.ts";
import type { SparseMatrix } from "../similarity/sparse.ts";

const MAX_SHARED = 5;
/** What a mention of a narrower term counts for its broader one. */
const BROADER_SHARE = 0.7;

export interface SimilarPapers extends LimitedEdges<SimilarEdge> {
  /** 1 for each paper that nothing is like. */
  readonly strays: Uint8Array;
}

/**
 * Each paper keeps its `similarPerPaper` nearest, fewer where there would be too many edges; an edge stays if either end
 * keeps it. The weight is the cosine, 0…1.
 */
export function similarPapers(
  corpus: Corpus,
  { views, middle, middleOfMicroClusters, features }: Similarity,
  narrowings: readonly Narrowing[],
  { similarPerPaper, maxEdges }: Pick<GraphConfig, "similarPerPaper" | "maxEdges">,
): SimilarPapers {
  const looks = middleOfMicroClusters === middle ? views : [middle];
  const nearest = nearestByFeatures(features, looks, similarPerPaper);
  const k = fittingCount(nearest, maxEdgesOf("similar", maxEdges));
  const { nodes: papers, source, target, weight } = joinedNeighbors(nearest, k);
  const about = withBroaderTerms(corpus, narrowings);
  const idf = Float64Array.from(corpus.terms, (term) => Math.log(1 + papers / Math.max(1, term.papers)));
  const ends = new Int32Array(weight.length + 1);
  const terms: number[] = [];
  for (let e = 0; e < weight.length; e++) {
    for (const term of sharedTerms(about, source[e]!, target[e]!, idf)) terms.push(term);
    ends[e + 1] = terms.length;
  }
  const shared = Int32Array.from(terms);
  const ids = nodeIds(corpus);
  const edges = sequenceOf(weight.length, (e) => ({
    source: ids.papers[source[e]!]!,
    target: ids.papers[target[e]!]!,
    weight: Math.min(1, weight[e]!),
    shared: Array.from(shared.subarray(ends[e], ends[e + 1]), (term) => ids.terms[term]!),
  }));
  return { edges, isWhole: k === nearest.k, strays: strayPapers(nearest) };
}

/** How many neighbours of each paper give no more than `max` edges. */
function fittingCount(nearest: Neighbors, max: number): number {
  let k = nearest.k;
  while (k > 0 && joinedNeighbors(nearest, k).weight.length > max) k--;
  return k;
}

/** @returns the candidates with the largest cosines of the papers' own features, rounded, above 0. */
function nearestByFeatures(features: SparseMatrix, looks: readonly Neighbors[], k: number): Neighbors {
  const papers = features.rows;
  const nearest: Neighbors = {
    k,
    count: new Int32Array(papers),
    indices: new Int32Array(papers * k),
    cosines: new Float64Array(papers * k),
  };
  const row = new Float64Array(features.columns);
  const seenBy = new Int32Array(papers).fill(-1);
  for (let paper = 0; paper < papers; paper++) {
    const [from, to] = [features.offsets[paper]!, features.offsets[paper + 1]!];
    for (let cell = from; cell < to; cell++) row[features.indices[cell]!] = features.values[cell]!;
    for (const { k: stride, count, indices } of looks) {
      for (let place = paper * stride, end = place + count[paper]!; place < end; place++) {
        const other = indices[place]!;
        if (seenBy[other] === paper) continue;
        seenBy[other] = paper;
        const cosine = roundTo(dotWithRow(features, other, row), 4);
        if (cosine > 0) offer(nearest, paper, other, cosine);
      }
    }
    for (let cell = from; cell < to; cell++) row[features.indices[cell]!] = 0;
  }
  return nearest;
}

/** @param row another row, spread over all columns. */
function dotWithRow({ offsets, indices, values }: SparseMatrix, paper: number, row: Float64Array): number {
  let sum = 0;
  for (let cell = offsets[paper]!, end = offsets[paper + 1]!; cell < end; cell++)
    sum += values[cell]! * row[indices[cell]!]!;
  return sum;
}

/** What papers are about: paper `i` owns places `offsets[i]` … `offsets[i + 1] − 1`. */
interface About {
  readonly offsets: Int32Array;
  /** Ascending within a paper. */
  readonly terms: Int32Array;
  /** 0…1. */
  readonly salience: Float64Array;
}

/** The terms of each paper and, at a discount, the broader ones ("3D Gaussian splatting" → "splatting"). */
function withBroaderTerms(corpus: Corpus, narrowings: readonly Narrowing[]): About {
  const broader = new Int32Array(corpus.terms.length).fill(-1);
  for (const narrowing of narrowings) broader[narrowing.narrower] = narrowing.broader;
  const { offsets: starts, term: termOf, salience: own } = corpus.paperTerms;
  const best = new Float64Array(corpus.terms.length).fill(-1);
  const offsets = new Int32Array(starts.length);
  const terms: number[] = [];
  const salience: number[] = [];
  for (let paper = 0; paper < corpus.papers.length; paper++) {
    const found: number[] = [];
    for (let row = starts[paper]!; row < starts[paper + 1]!; row++) {
      let value = own[row]!;
      for (let term = termOf[row]!; term >= 0; term = broader[term]!) {
        if (best[term]! < 0) found.push(term);
        best[term] = Math.max(value, best[term]!);
        value *= BROADER_SHARE;
      }
    }
    for (const term of Int32Array.from(found).sort()) {
      terms.push(term);
      salience.push(best[term]!);
      best[term] = -1;
    }
    offsets[paper + 1] = terms.length;
  }
  return { offsets, terms: Int32Array.from(terms), salience: Float64Array.from(salience) };
}

/** Rare terms that both papers are about come first: by salience · salience · idf, ties by number. */
function sharedTerms({ offsets, terms, salience }: About, a: number, b: number, idf: Float64Array): number[] {
  const best: number[] = [];
  const scores: number[] = [];
  for (let i = offsets[a]!, j = offsets[b]!; i < offsets[a + 1]! && j < offsets[b + 1]!;) {
    const difference = terms[i]! - terms[j]!;
    if (difference < 0) i++;
    else if (difference > 0) j++;
    else {
      const term = terms[i]!;
      const score = salience[i++]! * salience[j++]! * idf[term]!;
      if (best.length === MAX_SHARED && scores[MAX_SHARED - 1]! >= score) continue;
      let hole = Math.min(best.length, MAX_SHARED - 1);
      for (; hole > 0 && scores[hole - 1]! < score; hole--) {
        best[hole] = best[hole - 1]!;
        scores[hole] = scores[hole - 1]!;
      }
      best[hole] = term;
      scores[hole] = score;
    }
  }
  return best;
}
