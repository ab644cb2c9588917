/**
 * What the map draws, as columns: the nodes and standing edges that are shown, with their colours as bytes.
 */
import type { BackboneEdge } from "../../data/backbone.ts";
import type { MapIndex } from "../../data/map-index.ts";
import type { ColorScheme, Rgb } from "../../lib/color.ts";

export interface Appearance {
  readonly shown: Uint8Array;
  readonly scheme: ColorScheme;
  readonly colorOf: (node: number) => Rgb;
  /** Radius of every node, in the map's units. */
  readonly sizes: Float64Array;
  /** Whether lines of equal density are drawn under the nodes. */
  readonly density: boolean;
}

export interface DrawnColumns {
  /** Nodes that are drawn, in the order of drawing. */
  readonly nodes: Uint32Array;
  /** Of every node, drawn or not: outline and inside, four bytes each. */
  readonly nodeColors: Uint8Array;
  /** Edges that are drawn, strongest first: x and y of both ends, in the map's units. */
  readonly ends: Float32Array;
  /** Four bytes, channels times alpha, for each of the two ends. */
  readonly endColors: Uint8Array;
}

/** Standing edges per node, and at most. */
const EDGES_PER_NODE = 1.5;
const MAX_EDGES = 8000;

export function standingEdges(index: MapIndex): number {
  return Math.min(MAX_EDGES, Math.round(EDGES_PER_NODE * index.count));
}

export function drawnColumns(
  index: MapIndex,
  edges: readonly BackboneEdge[],
  appearance: Appearance,
  drawn: (node: number) => boolean,
): DrawnColumns {
  return { ...nodeColumns(index, appearance, drawn), ...edgeColumns(index, edges, appearance, drawn) };
}

function nodeColumns(
  { count, papers }: MapIndex,
  { scheme, colorOf }: Appearance,
  drawn: (node: number) => boolean,
): Pick<DrawnColumns, "nodes" | "nodeColors"> {
  const nodes = new Uint32Array(count);
  const nodeColors = new Uint8Array(8 * count);
  let n = 0;
  for (let node = 0; node < count; node++) {
    if (!drawn(node)) continue;
    nodes[n++] = node;
    const color = colorOf(node);
    const [line, fill] = node < papers ? [0.75, 0.12] : [0.3, 1];
    for (let channel = 0; channel < 3; channel++) {
      const paper = scheme.paper[channel]!;
      const ink = color[channel]! - paper;
      nodeColors[8 * node + channel] = Math.round(paper + ink * line);
      nodeColors[8 * node + 4 + channel] = Math.round(paper + ink * fill);
    }
    nodeColors[8 * node + 3] = nodeColors[8 * node + 7] = 255;
  }
  return { nodes: nodes.subarray(0, n), nodeColors };
}

function edgeColumns(
  { x, y, community }: MapIndex,
  edges: readonly BackboneEdge[],
  { colorOf }: Appearance,
  drawn: (node: number) => boolean,
): Pick<DrawnColumns, "ends" | "endColors"> {
  const ends = new Float32Array(4 * edges.length);
  const endColors = new Uint8Array(8 * edges.length);
  let n = 0;
  for (const { source, target, strength } of edges) {
    if (!drawn(source) || !drawn(target)) continue;
    ends[4 * n] = x[source]!;
    ends[4 * n + 1] = y[source]!;
    ends[4 * n + 2] = x[target]!;
    ends[4 * n + 3] = y[target]!;
    const alpha = edgeAlpha(community[source] !== community[target], strength);
    const a = colorOf(source);
    const b = colorOf(target);
    for (let channel = 0; channel < 3; channel++) {
      const value = Math.round(((a[channel]! + b[channel]!) / 2) * alpha);
      endColors[8 * n + channel] = endColors[8 * n + 4 + channel] = value;
    }
    endColors[8 * n + 3] = endColors[8 * n + 7] = Math.round(255 * alpha);
    n++;
  }
  return { ends: ends.subarray(0, 4 * n), endColors: endColors.subarray(0, 8 * n) };
}

/** Edges inside a community hold it together; those between are many and long, and step back. */
export function edgeAlpha(across: boolean, strength: number): number {
  return (across ? 0.08 : 0.2) + (across ? 0.1 : 0.3) * Math.min(1, strength);
}
