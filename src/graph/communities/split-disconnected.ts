/**
 * A community must hang together: Louvain may leave parts that are joined only through other communities
 * (Traag, Waltman & van Eck 2019).
 */
import type { EdgeList } from "../graphology.ts";

/** Gives every connected part of every community a number of its own (the smallest node in it). */
export function splitDisconnected(edges: EdgeList, community: Int32Array): Int32Array {
  const parent = Int32Array.from({ length: edges.nodes }, (_, i) => i);
  const root = (node: number): number => {
    while (parent[node] !== node) node = parent[node] = parent[parent[node]!]!;
    return node;
  };
  for (let e = 0; e < edges.weight.length; e++) {
    const source = edges.source[e]!;
    const target = edges.target[e]!;
    if (community[source] !== community[target]) continue;
    const a = root(source);
    const b = root(target);
    parent[Math.max(a, b)] = Math.min(a, b);
  }
  return parent.map((_, node) => root(node));
}
