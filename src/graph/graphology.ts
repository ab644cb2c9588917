/**
 * The one door to Louvain and ForceAtlas2 of the graphology family. Plain arrays in, plain arrays out.
 */
import { UndirectedGraph } from "graphology";
import forceAtlas2Layout from "graphology-layout-forceatlas2";
import type { EdgeList } from "./edge-list.ts";

export interface ForceLayout {
  /** Positions at the start; changed in place. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly size: Float64Array;
  /** Nodes that stay where they are. */
  readonly fixed: Uint8Array;
}

/** ForceAtlas2 (Jacomy et al. 2014), synchronous; deterministic for given starting positions. */
export function forceAtlas2(edges: EdgeList, layout: ForceLayout, iterations: number): void {
  if (edges.nodes < 2 || iterations < 1) return;
  const graph = toGraph(edges);
  graph.forEachNode((key) => {
    const i = Number(key);
    graph.mergeNodeAttributes(key, {
      x: layout.x[i]!,
      y: layout.y[i]!,
      size: layout.size[i]!,
      fixed: layout.fixed[i] === 1,
    });
  });
  const settings = {
    ...forceAtlas2Layout.inferSettings(graph),
    barnesHutOptimize: edges.nodes > 300,
    barnesHutTheta: 1.2,
    strongGravityMode: false,
    gravity: 1,
  };
  forceAtlas2Layout.assign(graph, { iterations, settings, getEdgeWeight: "weight" });
  graph.forEachNode((key, attributes) => {
    layout.x[Number(key)] = attributes["x"] as number;
    layout.y[Number(key)] = attributes["y"] as number;
  });
}

function toGraph(edges: EdgeList): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (let i = 0; i < edges.nodes; i++) graph.addNode(String(i));
  edges.weight.forEach((weight, index) =>
    graph.addUndirectedEdgeWithKey(String(index), String(edges.source[index]!), String(edges.target[index]!), {
      index,
      weight,
    }),
  );
  return graph;
}
