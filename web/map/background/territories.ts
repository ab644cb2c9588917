/**
 * Territories: every community tints the area where its nodes are dense (a kernel density estimate), with an outline.
 *
 * One small raster over the map's extent, computed once; the page stretches it under the nodes.
 */
import type { MapIndex } from "../../data/map-index.ts";
import { channelsOf, type ColorScheme } from "../../lib/color.ts";
import { extentOf, type Extent } from "./raster.ts";

export interface Territories {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
  /** The raster's corners in the map's units; y upwards. */
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** How finely territories are drawn. */
export interface Resolution {
  /** Cells of the longer side. */
  readonly longSide: number;
  /** Cells of a running mean, odd; three in a row are close to a bell curve (Wells 1986). */
  readonly mean: number;
  /** Half the width of the outline, in densities: wide enough that it has no holes in cells of this size. */
  readonly outline: number;
}

/** Both spread a node over a deviation of 1.2 % of the long side. Nine times the work; fine when one comes near. */
export const COARSE: Resolution = { longSide: 200, mean: 5, outline: 0.75 };
export const FINE: Resolution = { longSide: 680, mean: 17, outline: 0.4 };

/** Of the extent's long side, on every side. */
const BORDER = 0.06;
/** Running means in a row. */
const ROUNDS = 3;
/** Density in the cell of a single node with none around it. */
const SINGLE_NODE = 1.2;
/** Density at which a territory begins; the tint reaches its full strength at the outline. */
const MIN_DENSITY = 0.5;
const OUTLINE_DENSITY = 0.9;
/** Density, its own share included, below which a node counts for no territory: single nodes would each make one. */
const MIN_NODE_DENSITY = 2.2;

export function paintTerritories(
  index: MapIndex,
  shown: Uint8Array,
  scheme: ColorScheme,
  { longSide, mean, outline: halfWidth }: Resolution,
): Territories | undefined {
  const extent = extentOf(index, longSide, BORDER);
  if (!extent) return undefined;
  const { left, bottom, cell, width, height } = extent;
  const { density, owner } = densities(index, shown, extent, mean);
  const rgba = new Uint8ClampedArray(width * height * 4);
  const colors = new Map(index.topLevel.map((community) => [community.id, channelsOf(community.color)]));
  const fillAlpha = scheme.dark ? 38 : 30;
  const lineAlpha = scheme.dark ? 52 : 44;
  let last = -1;
  let color = colors.get(last);
  for (let i = 0; i < density.length; i++) {
    const d = density[i]!;
    if (d < MIN_DENSITY) continue;
    if (owner[i] !== last) color = colors.get((last = owner[i]!));
    if (!color) continue;
    // Alpha rises up to the outline, has its peak there, and is even inside.
    const rise = Math.min(1, (d - MIN_DENSITY) / (OUTLINE_DENSITY - MIN_DENSITY));
    const outline = Math.max(0, 1 - Math.abs(d - OUTLINE_DENSITY) / halfWidth);
    const at = 4 * i;
    rgba[at] = color[0];
    rgba[at + 1] = color[1];
    rgba[at + 2] = color[2];
    rgba[at + 3] = (fillAlpha + lineAlpha * outline) * rise;
  }
  return { width, height, rgba, left, bottom, right: left + width * cell, top: bottom + height * cell };
}

/** For every cell (rows from the top) the densest community and how dense it is. */
function densities(
  index: MapIndex,
  shown: Uint8Array,
  extent: Extent,
  mean: number,
): { density: Float32Array; owner: Int32Array } {
  const size = extent.width * extent.height;
  const density = new Float32Array(size);
  const owner = new Int32Array(size).fill(-1);
  const own = new Float32Array(size);
  for (const community of index.topLevel) {
    const cells = (index.members.get(community.id) ?? [])
      .filter((node) => shown[node])
      .map((node) => cellOf(index, node, extent));
    if (cells.length === 0) continue;
    const box = boxAround(cells, extent, (ROUNDS * (mean - 1)) / 2);
    spread(own, cells, box, extent.width, mean);
    const dense = cells.filter((cell) => own[cell]! >= MIN_NODE_DENSITY);
    clear(own, box, extent.width);
    spread(own, dense, box, extent.width, mean);
    for (let row = box.top; row <= box.bottom; row++) {
      const end = row * extent.width + box.right;
      for (let i = row * extent.width + box.left; i <= end; i++) {
        if (own[i]! <= density[i]!) continue;
        density[i] = own[i]!;
        owner[i] = community.id;
      }
    }
    clear(own, box, extent.width);
  }
  return { density, owner };
}

function cellOf(index: MapIndex, node: number, { left, bottom, cell, width, height }: Extent): number {
  const row = height - 1 - Math.floor((index.y[node]! - bottom) / cell);
  return row * width + Math.floor((index.x[node]! - left) / cell);
}

/** Rows and columns, both ends included. */
interface CellBox {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** All that nodes in these cells reach. */
function boxAround(cells: readonly number[], { width, height }: Extent, reach: number): CellBox {
  let [top, bottom, left, right] = [height, -1, width, -1];
  for (const cell of cells) {
    const [row, column] = [Math.floor(cell / width), cell % width];
    top = Math.min(top, row - reach);
    bottom = Math.max(bottom, row + reach);
    left = Math.min(left, column - reach);
    right = Math.max(right, column + reach);
  }
  return {
    top: Math.max(0, top),
    bottom: Math.min(height - 1, bottom),
    left: Math.max(0, left),
    right: Math.min(width - 1, right),
  };
}

function clear(values: Float32Array, { top, bottom, left, right }: CellBox, width: number): void {
  for (let row = top; row <= bottom; row++) values.fill(0, row * width + left, row * width + right + 1);
}

/** Density of nodes in these cells, added to an empty box: the work is that of the box, whatever the number of nodes. */
function spread(target: Float32Array, cells: readonly number[], box: CellBox, width: number, mean: number): void {
  const variance = (ROUNDS * (mean ** 2 - 1)) / 12;
  const mass = SINGLE_NODE * 2 * Math.PI * variance;
  for (const cell of cells) target[cell]! += mass;
  const line = new Float32Array(Math.max(box.right - box.left, box.bottom - box.top) + 1);
  for (let round = 0; round < ROUNDS; round++) {
    for (let row = box.top; row <= box.bottom; row++)
      runningMean(target, { from: row * width + box.left, step: 1, length: box.right - box.left + 1 }, mean, line);
    for (let column = box.left; column <= box.right; column++)
      runningMean(
        target,
        { from: box.top * width + column, step: width, length: box.bottom - box.top + 1 },
        mean,
        line,
      );
  }
}

/** Values of a raster, `step` apart. */
interface Line {
  readonly from: number;
  readonly step: number;
  readonly length: number;
}

/** Replaces the values of a line by the means of `mean` around each; outside there is nothing. */
function runningMean(values: Float32Array, { from, step, length }: Line, mean: number, copy: Float32Array): void {
  let empty = true;
  for (let i = 0; i < length; i++) if ((copy[i] = values[from + i * step]!) > 0) empty = false;
  if (empty) return;
  const half = (mean - 1) / 2;
  let sum = 0;
  for (let i = 0; i < Math.min(half, length); i++) sum += copy[i]!;
  for (let i = 0; i < length; i++) {
    if (i + half < length) sum += copy[i + half]!;
    if (i - half > 0) sum -= copy[i - half - 1]!;
    values[from + i * step] = sum / mean;
  }
}
