/**
 * Nearest neighbours as an undirected weighted graph.
 */
import type { EdgeList } from "../edge-list.ts";
import type { Neighbors } from "./nearest-neighbors.ts";
import { power } from "../../lib/power.ts";

/** Cosines are raised to this power: in a smooth space all cosines are large, and only the largest tell. */
const SHARPNESS = 6;

/**
 * Points are joined when either is among the other's `k` nearest; weight = cosine ^ sharpness.
 *
 * @param k at most as many as there are in `neighbors`.
 */
export function neighborGraph(neighbors: Neighbors, k: number = neighbors.k): EdgeList {
  const { nodes, source, target, weight } = joinedNeighbors(neighbors, k);
  for (let e = 0; e < weight.length; e++) weight[e] = power(weight[e]!, SHARPNESS);
  return { nodes, source, target, weight };
}

/** The same with the cosines as they are; where both points name the other, the one that the larger number has. */
export function joinedNeighbors({ count, indices, cosines, k: stride }: Neighbors, k: number = stride): EdgeList {
  const nodes = count.length;
  // Rows of the smaller ends: each holds a pair once, or twice where both ends name it.
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
    const [from, to] = [offsets[i]!, offsets[i + 1]!];
    sortRow(target, cosine, from, to);
    for (let at = from; at < to; at++) {
      // Of a pair that stands twice, the second comes from the larger number.
      if (at + 1 < to && target[at + 1] === target[at]) continue;
      source[edges] = i;
      target[edges] = target[at]!;
      cosine[edges++] = cosine[at]!;
    }
  }
  return { nodes, source: source.slice(0, edges), target: target.slice(0, edges), weight: cosine.slice(0, edges) };

  function forEachNeighbor(points: number, visit: (point: number, place: number) => void): void {
    for (let i = 0; i < points; i++) {
      for (let place = i * stride, end = place + Math.min(k, count[i]!); place < end; place++) visit(i, place);
    }
  }
}

/** Insertion sort, stable: rows are short. */
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
