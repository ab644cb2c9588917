/**
 * Louvain's method (Blondel et al. 2008) by graphology-communities-louvain, on a graphology graph of bounded size: papers
 * and terms, or micro-clusters of papers above some thousand. The one door to both; plain columns in, plain columns out.
 */
import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import type { Attributes, NodeIterationCallback } from "graphology-types";
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

/** Nodes and edges are read in canonical order, so a seed always gives the same partition. */
export function louvainOn(edges: EdgeList): Louvain {
  const graph = new ColumnGraph(edges);
  return (random, { resolution }, weight = edges.weight) => {
    const community = Int32Array.from({ length: edges.nodes }, (_, i) => i);
    if (graph.size === 0) return community;
    const found = louvain(graph, {
      rng: random,
      resolution,
      getEdgeWeight: (edge) => weight[edge as unknown as number]!,
    });
    for (let i = 0; i < community.length; i++) community[i] = found[i]!;
    return community;
  };
}

const NONE: Attributes = {};

type EdgeVisit = (
  ...edge: [edge: number, of: Attributes, source: number, target: number, Attributes, Attributes, true]
) => void;

/**
 * A graphology graph that reads its nodes and edges from an edge list when it is asked for them: a map entry per node and
 * edge costs more than Louvain itself. It answers what Louvain asks; keys are the numbers of nodes and edges.
 */
class ColumnGraph extends UndirectedGraph {
  override readonly order: number;
  override readonly size: number;
  readonly #edges: EdgeList;
  /** Edges of each node. */
  readonly #degrees: Int32Array;

  constructor(edges: EdgeList) {
    super();
    this.#edges = edges;
    this.#degrees = new Int32Array(edges.nodes);
    this.order = edges.nodes;
    this.size = edges.weight.length;
    for (const ends of [edges.source, edges.target]) for (const node of ends) this.#degrees[node]!++;
  }

  override forEachNode(callback: NodeIterationCallback): void {
    const visit = callback as unknown as (node: number, of: Attributes) => void;
    for (let node = 0; node < this.order; node++) visit(node, NONE);
  }

  override forEachEdge(callback: unknown): void {
    const visit = callback as EdgeVisit;
    const { source, target } = this.#edges;
    for (let edge = 0; edge < this.size; edge++) visit(edge, NONE, source[edge]!, target[edge]!, NONE, NONE, true);
  }

  override undirectedDegreeWithoutSelfLoops(node: unknown): number {
    return this.#degrees[node as number]!;
  }
}
