/**
 * A community must hang together: Louvain may leave parts that are joined only through other communities
 * (Traag, Waltman & van Eck 2019).
 */
import { UnionFind } from "../../lib/union-find.ts";
import type { EdgeList } from "../edge-list.ts";

/** @returns per node: the smallest node of its connected part of its community. */
export function splitDisconnected(edges: EdgeList, community: Int32Array): Int32Array {
  const parts = new UnionFind(edges.nodes);
  for (let e = 0; e < edges.weight.length; e++) {
    const source = edges.source[e]!;
    const target = edges.target[e]!;
    if (community[source] === community[target]) parts.union(source, target);
  }
  return Int32Array.from({ length: edges.nodes }, (_, node) => parts.find(node));
}
