/**
 * The order in which nodes may claim a place for their name: terms that many papers of one community are about first, papers last.
 */
import { partsOf } from "../../lib/short-name.ts";
import { EDGE_KINDS, type MapIndex, nameOf } from "../../data/map-index.ts";

/** At first sight at most about this many terms are drawn. */
const MAX_TERMS_FAR = 2500;

/** Share of a term's papers that makes a community its home. */
const HOME = 0.5;

export interface LabelRank {
  /** Terms, best first. */
  readonly terms: readonly number[];
  /** Papers, best first. */
  readonly papers: readonly number[];
  /** Those of the terms whose papers are of their community by half at least: others say nothing of the place where they stand. */
  readonly homeTerms: readonly number[];
}

export function rankLabels(index: MapIndex): LabelRank {
  const score = new Float64Array(index.count);
  const { home, about } = homeShares(index);
  countTerms(index, score);
  for (let term = index.papers; term < index.count; term++)
    score[term] = about[term - index.papers]! * home[term - index.papers]!;
  for (const paper of index.columns.representative) score[paper]! += 1000;
  const order = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => from + i).sort((a, b) => score[b]! - score[a]! || a - b);
  const terms = order(index.papers, index.count);
  const homeTerms = terms.filter((term) => home[term - index.papers]! >= HOME && !namesItsRegion(index, term));
  return { terms, homeTerms, papers: order(0, index.papers) };
}

/** Does the region's own name, which stands there larger, say the same? */
function namesItsRegion(index: MapIndex, term: number): boolean {
  const label = index.communities.get(index.community[term]!)?.label ?? "";
  const name = nameOf(index, term).toLowerCase();
  return partsOf(label).some((part) => part.toLowerCase() === name);
}

interface Homes {
  /** Per term the share of its papers that are of its community. */
  readonly home: Float64Array;
  /** Per term the sum of what these papers are about it: twenty that say "GPUs" in passing name no place. */
  readonly about: Float64Array;
}

function homeShares({ columns, papers, count, community }: MapIndex): Homes {
  const mentions = EDGE_KINDS.indexOf("mentions");
  const { from, to, kind, strength } = columns;
  const all = new Float64Array(count - papers);
  const own = new Float64Array(count - papers);
  const about = new Float64Array(count - papers);
  for (let edge = 0; edge < from.length; edge++) {
    if (kind[edge] !== mentions) continue;
    const term = to[edge]! - papers;
    all[term]!++;
    if (community[from[edge]!] !== community[to[edge]!]) continue;
    own[term]!++;
    about[term]! += strength[edge]!;
  }
  return { home: own.map((papersThere, term) => papersThere / Math.max(1, all[term]!)), about };
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
