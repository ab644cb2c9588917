/**
 * Which circles may touch: found by a grid of square cells, kept as rows of neighbours.
 */
import type { Circles } from "./circles.ts";

/** Compressed rows: every pair stands in both. */
export interface ClosePairs {
  /** Circle `i` owns places `offsets[i]` … `offsets[i + 1] − 1`. */
  readonly offsets: Int32Array;
  readonly neighbors: Int32Array;
}

/** @returns the pairs whose middles are nearer than the sum of their radii plus `slack`. */
export function closePairs(circles: Circles, slack: number): ClosePairs {
  const count = circles.x.length;
  const offsets = new Int32Array(count + 1);
  let pairs = new Int32Array(16 * count + 16);
  let size = 0;
  forEachClosePair(circles, slack, (i, j) => {
    if (size === pairs.length) {
      const grown = new Int32Array(2 * size);
      grown.set(pairs);
      pairs = grown;
    }
    pairs[size++] = i;
    pairs[size++] = j;
    offsets[i + 1]!++;
    offsets[j + 1]!++;
  });
  for (let i = 0; i < count; i++) offsets[i + 1]! += offsets[i]!;
  const next = offsets.slice();
  const neighbors = new Int32Array(size);
  for (let at = 0; at < size; at += 2) {
    const i = pairs[at]!;
    const j = pairs[at + 1]!;
    neighbors[next[i]!++] = j;
    neighbors[next[j]!++] = i;
  }
  return { offsets, neighbors };
}

/** Visits each such pair once, in no particular order. */
function forEachClosePair({ x, y, radius }: Circles, slack: number, visit: (i: number, j: number) => void): void {
  const { across, starts, items } = cellGrid({ x, y, radius }, 2 * largest(radius) + slack);
  const nearer = [1, across - 1, across, across + 1];
  for (let cell = 0; cell + 1 < starts.length; cell++) {
    for (let at = starts[cell]!; at < starts[cell + 1]!; at++) {
      const i = items[at]!;
      const reach = radius[i]! + slack;
      for (let other = at + 1; other < starts[cell + 1]!; other++) offer(i, items[other]!, reach);
      for (const step of nearer)
        for (let other = starts[cell + step]!, end = starts[cell + step + 1]!; other < end; other++)
          offer(i, items[other]!, reach);
    }
  }

  function offer(i: number, j: number, reach: number): void {
    const limit = reach + radius[j]!;
    const dx = x[j]! - x[i]!;
    const dy = y[j]! - y[i]!;
    if (dx * dx + dy * dy < limit * limit) visit(i, j);
  }
}

interface CellGrid {
  /** Cells in a row. The first and the last cell of a row are empty, and so are the first and the last row. */
  readonly across: number;
  /** Cell `c` holds `items[starts[c]]` … `items[starts[c + 1] − 1]`. */
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** @param side at least this long, and such that there are hardly more cells than circles. */
function cellGrid({ x, y }: Circles, side: number): CellGrid {
  const count = x.length;
  let [minX, maxX, minY, maxY] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    minX = Math.min(minX, x[i]!);
    maxX = Math.max(maxX, x[i]!);
    minY = Math.min(minY, y[i]!);
    maxY = Math.max(maxY, y[i]!);
  }
  const length = Math.max(side, Math.max(maxX - minX, maxY - minY) / Math.ceil(Math.sqrt(count + 1)));
  const across = count === 0 ? 2 : Math.floor((maxX - minX) / length) + 3;
  const down = count === 0 ? 2 : Math.floor((maxY - minY) / length) + 3;
  const cellOf = new Int32Array(count);
  const starts = new Int32Array(across * down + 2);
  for (let i = 0; i < count; i++) {
    const column = Math.floor((x[i]! - minX) / length) + 1;
    const row = Math.floor((y[i]! - minY) / length) + 1;
    cellOf[i] = row * across + column;
    starts[cellOf[i]! + 1]!++;
  }
  for (let cell = 0; cell + 1 < starts.length; cell++) starts[cell + 1]! += starts[cell]!;
  const next = starts.slice();
  const items = new Int32Array(count);
  for (let i = 0; i < count; i++) items[next[cellOf[i]!]!++] = i;
  return { across, starts, items };
}

function largest(values: Float64Array): number {
  let max = 0;
  for (const value of values) max = Math.max(max, value);
  return max;
}
