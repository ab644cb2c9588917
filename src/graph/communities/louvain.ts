/**
 * Louvain's method (Blondel et al. 2008) by graphology-communities-louvain, on a graphology graph of bounded size: papers
 * and terms, or micro-clusters of papers above some thousand. The one door to both; plain columns in, plain columns out.
 */
import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import type { Attributes } from "graphology-types";
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
  const graph = new ListedGraph(edges);
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
 * A graphology graph that keeps the list it was filled from. Every run of Louvain goes through all edges and asks for all
 * degrees; from the list that costs a quarter of what it costs through the graph's maps, with the same keys and order.
 */
class ListedGraph extends UndirectedGraph {
  readonly #edges: EdgeList;
  /** Edges of each node. */
  readonly #degrees: Int32Array;

  constructor(edges: EdgeList) {
    super();
    this.#edges = edges;
    this.#degrees = new Int32Array(edges.nodes);
    for (let node = 0; node < edges.nodes; node++) this.addNode(node);
    for (let edge = 0; edge < edges.weight.length; edge++) {
      const [source, target] = [edges.source[edge]!, edges.target[edge]!];
      this.addUndirectedEdgeWithKey(edge, source, target);
      this.#degrees[source]!++;
      this.#degrees[target]!++;
    }
  }

  override forEachEdge(callback: unknown): void {
    const visit = callback as EdgeVisit;
    const { source, target } = this.#edges;
    for (let edge = 0; edge < this.size; edge++) visit(edge, NONE, source[edge]!, target[edge]!, NONE, NONE, true);
  }

  override undirectedDegreeWithoutSelfLoops(node: unknown): number {
    return this.#degrees[Number(node)]!;
  }
}
