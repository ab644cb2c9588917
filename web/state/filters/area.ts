/**
 * What lies in an area that was drawn on the map.
 */
import { straight, turnedPoint } from "../../data/turned.ts";
import type { MapIndex } from "../../data/map-index.ts";
import type { Point } from "../../lib/geometry.ts";
import { TEXTS } from "../../texts.ts";
import type { Filter } from "./filter.ts";

/** Corners, in the map's units as the document has them; the last is joined to the first. */
export type Area = readonly Point[];

/** Corners of an area at most: a link has to hold them. */
const MAX_CORNERS = 60;

export const areaFilter: Filter<Area | undefined> = {
  none: undefined,
  needsDocument: false,
  hide: (index, shown, area) => {
    const corners = index.turned ? area.map(turnedPoint) : area;
    for (let node = 0; node < index.count; node++)
      if (shown[node] && !isInside(corners, index.x[node]!, index.y[node]!)) shown[node] = 0;
  },
  words: () => TEXTS.lasso.chip,
  writeLink: (_, area, link) => {
    link.set("area", area.map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`).join(" "));
  },
  readLink: (_, link) => {
    const corners = (link.get("area") ?? "").split(" ").map((corner) => corner.split(",").map(Number));
    const known = corners.filter((corner) => corner.length === 2 && corner.every(Number.isFinite));
    return known.length >= 3 && known.length === corners.length
      ? known.slice(0, MAX_CORNERS).map(([x = 0, y = 0]) => ({ x, y }))
      : undefined;
  },
};

/** @param line drawn on the map as it stands @returns undefined where it holds no area */
export function areaOf(index: MapIndex, line: readonly Point[]): Area | undefined {
  const step = Math.max(1, line.length / MAX_CORNERS);
  const corners = Array.from({ length: Math.floor(line.length / step) }, (_, i) => line[Math.floor(i * step)]!);
  if (corners.length < 3) return undefined;
  return index.turned ? corners.map(straight) : corners;
}

/** By the crossings of a ray to the right. */
function isInside(corners: readonly Point[], x: number, y: number): boolean {
  let inside = false;
  corners.forEach((a, i) => {
    const b = corners[(i + 1) % corners.length]!;
    if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside;
  });
  return inside;
}
