/**
 * Papers and terms that tie communities together.
 */
import type { TermNode } from "../contract/graph-document.ts";
import { remember } from "../lib/remember.ts";
import { betweenness } from "./betweenness.ts";
import { termAt, type GraphIndex } from "./graph-index.ts";
import type { Question } from "./question.ts";

/** Where the ties of a node lead. */
export interface CommunityTie {
  /** Id of the community. */
  readonly id: number;
  /** Share of the node's ties, 0…1. */
  readonly share: number;
  /** Neighbours there. */
  readonly neighbors: number;
}

/** How nodes tie communities, by number of the node. */
export interface Ties {
  /** 0 (all ties in one community) … 1 (spread evenly over many): Guimerà & Amaral 2005. */
  readonly participation: Float64Array;
  /** 0…1, 1 for the node that most shortest paths pass: Freeman 1977, estimated from pivots. */
  readonly betweenness: Float64Array;
}

export interface Bridge {
  readonly node: number;
  /**
   * (4 · p₁ · p₂)² · √betweenness, p being the shares of the two communities it ties most: 1 at the most, for a node
   * with half of its ties in each. What is tied to everything a little (_accuracy_) is no bridge between any two.
   */
  readonly score: number;
  readonly participation: number;
  readonly betweenness: number;
  /** The communities it ties, largest share first. */
  readonly communities: readonly CommunityTie[];
}

export interface BridgeOptions {
  readonly limit?: number;
  readonly kind?: "paper" | "term";
  /** Fewest neighbours in each of the two communities: one may be chance. */
  readonly minNeighbors?: number;
}

/** Terms in a larger share of the papers tie the corpus, not two communities of it. */
const MAX_SHARE = 0.08;

export function findBridges(index: GraphIndex, { limit = 20, kind, minNeighbors = 2 }: BridgeOptions = {}): Bridge[] {
  const maxPapers = Math.max(10, MAX_SHARE * index.papers);
  const { participation, betweenness } = measureTies(index);
  const known = new Set(index.document.communities.map(({ id }) => id));
  const tiesOf = communityTies(index);
  const bridges: Bridge[] = [];
  for (let node = 0; node < index.nodes; node++) {
    const term = termAt(index, node);
    if (kind !== undefined && (term ? "term" : "paper") !== kind) continue;
    if (term && (term.papers > maxPapers || term.generic === true)) continue;
    const communities = tiesOf(node).filter(({ id }) => known.has(id));
    const [first, second] = communities;
    if (first === undefined || second === undefined) continue;
    if (Math.min(first.neighbors, second.neighbors) < minNeighbors) continue;
    const score = (4 * first.share * second.share) ** 2 * Math.sqrt(betweenness[node]!);
    if (score <= 0) continue;
    bridges.push({ node, score, participation: participation[node]!, betweenness: betweenness[node]!, communities });
  }
  return bridges.sort((a, b) => b.score - a.score).slice(0, limit);
}

const measureTies = remember((index: GraphIndex): Ties => ({
  participation: participationOf(index),
  betweenness: betweenness(index.mentions),
}));

/** By node, 0…1. */
export function participationOf(index: GraphIndex): Float64Array {
  const participation = new Float64Array(index.nodes);
  const tiesOf = communityTies(index);
  for (let node = 0; node < index.nodes; node++) {
    const ties = tiesOf(node);
    if (ties.length > 1) participation[node] = 1 - ties.reduce((sum, { share }) => sum + share ** 2, 0);
  }
  return participation;
}

/**
 * The communities at the other ends of a node's mentions, largest share first; none where the mentions weigh nothing.
 * A term that is at home nowhere in particular counts by its confidence: a paper that names large language models is
 * not thereby about language.
 */
function communityTies(index: GraphIndex): (node: number) => CommunityTie[] {
  const { start, node: neighbors, value } = index.mentions;
  const { community, communityIds, document, papers } = index;
  const weights = new Float64Array(communityIds.length);
  const counts = new Int32Array(communityIds.length);
  const tied: number[] = [];
  return (node) => {
    for (let at = start[node]!; at < start[node + 1]!; at++) {
      const other = neighbors[at]!;
      const place = community[other]!;
      if (counts[place]!++ === 0) tied.push(place);
      weights[place]! += value[at]! * (other < papers ? 1 : tellingShare(document.terms[other - papers]!));
    }
    tied.sort((a, b) => weights[b]! - weights[a]! || a - b);
    const total = tied.reduce((sum, place) => sum + weights[place]!, 0);
    const ties = tied.map((place) => ({
      id: communityIds[place]!,
      share: total > 0 ? weights[place]! / total : 0,
      neighbors: counts[place]!,
    }));
    for (const place of tied) weights[place] = counts[place] = 0;
    tied.length = 0;
    return total > 0 ? ties : [];
  };
}

/** How much of a mention says where the paper belongs. */
function tellingShare({ confidence, generic }: TermNode): number {
  return generic === true ? 0 : confidence;
}

export interface BridgeAnswer extends Omit<Bridge, "communities"> {
  readonly communities: readonly Omit<CommunityTie, "neighbors">[];
}

export const BRIDGES: Question<{ readonly limit: number }, readonly BridgeAnswer[]> = {
  title: "Bridges",
  about: "Papers and terms that tie two communities: their ties are shared by both, and many short ways pass them.",
  command: { words: [], example: "bridges", read: (_, limit) => ({ limit }) },
  answer: (index, { limit }) =>
    findBridges(index, { limit }).map(({ communities, ...bridge }) => ({
      ...bridge,
      communities: communities.map(({ id, share }) => ({ id, share })),
    })),
};
