/**
 * How well a map can be read: figures, not taste.
 */
import type { GraphDocument } from "../../contract/graph-document.ts";
import { countOverlaps } from "../../graph/layout/overlaps.ts";

export interface LayoutQuality {
  /** Share of each node's nearest nodes on the map that are of its own community, 0…1, mean over the nodes. */
  readonly ownNeighbors: number;
  /** Pairs of circles that overlap. */
  readonly overlaps: number;
}

const NEAREST = 10;

export function layoutQuality({ papers, terms }: Pick<GraphDocument, "papers" | "terms">): LayoutQuality {
  const nodes = [...papers, ...terms];
  const x = Float64Array.from(nodes, (node) => node.x);
  const y = Float64Array.from(nodes, (node) => node.y);
  const overlaps = countOverlaps({ x, y, radius: Float64Array.from(nodes, (node) => node.size) });
  let own = 0;
  nodes.forEach((node, i) => {
    const nearest: { readonly j: number; readonly distance: number }[] = [];
    for (let j = 0; j < nodes.length; j++) {
      if (j === i) continue;
      const distance = (x[j]! - x[i]!) ** 2 + (y[j]! - y[i]!) ** 2;
      if (nearest.length === NEAREST && distance >= nearest[NEAREST - 1]!.distance) continue;
      nearest.push({ j, distance });
      nearest.sort((a, b) => a.distance - b.distance);
      nearest.length = Math.min(nearest.length, NEAREST);
    }
    const same = nearest.filter(({ j }) => nodes[j]!.community === node.community).length;
    own += nearest.length > 0 ? same / nearest.length : 1;
  });
  return { ownNeighbors: nodes.length > 0 ? own / nodes.length : 1, overlaps };
}
