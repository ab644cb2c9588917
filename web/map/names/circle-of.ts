/**
 * Where a group of nodes lies.
 */
import type { MapIndex } from "../../data/map-index.ts";
import type { Circle } from "../../lib/geometry.ts";

/** The middle of nodes, and twice their root mean square distance from it, in the map's units. */
export function circleOf({ x, y }: Pick<MapIndex, "x" | "y">, nodes: readonly number[]): Circle {
  const mean = (value: (node: number) => number) =>
    nodes.reduce((sum, node) => sum + value(node), 0) / Math.max(1, nodes.length);
  const [middleX, middleY] = [mean((node) => x[node]!), mean((node) => y[node]!)];
  const spread = mean((node) => (x[node]! - middleX) ** 2 + (y[node]! - middleY) ** 2);
  return { x: middleX, y: middleY, radius: 2 * Math.sqrt(spread) };
}
