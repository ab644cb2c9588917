/**
 * Nearest neighbours as an undirected weighted graph.
 */
import type { EdgeList } from "./graphology.ts";
import { edgeList } from "./graphology.ts";
import type { Neighbors } from "./nearest-neighbors.ts";

/** Cosines are raised to this power: in a smooth space all cosines are large, and only the largest tell. */
const SHARPNESS = 6;

/** Papers are joined when either is among the other's `k` nearest; weight = cosine ^ sharpness. */
export function neighborGraph(
  { count, indices, cosines, k: stride }: Neighbors,
  k: number = stride,
  sharpness = SHARPNESS,
): EdgeList {
  const nodes = count.length;
  const pairs = new Map<number, [source: number, target: number, weight: number]>();
  for (let i = 0; i < nodes; i++) {
    for (let rank = 0; rank < Math.min(k, count[i]!); rank++) {
      const j = indices[i * stride + rank]!;
      const source = Math.min(i, j);
      const target = Math.max(i, j);
      pairs.set(source * nodes + target, [source, target, cosines[i * stride + rank]! ** sharpness]);
    }
  }
  return edgeList(nodes, pairs.values());
}
