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
  const score = new Float64Array(index.count);
  for (let node = 0; node < index.count; node++) {
    score[node] = node < index.papers ? countTerms(index, node) : index.weight[node]!;
  }
  for (const paper of index.columns.representative) score[paper]! += 1000;
  const order = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => from + i).sort((a, b) => score[b]! - score[a]! || a - b);
  return { terms: order(index.papers, index.count), papers: order(0, index.papers) };
}

function countTerms({ start, edgeKind }: MapIndex, paper: number): number {
  let terms = 0;
  for (let i = start[paper]!; i < start[paper + 1]!; i++) if (EDGE_KINDS[edgeKind[i]!] === "mentions") terms++;
  return terms;
}

/** Smallest number of papers that leaves few enough terms for a first sight; 1: all of them. */
export function minPapersFar(index: MapIndex): number {
  const counts = Array.from(index.weight.subarray(index.papers)).sort((a, b) => b - a);
  const limit = counts[MAX_TERMS_FAR];
  return limit === undefined ? 1 : limit + 1;
}
