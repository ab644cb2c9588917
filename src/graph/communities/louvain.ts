/**
 * Louvain's method (Blondel et al. 2008) by graphology-communities-louvain, on a graphology graph of bounded size: papers
 * and terms, or micro-clusters of papers above some thousand. The one door to both; plain columns in, plain columns out.
 */
import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import type { Random } from "../../lib/random.ts";
import type { EdgeList } from "../edge-list.ts";

interface LouvainOptions {
  /** Above 0. Larger values give more, smaller communities (Reichardt & Bornholdt 2006). */
  readonly resolution: number;
}

/**
 * Runs Louvain on one edge list as often as asked.
 *
 * @param weight per edge, in place of the list's own.
 * @returns the community of every node, 0 …; numbers in no particular order.
 */
export type Louvain = (random: Random, options: LouvainOptions, weight?: Float64Array) => Int32Array;

/** Nodes and edges are inserted in canonical order under explicit keys, so a seed always gives the same partition. */
export function louvainOn(edges: EdgeList): Louvain {
  const graph = new UndirectedGraph();
  for (let i = 0; i < edges.nodes; i++) graph.addNode(i);
  edges.weight.forEach((_, index) => {
    graph.addUndirectedEdgeWithKey(index, edges.source[index]!, edges.target[index]!);
  });
  return (random, { resolution }, weight = edges.weight) => {
    const community = Int32Array.from({ length: edges.nodes }, (_, i) => i);
    if (graph.size === 0) return community;
    const found = louvain(graph, { rng: random, resolution, getEdgeWeight: (edge) => weight[Number(edge)]! });
    for (let i = 0; i < community.length; i++) community[i] = found[i]!;
    return community;
  };
}
