/**
 * Nearest neighbours as an undirected weighted graph.
 */
import type { EdgeList } from "../edge-list.ts";
import type { Neighbors } from "./nearest-neighbors.ts";

/** Cosines are raised to this power: in a smooth space all cosines are large, and only the largest tell. */
const SHARPNESS = 6;

/**
 * Points are joined when either is among the other's `k` nearest; weight = cosine ^ sharpness.
 *
 * @param k at most as many as there are in `neighbors`.
 */
export function neighborGraph({ count, indices, cosines, k: stride }: Neighbors, k: number = stride): EdgeList {
  const nodes = count.length;
  // Rows of the smaller ends: each holds a pair once, or twice where both ends name it; both know the same cosine.
  const offsets = new Int32Array(nodes + 1);
  forEachNeighbor(nodes, (i, place) => offsets[Math.min(i, indices[place]!) + 1]!++);
  for (let i = 0; i < nodes; i++) offsets[i + 1]! += offsets[i]!;
  const next = offsets.slice();
  const target = new Int32Array(offsets[nodes]!);
  const cosine = new Float64Array(target.length);
  forEachNeighbor(nodes, (i, place) => {
    const j = indices[place]!;
    const at = next[Math.min(i, j)]!++;
    target[at] = Math.max(i, j);
    cosine[at] = cosines[place]!;
  });

  const source = new Int32Array(target.length);
  let edges = 0;
  for (let i = 0; i < nodes; i++) {
    sortRow(target, cosine, offsets[i]!, offsets[i + 1]!);
    let last = -1;
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      if (target[at] === last) continue;
      last = target[at]!;
      source[edges] = i;
      target[edges] = target[at]!;
      cosine[edges++] = cosine[at]!;
    }
  }
  const weight = cosine.slice(0, edges);
  for (let e = 0; e < edges; e++) weight[e] = weight[e]! ** SHARPNESS;
  return { nodes, source: source.slice(0, edges), target: target.slice(0, edges), weight };

  function forEachNeighbor(points: number, visit: (point: number, place: number) => void): void {
    for (let i = 0; i < points; i++) {
      for (let place = i * stride, end = place + Math.min(k, count[i]!); place < end; place++) visit(i, place);
    }
  }
}

/** Insertion sort: rows are short. */
function sortRow(target: Int32Array, cosine: Float64Array, from: number, to: number): void {
  for (let at = from + 1; at < to; at++) {
    const key = target[at]!;
    const value = cosine[at]!;
    let hole = at;
    for (; hole > from && target[hole - 1]! > key; hole--) {
      target[hole] = target[hole - 1]!;
      cosine[hole] = cosine[hole - 1]!;
    }
    target[hole] = key;
    cosine[hole] = value;
  }
}
