/**
 * The ground of the atlas: every community tints the area where its nodes are dense, with a coast line.
 *
 * One small raster over the map's extent, computed once; the page stretches it under the nodes.
 */
import type { MapIndex } from "../data/map-index.ts";
import { parseHex, type Ground } from "./colors.ts";
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

const LONG_SIDE = 360;
/** Of the extent's long side, on every side. */
const BORDER = 0.06;
/** Cells of a running mean; three in a row are close to a bell curve (Wells 1986) of about 4.5 cells' deviation. */
const MEAN = 9;
const ROUNDS = 3;
/** How far a node reaches, in cells. */
const REACH = (ROUNDS * (MEAN - 1)) / 2;
/** Sum of what a node spreads: density is about 1 at the place of a lone one. */
const MASS = 150;
const COAST = 0.9;
const SHELF = 0.5;
/** Density, its own share included, that a node needs around it to hold ground: a lone one makes no island. */
const COMPANY = 2.2;

export function paintTerritories(index: MapIndex, shown: Uint8Array, ground: Ground): Territories | undefined {
  const extent = extentOf(index, LONG_SIDE, BORDER);
  if (!extent) return undefined;
  const { left, bottom, cell, width, height } = extent;
  const { density, owner } = densities(index, shown, extent);
  const rgba = new Uint8ClampedArray(width * height * 4);
  const colors = new Map(index.topLevel.map((community) => [community.id, parseHex(community.color)]));
  const fillAlpha = ground.dark ? 38 : 30;
  const lineAlpha = ground.dark ? 52 : 44;
  for (let i = 0; i < density.length; i++) {
    const d = density[i]!;
    const color = colors.get(owner[i]!);
    if (d < SHELF || !color) continue;
    // Alpha climbs over the shelf, peaks at the coast, then stays even inland.
    const climb = Math.min(1, (d - SHELF) / (COAST - SHELF));
    const coast = Math.max(0, 1 - Math.abs(d - COAST) / 0.4);
    rgba.set(color, i * 4);
    rgba[i * 4 + 3] = fillAlpha * climb + lineAlpha * coast * climb;
  }
  return { width, height, rgba, left, bottom, right: left + width * cell, top: bottom + height * cell };
}

/** For every cell (rows from the top) the densest community and how dense it is. */
function densities(index: MapIndex, shown: Uint8Array, extent: Extent): { density: Float32Array; owner: Int32Array } {
  const size = extent.width * extent.height;
  const density = new Float32Array(size);
  const owner = new Int32Array(size).fill(-1);
  const own = new Float32Array(size);
  for (const community of index.topLevel) {
    const cells = (index.members.get(community.id) ?? [])
      .filter((node) => shown[node])
      .map((node) => cellOf(index, node, extent));
    if (cells.length === 0) continue;
    const box = boxAround(cells, extent);
    spread(own, cells, box, extent.width);
    const settled = cells.filter((cell) => own[cell]! >= COMPANY);
    spread(own, settled, box, extent.width);
    forEachCell(box, extent.width, (i) => {
      if (own[i]! > density[i]!) {
        density[i] = own[i]!;
        owner[i] = community.id;
      }
      own[i] = 0;
    });
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
function boxAround(cells: readonly number[], { width, height }: Extent): CellBox {
  let [top, bottom, left, right] = [height, -1, width, -1];
  for (const cell of cells) {
    const [row, column] = [Math.floor(cell / width), cell % width];
    top = Math.min(top, row - REACH);
    bottom = Math.max(bottom, row + REACH);
    left = Math.min(left, column - REACH);
    right = Math.max(right, column + REACH);
  }
  return {
    top: Math.max(0, top),
    bottom: Math.min(height - 1, bottom),
    left: Math.max(0, left),
    right: Math.min(width - 1, right),
  };
}

function forEachCell({ top, bottom, left, right }: CellBox, width: number, visit: (cell: number) => void): void {
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) visit(row * width + column);
  }
}

/** Density of nodes in these cells, written into the box: the work is that of the box, whatever the number of nodes. */
function spread(target: Float32Array, cells: readonly number[], box: CellBox, width: number): void {
  forEachCell(box, width, (i) => (target[i] = 0));
  for (const cell of cells) target[cell]! += MASS;
  const line = new Float32Array(Math.max(box.right - box.left, box.bottom - box.top) + 1);
  for (let round = 0; round < ROUNDS; round++) {
    for (let row = box.top; row <= box.bottom; row++)
      runningMean(target, row * width + box.left, 1, box.right - box.left + 1, line);
    for (let column = box.left; column <= box.right; column++)
      runningMean(target, box.top * width + column, width, box.bottom - box.top + 1, line);
  }
}

/** Replaces `length` values, `step` apart, by the means of `MEAN` around each; outside there is nothing. */
function runningMean(values: Float32Array, from: number, step: number, length: number, line: Float32Array): void {
  for (let i = 0; i < length; i++) line[i] = values[from + i * step]!;
  const half = (MEAN - 1) / 2;
  let sum = 0;
  for (let i = 0; i < Math.min(half, length); i++) sum += line[i]!;
  for (let i = 0; i < length; i++) {
    if (i + half < length) sum += line[i + half]!;
    if (i - half > 0) sum -= line[i - half - 1]!;
    values[from + i * step] = sum / MEAN;
  }
}
