/**
 * Density contours: lines through places with equally many nodes around, in the colours of the nodes there.
 *
 * The nodes are counted into a grid, blurred by a Gaussian (a kernel density estimate), and traced by marching squares.
 * The colour is blurred along with the count, so that a line tells what colours tell, whatever they tell.
 */
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

const LONG_SIDE = 180;
/** Of the extent's long side, on every side: lines of the outermost nodes must close. */
const BORDER = 0.1;
/** Standard deviation of the kernel, in cells. */
const BLUR = 3.2;
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
  return LEVELS.flatMap((level) =>
    rings(count, extent, level * peak).flatMap((ring) => cutByColor(ring, extent, level, colorAt)),
  );
}

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
    const place = Math.floor((index.y[node]! - bottom) / cell) * width + Math.floor((index.x[node]! - left) / cell);
    count[place]!++;
    const color = colorOf(node);
    channels.forEach((grid, i) => (grid[place]! += color[i]!));
  }
  for (const grid of grids) blur(grid, width, height);
  return { count, channels };
}

/** In place: a Gaussian along the rows, then along the columns. */
function blur(grid: Float32Array, width: number, height: number): void {
  const reach = Math.ceil(3 * BLUR);
  const kernel = Array.from({ length: reach + 1 }, (_, d) => Math.exp((-d * d) / (2 * BLUR * BLUR)));
  const line = new Float32Array(Math.max(width, height));
  const along = (start: number, step: number, length: number) => {
    line.fill(0);
    for (let i = 0; i < length; i++) {
      const value = grid[start + i * step]!;
      if (value === 0) continue;
      for (let d = -reach; d <= reach; d++)
        if (i + d >= 0 && i + d < length) line[i + d]! += value * kernel[Math.abs(d)]!;
    }
    for (let i = 0; i < length; i++) grid[start + i * step] = line[i]!;
  };
  for (let y = 0; y < height; y++) along(y * width, 1, width);
  for (let x = 0; x < width; x++) along(x, width, height);
}

/** Pairs of a cell's sides (0 below, 1 right, 2 above, 3 left) that a line joins, the denser ground at its left. */
const SIDES: readonly (readonly (readonly [from: number, to: number])[])[] = [
  [],
  [[0, 3]],
  [[1, 0]],
  [[1, 3]],
  [[2, 1]],
  [
    [0, 3],
    [2, 1],
  ],
  [[2, 0]],
  [[2, 3]],
  [[3, 2]],
  [[0, 2]],
  [
    [1, 0],
    [3, 2],
  ],
  [[1, 2]],
  [[3, 1]],
  [[0, 1]],
  [[3, 0]],
  [],
];

/** Closed lines at one density, as grid places: x and y by turns. The grid's rim is empty, so that every line closes. */
function rings(grid: Float32Array, { width, height }: Extent, level: number): number[][] {
  /** Crossings by number: twice the cell's place for its lower side, one more for its left side. */
  const next = new Map<number, number>();
  for (let y = 0; y + 1 < height; y++) {
    for (let x = 0; x + 1 < width; x++) {
      const at = y * width + x;
      const corners = [grid[at]!, grid[at + 1]!, grid[at + width + 1]!, grid[at + width]!] as const;
      const kind = corners.reduce((bits, value, i) => bits | (value > level ? 1 << i : 0), 0);
      if (kind === 0 || kind === 15) continue;
      const side = [2 * at, 2 * (at + 1) + 1, 2 * (at + width), 2 * at + 1] as const;
      for (const [from, to] of SIDES[kind]!) next.set(side[from]!, side[to]!);
    }
  }
  const lines: number[][] = [];
  for (const [start] of next) {
    const line: number[] = [];
    let crossing: number | undefined = start;
    while (crossing !== undefined && next.has(crossing)) {
      const at: number = crossing >> 1;
      const upright = (crossing & 1) === 1;
      const a = grid[at]!;
      const b = grid[at + (upright ? width : 1)]!;
      const share = (level - a) / (b - a);
      line.push((at % width) + (upright ? 0 : share), Math.floor(at / width) + (upright ? share : 0));
      const following: number | undefined = next.get(crossing);
      next.delete(crossing);
      crossing = following;
    }
    if (line.length >= 6) lines.push(line);
  }
  return lines;
}

/** Stretches of one colour; each begins where the one before ends. */
function cutByColor(
  ring: readonly number[],
  { left, bottom, cell, width }: Extent,
  level: number,
  colorAt: (cell: number) => Rgb,
): Contour[] {
  const stretches: { color: Rgb; points: number[] }[] = [];
  const length = ring.length / 2;
  for (let i = 0; i <= length; i++) {
    const x = ring[2 * (i % length)]!;
    const y = ring[2 * (i % length) + 1]!;
    // A node in the middle of its cell stands for the cell.
    const point = [left + (x + 0.5) * cell, bottom + (y + 0.5) * cell] as const;
    const last = stretches.at(-1);
    last?.points.push(...point);
    if (i === length) break;
    const color = colorAt(Math.round(y) * width + Math.round(x));
    if (last?.color.every((channel, c) => channel === color[c])) continue;
    stretches.push({ color, points: [...point] });
  }
  return stretches.map((stretch) => ({ level, ...stretch }));
}
