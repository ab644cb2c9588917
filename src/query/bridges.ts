/**
 * Papers and terms that tie communities together.
 */
import type { Community, PaperNode, TermNode } from "../contract/graph-document.ts";
import type { GraphIndex } from "./graph-index.ts";
import { betweenness } from "./betweenness.ts";

export interface Bridge {
  readonly node: PaperNode | TermNode;
  /** 0 (all ties in one community) … 1 (spread evenly over many): Guimerà & Amaral 2005. */
  readonly participation: number;
  /** 0…1, 1 for the node that most shortest paths pass: Freeman 1977, estimated from pivots. */
  readonly betweenness: number;
  /** √(participation · betweenness). */
  readonly score: number;
  /** The communities it ties, with their share of its ties, largest first. */
  readonly communities: readonly { readonly community: Community; readonly share: number }[];
}

export interface BridgeOptions {
  readonly limit?: number;
  readonly kind?: "paper" | "term";
}

export function findBridges(index: GraphIndex, { limit = 20, kind }: BridgeOptions = {}): Bridge[] {
  const { document } = index;
  const communities = new Map(document.communities.map((community) => [community.id, community]));
  const nodes: (PaperNode | TermNode)[] = [...document.papers, ...document.terms];
  const between = betweenness(nodes.length, mentionPairs(index));
  return nodes
    .map((node, i) => {
      const ties = tiesByCommunity(index, node);
      let total = 0;
      for (const weight of ties.values()) total += weight;
      let squares = 0;
      for (const weight of ties.values()) squares += (weight / total) ** 2;
      const participation = total > 0 ? 1 - squares : 0;
      return {
        node,
        participation,
        betweenness: between[i]!,
        score: Math.sqrt(participation * between[i]!),
        communities: [...ties]
          .sort((a, b) => b[1] - a[1] || a[0] - b[0])
          .flatMap(([id, weight]) => {
            const community = communities.get(id);
            return community === undefined ? [] : [{ community, share: weight / total }];
          }),
      };
    })
    .filter(({ node, score }) => score > 0 && (kind === undefined || ("term" in node ? "term" : "paper") === kind))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

/** Weight of the mention edges by the community at their other end. */
function tiesByCommunity(index: GraphIndex, { node }: PaperNode | TermNode): Map<number, number> {
  const ties = new Map<number, number>();
  for (const edge of index.mentionsOf.get(node) ?? []) {
    const other = edge.paper === node ? index.terms.get(edge.term) : index.papers.get(edge.paper);
    if (other !== undefined) ties.set(other.community, (ties.get(other.community) ?? 0) + edge.weight);
  }
  return ties;
}

function mentionPairs({ document }: GraphIndex): [number, number][] {
  const papers = new Map(document.papers.map((paper, i) => [paper.node, i]));
  const terms = new Map(document.terms.map((term, i) => [term.node, document.papers.length + i]));
  return document.mentions.map((edge) => [papers.get(edge.paper)!, terms.get(edge.term)!]);
}
