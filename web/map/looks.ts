/**
 * What sigma is given to draw: the graph with its standing edges, and the looks of its nodes and edges.
 */
import Graph from "graphology";
import { backbone, type BackboneEdge } from "../data/backbone.ts";
import type { MapIndex } from "../data/map-index.ts";
import { mix, premultiplied, toHex, type Ground, type Rgb } from "./colors.ts";

export interface Appearance {
  readonly shown: Uint8Array;
  readonly ground: Ground;
  readonly colorOf: (node: number) => Rgb;
  /** Radius of every node, in the map's units. */
  readonly sizes: Float64Array;
  /** Whether lines of equal density are drawn under the nodes. */
  readonly density: boolean;
}

/** Standing edges per node, and at most. */
const EDGES_PER_NODE = 1.5;
const MOST_EDGES = 8000;

/** Nodes by number, and the edges that stand while nothing is in focus. */
export function buildGraph(index: MapIndex): { readonly graph: Graph; readonly edges: readonly BackboneEdge[] } {
  const graph = new Graph({ type: "undirected", allowSelfLoops: false });
  for (let node = 0; node < index.count; node++) {
    graph.addNode(String(node), { n: node, x: index.x[node], y: index.y[node], size: index.size[node] });
  }
  const limit = Math.min(MOST_EDGES, Math.round(EDGES_PER_NODE * index.count));
  const edges = backbone(index, limit).filter(({ source, target }) => source !== target);
  edges.forEach(({ source, target, strength }, i) => {
    // A key of our own: making one up costs more than the edge.
    graph.addUndirectedEdgeWithKey(String(i), String(source), String(target), { source, target, strength });
  });
  return { graph, edges };
}

export function nodeLook(index: MapIndex, node: number, { ground, colorOf }: Appearance, drawn: boolean) {
  const color = colorOf(node);
  const paper = node < index.papers;
  return {
    x: index.x[node]!,
    y: index.y[node]!,
    size: index.size[node]!,
    shape: index.shape[node]!,
    hidden: !drawn,
    color: toHex(paper ? mix(ground.paper, color, 0.75) : mix(ground.paper, color, 0.3)),
    fill: toHex(paper ? mix(ground.paper, color, 0.12) : color),
    label: null,
  };
}

export function edgeLook(
  index: MapIndex,
  { source, target, strength }: BackboneEdge,
  { colorOf }: Appearance,
  drawn: boolean,
) {
  // Edges inside a community hold it together; those between are many and long, and step back.
  const across = index.community[source] !== index.community[target];
  const alpha = (across ? 0.08 : 0.2) + (across ? 0.1 : 0.3) * Math.min(1, strength);
  return {
    hidden: !drawn,
    color: premultiplied(mix(colorOf(source), colorOf(target), 0.5), alpha),
    size: 1,
  };
}
