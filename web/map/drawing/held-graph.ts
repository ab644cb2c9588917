/**
 * The graphs that Sigma draws: nodes and the standing edges between them. Of a map that is too large to be held as a
 * whole, what comes into sight is put together in slices, when the page has nothing else to do.
 */
import { UndirectedGraph } from "graphology";
import type { BackboneEdge } from "../../data/backbone.ts";
import type { MapIndex } from "../../data/map-index.ts";

export interface HeldNode {
  readonly x: number;
  readonly y: number;
  /** Its number on the map. */
  readonly node: number;
}

export type HeldEdge = BackboneEdge;

/** Nodes that are put into a graph at a time. */
const SLICE = 4000;
/** Milliseconds between slices in browsers that do not tell when they are idle. */
const PAUSE = 30;

export class HeldGraphs {
  readonly #index: MapIndex;
  /** Standing edges, by the end with the higher number. */
  readonly #edges = new Map<number, BackboneEdge[]>();
  #held: Uint32Array = new Uint32Array(0);
  /** Counts what has been asked for: an older wish ends. */
  #wish = 0;

  constructor(index: MapIndex, edges: readonly BackboneEdge[]) {
    this.#index = index;
    for (const edge of edges) {
      const last = Math.max(edge.source, edge.target);
      const known = this.#edges.get(last);
      if (known) known.push(edge);
      else this.#edges.set(last, [edge]);
    }
  }

  /** A graph of these nodes. @param nodes ascending */
  hold(nodes: Uint32Array): UndirectedGraph {
    this.#wish++;
    this.#held = nodes;
    const graph = new UndirectedGraph();
    this.#add(graph, nodes);
    return graph;
  }

  /**
   * Little by little; a later wish replaces it, and nothing happens where these nodes are held already.
   *
   * A graph of its own, since Sigma looks through all it holds for every node that leaves.
   *
   * @param nodes ascending
   */
  holdSoon(nodes: Uint32Array, then: (graph: UndirectedGraph) => void): void {
    if (same(nodes, this.#held)) return;
    const wish = ++this.#wish;
    this.#held = nodes;
    const graph = new UndirectedGraph();
    let added = 0;
    const next = (): void => {
      if (wish !== this.#wish) return;
      this.#add(graph, nodes.subarray(added, added + SLICE));
      added += SLICE;
      if (added < nodes.length) whenFree(next);
      else then(graph);
    };
    whenFree(next);
  }

  /** Ends what is under way. */
  stop(): void {
    this.#wish++;
  }

  /** Nodes after those that are there; an edge comes with its later end. */
  #add(graph: UndirectedGraph, nodes: Uint32Array): void {
    const { x, y } = this.#index;
    for (const node of nodes) {
      graph.addNode(node, { x: x[node]!, y: y[node]!, node } satisfies HeldNode);
      for (const edge of this.#edges.get(node) ?? [])
        if (graph.hasNode(edge.source) && graph.hasNode(edge.target))
          graph.addEdge(edge.source, edge.target, { ...edge } satisfies HeldEdge);
    }
  }
}

function same(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((node, i) => node === b[i]);
}

function whenFree(then: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(then, { timeout: 200 });
  else setTimeout(then, PAUSE);
}
