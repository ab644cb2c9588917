/**
 * A raster over the map's extent, for what is spread over an area instead of standing at a place.
 */
import type { MapIndex } from "../../data/map-index.ts";

export interface Extent {
  /** Corner in the map's units; y upwards. */
  readonly left: number;
  readonly bottom: number;
  /** Side of a cell in the map's units. */
  readonly cell: number;
  /** In cells. */
  readonly width: number;
  readonly height: number;
}

/** @param longSide cells of the longer side; @param border free on every side, as a share of the nodes' longer side. */
export function extentOf(index: MapIndex, longSide: number, border: number): Extent | undefined {
  if (index.count === 0) return undefined;
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < index.count; i++) {
    left = Math.min(left, index.x[i]!);
    right = Math.max(right, index.x[i]!);
    bottom = Math.min(bottom, index.y[i]!);
    top = Math.max(top, index.y[i]!);
  }
  const long = Math.max(right - left, top - bottom, 1);
  const free = long * border;
  const cell = (long + 2 * free) / longSide;
  return {
    left: left - free,
    bottom: bottom - free,
    cell,
    width: Math.max(1, Math.ceil((right - left + 2 * free) / cell)),
    height: Math.max(1, Math.ceil((top - bottom + 2 * free) / cell)),
  };
}
