/**
 * How the map looks at present: what is shown, in which colours and sizes.
 */
import type { ColorScheme, Rgb } from "../../lib/color.ts";

export interface Appearance {
  readonly shown: Uint8Array;
  readonly scheme: ColorScheme;
  readonly colorOf: (node: number) => Rgb;
  /** Radius of every node, in the map's units. */
  readonly sizes: Float64Array;
  /** Whether lines of equal density are drawn under the nodes. */
  readonly density: boolean;
  /** Whether colours tell something else than communities: lands are then grey, so that one code is seen at a time. */
  readonly neutral: boolean;
}

/** Standing edges per node, and at most. */
const EDGES_PER_NODE = 1.5;
const MAX_EDGES = 8000;

export function standingEdges(nodes: number): number {
  return Math.min(MAX_EDGES, Math.round(EDGES_PER_NODE * nodes));
}

/** Edges inside a community hold it together; those between are many and long, and step back. */
export function edgeAlpha(across: boolean, strength: number): number {
  return (across ? 0.03 : 0.14) + (across ? 0.05 : 0.26) * Math.min(1, strength);
}

/** Shares of a node's colour, over paper, in its outline and inside it. */
export function inkOf(isPaper: boolean): { readonly line: number; readonly fill: number } {
  return isPaper ? { line: 0.75, fill: 0.12 } : { line: 0.3, fill: 1 };
}
