/**
 * Papers and terms that tie communities together.
 */
import type { Community, PaperNode, TermNode } from "../contract/graph-document.ts";
import { remember } from "../lib/remember.ts";
import { betweenness } from "./betweenness.ts";
import type { GraphIndex } from "./graph-index.ts";
import type { Question } from "./question.ts";

/** How a node ties communities. */
export interface Ties {
  readonly node: PaperNode | TermNode;
  /** 0 (all ties in one community) … 1 (spread evenly over many): Guimerà & Amaral 2005. */
  readonly participation: number;
  /** 0…1, 1 for the node that most shortest paths pass: Freeman 1977, estimated from pivots. */
  readonly betweenness: number;
  /** The communities it ties, with their share of its ties and the number of neighbours there, largest first. */
  readonly communities: readonly {
    readonly community: Community;
    readonly share: number;
    readonly neighbors: number;
  }[];
}

export interface Bridge extends Ties {
  /**
   * (4 · p₁ · p₂)² · √betweenness, p being the shares of the two communities it ties most: 1 at the most, for a node
   * with half of its ties in each. What is tied to everything a little (_accuracy_) is no bridge between any two.
   */
  readonly score: number;
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
  const maxPapers = Math.max(10, MAX_SHARE * index.document.papers.length);
  return knownTies(index)
    .filter(({ node, communities: [first, second] }) => {
      if (kind !== undefined && ("term" in node ? "term" : "paper") !== kind) return false;
      if ("term" in node && node.papers > maxPapers) return false;
      if (first === undefined || second === undefined) return false;
      return Math.min(first.neighbors, second.neighbors) >= minNeighbors;
    })
    .map((ties) => {
      const [first, second] = ties.communities;
      return { ...ties, score: (4 * first!.share * second!.share) ** 2 * Math.sqrt(ties.betweenness) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

const knownTies = remember(measureTies);

/** Of all papers, then all terms. */
export function measureTies(index: GraphIndex): Ties[] {
  const { document } = index;
  const communities = new Map(document.communities.map((community) => [community.id, community]));
  const nodes: (PaperNode | TermNode)[] = [...document.papers, ...document.terms];
  const between = betweenness(nodes.length, mentionPairs(index));
  return nodes.map((node, i) => {
    const ties = [...tiesByCommunity(index, node)].sort((a, b) => b[1].weight - a[1].weight || a[0] - b[0]);
    const total = ties.reduce((sum, [, { weight }]) => sum + weight, 0);
    const shares = ties.map(([, { weight }]) => (total > 0 ? weight / total : 0));
    return {
      node,
      participation: total > 0 ? 1 - shares.reduce((sum, share) => sum + share ** 2, 0) : 0,
      betweenness: between[i]!,
      communities: ties.flatMap(([id, { neighbors }], at) => {
        const community = communities.get(id);
        return community === undefined ? [] : [{ community, share: shares[at]!, neighbors }];
      }),
    };
  });
}

/**
 * Weight and number of the mention edges by the community at their other end. A term that is at home nowhere in
 * particular counts by its confidence: a paper that names large language models is not thereby about language.
 */
function tiesByCommunity(
  index: GraphIndex,
  { node }: PaperNode | TermNode,
): Map<number, { weight: number; neighbors: number }> {
  const ties = new Map<number, { weight: number; neighbors: number }>();
  for (const edge of index.mentionsOf.get(node) ?? []) {
    const term = index.terms.get(edge.term);
    const other = edge.paper === node ? term : index.papers.get(edge.paper);
    if (other === undefined) continue;
    const weight = other === term ? edge.weight * term.confidence : edge.weight;
    const before = ties.get(other.community) ?? { weight: 0, neighbors: 0 };
    ties.set(other.community, { weight: before.weight + weight, neighbors: before.neighbors + 1 });
  }
  return ties;
}

function mentionPairs({ document }: GraphIndex): [number, number][] {
  const papers = new Map(document.papers.map((paper, i) => [paper.node, i]));
  const terms = new Map(document.terms.map((term, i) => [term.node, document.papers.length + i]));
  return document.mentions.map((edge) => [papers.get(edge.paper)!, terms.get(edge.term)!]);
}

/** A bridge in numbers of nodes. */
export interface BridgeAnswer extends Pick<Bridge, "score" | "participation" | "betweenness"> {
  readonly node: number;
  /** Ids of the communities it ties, with their share of its ties, largest first. */
  readonly communities: readonly { readonly id: number; readonly share: number }[];
}

export const BRIDGES: Question<{ readonly limit: number }, readonly BridgeAnswer[]> = {
  title: "Bridges",
  about: "Papers and terms that tie two communities: their ties are shared by both, and many short ways pass them.",
  command: { words: [], example: "bridges", read: (_, limit) => ({ limit }) },
  answer: (index, { limit }) =>
    findBridges(index, { limit }).map(({ node, score, participation, betweenness, communities }) => ({
      node: index.numberOf.get(node.node)!,
      score,
      participation,
      betweenness,
      communities: communities.map(({ community: { id }, share }) => ({ id, share })),
    })),
};
