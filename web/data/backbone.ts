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
};
const PER_NODE = 3;

export function backbone(index: MapIndex, limit: number): BackboneEdge[] {
  const best = new Map<number, BackboneEdge>();
  for (let node = 0; node < index.count; node++) {
    const from = index.start[node]!;
    const to = Math.min(index.start[node + 1]!, from + PER_NODE);
    for (let i = from; i < to; i++) {
      const other = index.neighbor[i]!;
      const source = Math.min(node, other);
      const target = Math.max(node, other);
      const strength = (index.edgeWeight[i]! * KIND_FACTOR[EDGE_KINDS[index.edgeKind[i]!]!]) / (1 + (i - from));
      const key = source * index.count + target;
      if (strength > (best.get(key)?.strength ?? 0)) best.set(key, { source, target, strength });
    }
  }
  return [...best.values()]
    .sort((a, b) => b.strength - a.strength || a.source - b.source || a.target - b.target)
    .slice(0, limit);
}
