/**
 * Edges for formats without kinds.
 */
import type { GraphDocument } from "../contract/graph-document.ts";
import { roundTo } from "../lib/order.ts";
import { flatEdges } from "./flat-graph.ts";

export interface Pair {
  readonly source: string;
  readonly target: string;
  /** Sum of the weights of its edges. */
  readonly strength: number;
}

/** One a pair of nodes, whichever way its edges are read, in the order of its first edge. */
export function joinPairs(document: GraphDocument): Pair[] {
  const pairs = new Map<string, { source: string; target: string; strength: number }>();
  for (const { source, target, attributes } of flatEdges(document)) {
    const weight = Number(attributes["weight"] ?? 0);
    const known = pairs.get(`${source} ${target}`) ?? pairs.get(`${target} ${source}`);
    if (known) known.strength = roundTo(known.strength + weight, 6);
    else pairs.set(`${source} ${target}`, { source, target, strength: weight });
  }
  return [...pairs.values()];
}
