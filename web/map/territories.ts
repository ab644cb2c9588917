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
/** Kernel radius in cells; the density of a lone node is 1 at its place. */
const REACH = 14;
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
  const { width, height } = extent;
  const density = new Float32Array(width * height);
  const owner = new Int32Array(width * height).fill(-1);
  const own = new Float32Array(width * height);
  const kernel = Float32Array.from({ length: (2 * REACH + 1) ** 2 }, (_, i) => {
    const dx = (i % (2 * REACH + 1)) - REACH;
    const dy = Math.floor(i / (2 * REACH + 1)) - REACH;
    const r2 = (dx * dx + dy * dy) / (REACH * REACH);
    return r2 >= 1 ? 0 : (1 - r2) ** 3;
  });
  for (const community of index.topLevel) {
    const members = (index.members.get(community.id) ?? []).filter((node) => shown[node]);
    own.fill(0);
    for (const node of members) splat(own, kernel, index, node, extent);
    const settled = members.filter((node) => own[cellOf(index, node, extent)]! >= COMPANY);
    own.fill(0);
    for (const node of settled) splat(own, kernel, index, node, extent);
    for (let i = 0; i < own.length; i++) {
      if (own[i]! > density[i]!) {
        density[i] = own[i]!;
        owner[i] = community.id;
      }
    }
  }
  return { density, owner };
}

function cellOf(index: MapIndex, node: number, { left, bottom, cell, width, height }: Extent): number {
  const row = height - 1 - Math.floor((index.y[node]! - bottom) / cell);
  return row * width + Math.floor((index.x[node]! - left) / cell);
}

function splat(target: Float32Array, kernel: Float32Array, index: MapIndex, node: number, extent: Extent): void {
  const { left, bottom, cell, width, height } = extent;
  const column = Math.floor((index.x[node]! - left) / cell);
  const row = height - 1 - Math.floor((index.y[node]! - bottom) / cell);
  for (let dy = -REACH; dy <= REACH; dy++) {
    const r = row + dy;
    if (r < 0 || r >= height) continue;
    for (let dx = -REACH; dx <= REACH; dx++) {
      const c = column + dx;
      if (c >= 0 && c < width) target[r * width + c]! += kernel[(dy + REACH) * (2 * REACH + 1) + dx + REACH]!;
    }
  }
}
