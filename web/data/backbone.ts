/**
 * The few edges drawn when nothing is asked: enough to show what holds together, too few for a hairball.
 *
 * Every node keeps its strongest edge, the strongest of the rest fill up to the limit; a node's second edge counts less
 * than its first, so that hubs do not take all (the idea of Satuluri et al. 2011, "Local graph sparsification").
 */
import { EDGE_KINDS, type MapIndex } from "./map-index.ts";

export interface BackboneEdge {
  readonly source: number;
  readonly target: number;
  /** 0…1, after the discount for rank. */
  readonly strength: number;
}

/** Mentions are worth less: a paper stands among its terms anyway. */
const KIND_FACTOR: Readonly<Record<(typeof EDGE_KINDS)[number], number>> = {
  mentions: 0.5,
  cooccurs: 1,
  is_a: 0.8,
  similar: 1,
  used_for: 0.8,
  part_of: 0.8,
  evaluated_on: 0.8,
  better_than: 0.8,
  compared_with: 0.8,
};
const PER_NODE = 3;
/** Edges of one pair at most: one of a kind. */
const PER_PAIR = EDGE_KINDS.length;

/** The strongest, at most so many, strongest first. */
export function backbone(index: MapIndex, limit: number): BackboneEdge[] {
  const { from, to } = index.columns;
  const { edges, strength } = ownedEdges(index);
  const least = kthLargest(strength, limit * PER_PAIR);
  const best = new Map<number, BackboneEdge>();
  for (let i = 0; i < edges.length; i++) {
    if (strength[i]! < least) continue;
    const [source, target] = [from[edges[i]!]!, to[edges[i]!]!];
    const key = source * index.count + target;
    if (strength[i]! > (best.get(key)?.strength ?? 0)) best.set(key, { source, target, strength: strength[i]! });
  }
  return [...best.values()]
    .sort((a, b) => b.strength - a.strength || a.source - b.source || a.target - b.target)
    .slice(0, limit);
}

/** Edges that are among the strongest of one of their ends, with what they are worth there. */
function ownedEdges({ columns, count }: MapIndex): { edges: Uint32Array; strength: Float64Array } {
  const factors = EDGE_KINDS.map((kind) => KIND_FACTOR[kind]);
  const { from, to, kind, strength: weights } = columns;
  const edges = new Uint32Array(Math.min(from.length, PER_NODE * count));
  const strength = new Float64Array(edges.length);
  /** Edges met so far: they come strongest first. */
  const met = new Uint32Array(count);
  let owned = 0;
  for (let edge = 0; edge < from.length; edge++) {
    const rank = Math.min(met[from[edge]!]!++, met[to[edge]!]!++);
    if (rank >= PER_NODE) continue;
    edges[owned] = edge;
    strength[owned++] = (weights[edge]! * factors[kind[edge]!]!) / (1 + rank);
  }
  return { edges: edges.subarray(0, owned), strength: strength.subarray(0, owned) };
}

function kthLargest(values: Float64Array, k: number): number {
  return k >= values.length ? 0 : values.slice().sort()[values.length - k]!;
}
