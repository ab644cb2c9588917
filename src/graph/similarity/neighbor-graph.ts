/**
 * Nearest neighbours as an undirected weighted graph.
 */
import type { EdgeList } from "../edge-list.ts";
import type { Neighbors } from "./nearest-neighbors.ts";

/** Cosines are raised to this power: in a smooth space all cosines are large, and only the largest tell. */
const SHARPNESS = 6;

/** Papers are joined when either is among the other's `k` nearest; weight = cosine ^ sharpness. Canonical order. */
export function neighborGraph({ count, indices, cosines, k: stride }: Neighbors, k: number = stride): EdgeList {
  const nodes = count.length;
  let size = 0;
  for (const found of count) size += Math.min(k, found);
  // One number per pair, so that sorting and joining the two directions needs no objects.
  const keys = new Float64Array(size);
  let at = 0;
  for (let i = 0; i < nodes; i++) {
    for (let rank = 0; rank < Math.min(k, count[i]!); rank++) {
      const j = indices[i * stride + rank]!;
      keys[at++] = Math.min(i, j) * nodes + Math.max(i, j);
    }
  }
  const pairs = keys.sort().filter((key, e, all) => e === 0 || key !== all[e - 1]);
  const source = Int32Array.from(pairs, (key) => Math.floor(key / nodes));
  const target = Int32Array.from(pairs, (key) => key % nodes);
  const cosineOf = (i: number, j: number): number => {
    for (let rank = 0; rank < count[i]!; rank++)
      if (indices[i * stride + rank] === j) return cosines[i * stride + rank]!;
    return 0;
  };
  const weight = Float64Array.from(source, (i, e) => (cosineOf(i, target[e]!) || cosineOf(target[e]!, i)) ** SHARPNESS);
  return { nodes, source, target, weight };
}
