/**
 * The order in which nodes may claim a place for their name: terms that many papers share first, papers last.
 */
import { EDGE_KINDS, type MapIndex } from "../../data/map-index.ts";

/** At first sight at most about this many terms are drawn. */
const MAX_TERMS_FAR = 2500;

export interface LabelRank {
  /** Terms, best first. */
  readonly terms: readonly number[];
  /** Papers, best first. */
  readonly papers: readonly number[];
}

export function rankLabels(index: MapIndex): LabelRank {
  const score = Float64Array.from(index.weight);
  countTerms(index, score);
  for (const paper of index.columns.representative) score[paper]! += 1000;
  const order = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => from + i).sort((a, b) => score[b]! - score[a]! || a - b);
  return { terms: order(index.papers, index.count), papers: order(0, index.papers) };
}

/** Writes the number of its terms to every paper, which is the smaller end of such an edge. */
function countTerms({ columns, papers }: MapIndex, score: Float64Array): void {
  const mentions = EDGE_KINDS.indexOf("mentions");
  const { from, kind } = columns;
  score.fill(0, 0, papers);
  for (let edge = 0; edge < from.length; edge++) if (kind[edge] === mentions) score[from[edge]!]!++;
}

/** Smallest number of papers that leaves few enough terms for a first sight; 1: all of them. */
export function minPapersFar(index: MapIndex): number {
  const counts = Array.from(index.weight.subarray(index.papers)).sort((a, b) => b - a);
  const limit = counts[MAX_TERMS_FAR];
  return limit === undefined ? 1 : limit + 1;
}
