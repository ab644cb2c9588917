/**
 * The line that leads from a name beside its land to that land.
 */
import type { Box, Point } from "../../lib/geometry.ts";

/** Places that are looked at on the way. */
const STEPS = 24;
/** Pixels between a name and its line. */
const GAP = 2;
/** How far the line goes into the land, as a share of the way to its middle. */
const INTO = 0.12;

/**
 * @param isOwn whether a pixel lies on the name's land
 * @returns none where the name touches its land
 */
export function leaderOf(
  { left, top, right, bottom }: Box,
  middle: Point,
  isOwn: (pixel: Point) => boolean,
): readonly [from: Point, to: Point] | undefined {
  const nearest = {
    x: Math.max(left, Math.min(right, middle.x)),
    y: Math.max(top, Math.min(bottom, middle.y)),
  };
  const way = { x: middle.x - nearest.x, y: middle.y - nearest.y };
  const length = Math.hypot(way.x, way.y);
  const at = (share: number) => ({ x: nearest.x + share * way.x, y: nearest.y + share * way.y });
  if (length <= GAP || isOwn(nearest)) return undefined;
  for (let step = 1; step <= STEPS; step++)
    if (isOwn(at(step / STEPS))) return [at(GAP / length), at(Math.min(1, step / STEPS + INTO))];
  return undefined;
}
