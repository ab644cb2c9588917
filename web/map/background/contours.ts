/**
 * Density contours: lines through places with equally many nodes around, in the colours of the nodes there.
 *
 * The nodes are counted into a grid, blurred (a kernel density estimate), and traced by marching squares. The colour is
 * blurred along with the count, so that a line tells what colours tell, whatever they tell.
 */
import { blur2 } from "d3-array";
import { contours as tracer } from "d3-contour";
import { append } from "../../../src/lib/append.ts";
import type { MapIndex } from "../../data/map-index.ts";
import type { Rgb } from "../../lib/color.ts";
import { extentOf, type Extent } from "./raster.ts";

/** A stretch of a line in one colour. */
export interface Contour {
  /** Density as a share of the densest place's, 0…1. */
  readonly level: number;
  readonly color: Rgb;
  /** x and y by turns, in the map's units. */
  readonly points: readonly number[];
}

/** In cells. */
const LONG_SIDE = 180;
/** Of the extent's long side, on every side: lines of the outermost nodes must close. */
const BORDER = 0.1;
/** Standard deviation of the kernel, in cells. */
const DEVIATION = 3.2;
/** Of the three running means whose variances sum up to the kernel's: r² + r = deviation². */
const RADIUS = (Math.sqrt(4 * DEVIATION ** 2 + 1) - 1) / 2;
/** Shares of the peak; closer together below, where most of the map lies. */
export const LEVELS: readonly number[] = [0.06, 0.13, 0.22, 0.33, 0.46, 0.61, 0.78, 0.93];
/** Steps per colour channel: a line is cut where its colour changes by one. */
const COLOR_STEP = 12;

/** @param shown 1 where a node counts. */
export function traceContours(index: MapIndex, shown: Uint8Array, colorOf: (node: number) => Rgb): Contour[] {
  const extent = extentOf(index, LONG_SIDE, BORDER);
  if (!extent) return [];
  const { count, channels } = blurredGrids(index, shown, colorOf, extent);
  const peak = count.reduce((a, b) => Math.max(a, b), 0);
  if (peak === 0) return [];
  const colorAt = (cell: number): Rgb => {
    const [red, green, blue] = channels.map((grid) =>
      Math.min(255, COLOR_STEP * Math.round(grid[cell]! / Math.max(1e-9, count[cell]!) / COLOR_STEP)),
    ) as [number, number, number];
    return [red, green, blue];
  };
  const trace = tracer().size([extent.width, extent.height]);
  const values = Array.from(count);
  return LEVELS.flatMap((level) => {
    const rings = trace.contour(values, level * peak).coordinates.flat();
    return rings.flatMap((ring) => cutByColor(ring, extent, level, colorAt));
  });
}

/** Nodes per cell and the sums of their colour channels, spread around. */
function blurredGrids(
  index: MapIndex,
  shown: Uint8Array,
  colorOf: (node: number) => Rgb,
  { left, bottom, cell, width, height }: Extent,
): { readonly count: Float32Array; readonly channels: readonly Float32Array[] } {
  const grids = Array.from({ length: 4 }, () => new Float32Array(width * height));
  const [count, ...channels] = grids as [Float32Array, Float32Array, Float32Array, Float32Array];
  for (let node = 0; node < index.count; node++) {
    if (!shown[node]) continue;
    const at = Math.floor((index.y[node]! - bottom) / cell) * width + Math.floor((index.x[node]! - left) / cell);
    count[at]!++;
    const color = colorOf(node);
    channels.forEach((grid, i) => (grid[at]! += color[i]!));
  }
  for (const data of grids) blur2({ data, width, height }, RADIUS);
  return { count, channels };
}

/**
 * Stretches of one colour; each begins where the one before ends.
 *
 * @param ring closed, in cells: the middle of the first one is at (0.5, 0.5).
 */
function cutByColor(
  ring: readonly (readonly number[])[],
  { left, bottom, cell, width, height }: Extent,
  level: number,
  colorAt: (cell: number) => Rgb,
): Contour[] {
  const stretches: { color: Rgb; points: number[] }[] = [];
  ring.forEach(([x = 0, y = 0], i) => {
    const point = [left + x * cell, bottom + y * cell] as const;
    const last = stretches.at(-1);
    if (last) append(last.points, point);
    if (i === ring.length - 1) return;
    const [column, row] = [Math.min(width - 1, Math.floor(x)), Math.min(height - 1, Math.floor(y))];
    const color = colorAt(row * width + column);
    if (!last?.color.every((channel, c) => channel === color[c])) stretches.push({ color, points: [...point] });
  });
  return stretches.map((stretch) => ({ level, ...stretch }));
}
