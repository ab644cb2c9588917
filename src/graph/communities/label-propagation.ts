/**
 * Label propagation (Raghavan, Albert & Kumara 2007) from a good start: mends the borders that a partition of
 * micro-clusters is too coarse for.
 */
import { adjacency, type EdgeList } from "../edge-list.ts";

const ROUNDS = 2;

/**
 * Each node, in turn, goes to the community that most of its own ties lead to; ties stay where they are.
 *
 * @param community per node of `graph`.
 * @returns the same, mended; communities keep their numbers.
 */
export function propagateLabels(graph: EdgeList, community: Int32Array): Int32Array {
  const { offsets, neighbors, weights } = adjacency(graph);
  const label = community.slice();
  for (let round = 0; round < ROUNDS; round++) {
    for (let node = 0; node < graph.nodes; node++) {
      const votes = new Map<number, number>([[label[node]!, 1e-12]]);
      for (let at = offsets[node]!; at < offsets[node + 1]!; at++) {
        const c = label[neighbors[at]!]!;
        votes.set(c, (votes.get(c) ?? 0) + weights[at]!);
      }
      let best = label[node]!;
      for (const [c, vote] of votes) if (vote > votes.get(best)!) best = c;
      label[node] = best;
    }
  }
  return label;
}
