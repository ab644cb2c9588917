/**
 * Gaps, bridges and trends of the document on this page, in node numbers. Each is worked out when first asked for.
 */
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { findBridges } from "../../src/query/bridges.ts";
import { findGaps } from "../../src/query/gaps.ts";
import { findTrends, type TermTrend } from "../../src/query/trends.ts";
import { documentOf, numberOf, paperAt, termAt, type MapIndex } from "./map-index.ts";
import { queryIndex } from "./typed-search.ts";

/** A method and a concept that no paper has together, though the same terms stand close to both. */
export interface GapRow {
  readonly method: number;
  readonly concept: number;
  readonly score: number;
  /** Terms close to both, strongest first. */
  readonly via: readonly number[];
  /** Papers of each side that are nearest to the other. */
  readonly methodPapers: readonly number[];
  readonly conceptPapers: readonly number[];
}

/** A node that ties communities together. */
export interface BridgeRow {
  readonly node: number;
  /** 0…1: √(participation · betweenness). */
  readonly score: number;
  /** Top-level communities at the other end of its mentions, with their share of the weight, largest first. */
  readonly communities: readonly { readonly id: number; readonly share: number }[];
}

export interface TrendRow {
  readonly node: number;
  /** Of the period's papers, 0…1. */
  readonly shares: readonly number[];
  /** In standard deviations. */
  readonly rise: number;
  /** Papers with a date. */
  readonly papers: number;
  /** Period in which it stands out most. */
  readonly peak: string;
}

export interface TrendRows {
  readonly periods: readonly string[];
  readonly rising: readonly TrendRow[];
  readonly falling: readonly TrendRow[];
  readonly fresh: readonly TrendRow[];
}

const MOST_GAPS = 400;
const MOST_BRIDGES = 40;
const MOST_TRENDS = 20;
/** Standard deviations below which a rise may well be chance. */
const LEAST_RISE = 1;

const numbers = (index: MapIndex, nodes: readonly { readonly node: string }[]): number[] =>
  nodes.flatMap(({ node }) => numberOf(index, node) ?? []);

/** Best first. */
export const gapRows = once((index): GapRow[] =>
  findGaps(queryIndex(documentOf(index)), { limit: MOST_GAPS }).flatMap((gap) => {
    const [method, concept] = numbers(index, [gap.method, gap.concept]);
    if (method === undefined || concept === undefined) return [];
    return {
      method,
      concept,
      score: gap.score,
      via: numbers(index, gap.via),
      methodPapers: numbers(index, gap.methodPapers),
      conceptPapers: numbers(index, gap.conceptPapers),
    };
  }),
);

/** Best first; by the document's own figures, which only older builds lack. */
export const bridgeRows = once((index): BridgeRow[] => {
  const known = measured(documentOf(index));
  const best = known
    ? Array.from({ length: index.count }, (_, node) => ({ node, score: bridgeScore(index, node) }))
    : findBridges(queryIndex(documentOf(index)), { limit: MOST_BRIDGES }).map(({ node, score }) => ({
        node: numberOf(index, node.node)!,
        score,
      }));
  return best
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.node - b.node)
    .slice(0, MOST_BRIDGES)
    .map(({ node, score }) => ({ node, score, communities: tiedCommunities(index, node) }));
});

export const trendRows = once((index): TrendRows => {
  const { periods, terms, newTerms } = findTrends(queryIndex(documentOf(index)));
  const row = ({ term, shares, counts, rise, burst }: TermTrend): TrendRow => ({
    node: numberOf(index, term.node)!,
    shares,
    rise,
    papers: counts.reduce((sum, count) => sum + count, 0),
    peak: burst.period,
  });
  const known = new Set(newTerms);
  return {
    periods,
    rising: terms
      .filter((trend) => trend.rise >= LEAST_RISE && !known.has(trend))
      .slice(0, MOST_TRENDS)
      .map(row),
    falling: terms
      .filter(({ rise }) => rise <= -LEAST_RISE)
      .reverse()
      .slice(0, MOST_TRENDS)
      .map(row),
    fresh: newTerms.slice(0, MOST_TRENDS).map(row),
  };
});

function measured({ papers, terms }: GraphDocument): boolean {
  return [...papers, ...terms].some(({ betweenness }) => betweenness !== undefined);
}

function bridgeScore(index: MapIndex, node: number): number {
  const { participation = 0, betweenness = 0 } = paperAt(index, node) ?? termAt(index, node) ?? {};
  return Math.sqrt(participation * betweenness);
}

function tiedCommunities(index: MapIndex, node: number): { id: number; share: number }[] {
  const ties = new Map<number, number>();
  let total = 0;
  for (let i = index.start[node]!; i < index.start[node + 1]!; i++) {
    if (index.edgeKind[i] !== 0) continue;
    const community = index.community[index.neighbor[i]!]!;
    ties.set(community, (ties.get(community) ?? 0) + index.edgeWeight[i]!);
    total += index.edgeWeight[i]!;
  }
  return [...ties]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .flatMap(([id, weight]) => (index.communities.has(id) ? { id, share: weight / total } : []));
}

function once<T>(work: (index: MapIndex) => T): (index: MapIndex) => T {
  const known = new WeakMap<GraphDocument, { readonly answer: T }>();
  return (index) => {
    let kept = known.get(documentOf(index));
    if (!kept) known.set(documentOf(index), (kept = { answer: work(index) }));
    return kept.answer;
  };
}
