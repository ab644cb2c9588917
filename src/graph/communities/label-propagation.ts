/**
 * From points that stand for several papers back to the papers.
 */
import type { EdgeList } from "../graphology.ts";

const SETTLING_ROUNDS = 2;

/** A partition of the points (and of whatever nodes follow them) as one of the papers. */
export function partitionOfPapers(partition: Int32Array, pointOf: Int32Array): Int32Array {
  return pointOf.map((point) => partition[point]!);
}

/**
 * Each paper, in turn, goes to the community that most of its own ties lead to (label propagation: Raghavan, Albert &
 * Kumara 2007, from a good start): mends the borders that points are too coarse for. Ties stay where they are.
 */
export function settle(graph: EdgeList, community: Int32Array): Int32Array {
  const { offsets, neighbors, weights } = adjacency(graph);
  const settled = community.slice();
  for (let round = 0; round < SETTLING_ROUNDS; round++) {
    for (let node = 0; node < graph.nodes; node++) {
      const votes = new Map<number, number>([[settled[node]!, 1e-12]]);
      for (let at = offsets[node]!; at < offsets[node + 1]!; at++) {
        const c = settled[neighbors[at]!]!;
        votes.set(c, (votes.get(c) ?? 0) + weights[at]!);
      }
      let best = settled[node]!;
      for (const [c, vote] of votes) if (vote > votes.get(best)!) best = c;
      settled[node] = best;
    }
  }
  return settled;
}

/** Edges between groups of nodes, weights summed; those inside a group are left out. */
export function contract(edges: EdgeList, groupOf: Int32Array, groups: number): EdgeList {
  const sums = new Map<number, number>();
  for (let e = 0; e < edges.weight.length; e++) {
    const a = groupOf[edges.source[e]!]!;
    const b = groupOf[edges.target[e]!]!;
    if (a === b) continue;
    const pair = Math.min(a, b) * groups + Math.max(a, b);
    sums.set(pair, (sums.get(pair) ?? 0) + edges.weight[e]!);
  }
  const pairs = Float64Array.from(sums.keys()).sort();
  return {
    nodes: groups,
    source: Int32Array.from(pairs, (pair) => Math.floor(pair / groups)),
    target: Int32Array.from(pairs, (pair) => pair % groups),
    weight: pairs.map((pair) => sums.get(pair)!),
  };
}

interface Adjacency {
  readonly offsets: Int32Array;
  readonly neighbors: Int32Array;
  readonly weights: Float64Array;
}

function adjacency({ nodes, source, target, weight }: EdgeList): Adjacency {
  const offsets = new Int32Array(nodes + 1);
  for (const ends of [source, target]) for (const node of ends) offsets[node + 1]!++;
  for (let node = 0; node < nodes; node++) offsets[node + 1]! += offsets[node]!;
  const next = offsets.slice();
  const neighbors = new Int32Array(2 * weight.length);
  const weights = new Float64Array(2 * weight.length);
  weight.forEach((value, e) => {
    const a = source[e]!;
    const b = target[e]!;
    neighbors[next[a]!] = b;
    weights[next[a]!++] = value;
    neighbors[next[b]!] = a;
    weights[next[b]!++] = value;
  });
  return { offsets, neighbors, weights };
}
