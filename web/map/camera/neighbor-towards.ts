/**
 * Walking the map by arrow keys.
 */
import { adjacencyOf, type MapIndex } from "../../data/map-index.ts";
import type { Point } from "../../lib/geometry.ts";

/** The neighbour of a node that lies most in this direction on the screen (x to the right, y downwards). */
export function neighborTowards(
  index: MapIndex,
  node: number,
  direction: Point,
  { positionOf, shown }: { readonly positionOf: (node: number) => Point; readonly shown: Uint8Array },
): number | undefined {
  const { start, neighbor } = adjacencyOf(index);
  const from = positionOf(node);
  let best: number | undefined;
  let min = Infinity;
  for (let i = start[node]!; i < start[node + 1]!; i++) {
    const other = neighbor[i]!;
    if (!shown[other]) continue;
    const to = positionOf(other);
    const distance = Math.hypot(to.x - from.x, to.y - from.y);
    const along = ((to.x - from.x) * direction.x + (to.y - from.y) * direction.y) / Math.max(1e-9, distance);
    // Within 60° of the direction; nearer and straighter is better.
    if (along > 0.5 && distance / along < min) {
      min = distance / along;
      best = other;
    }
  }
  return best;
}
