/**
 * The lands of communities: every place belongs to the community whose nodes are nearest, up to a coast around all of them,
 * so that neighbours meet in one border and sea lies outside only (Voronoi 1908, of sets of places).
 *
 * Worked out on a raster, for every community around its own nodes, and traced as outlines: sharp from near by, and the
 * same whatever is filtered.
 */
import { blur2 } from "d3-array";
import { contours } from "d3-contour";
import type { MapIndex } from "../../data/map-index.ts";
import type { Point } from "../../lib/geometry.ts";
import { distances } from "./distances.ts";
import { extentOf, type Extent } from "./raster.ts";
import { eachCell, windowAround, type Field, type Raster, type Window } from "./windows.ts";

/** The area of one community. */
export interface Land {
  readonly community: number;
  /** Closed lines, x and y by turns, in the map's units; what lies in an even number of them is none. */
  readonly rings: readonly (readonly number[])[];
}

export interface Lands {
  readonly list: readonly Land[];
  /** The community on whose land a place of the map lies; undefined: sea. */
  ownerAt(place: Point): number | undefined;
}

/** Cells of the longer side. */
const LONG_SIDE = 240;
/** Of the extent's long side, on every side. */
const BORDER = 0.08;
/** In cells: from the outermost nodes to the coast, and half the width of bays that are filled. */
const REACH = 5;
const BAY = 7;
/** Spread of a node over its surroundings, in cells, and the nodes that make a group: single ones have no land. */
const SPREAD = 3;
const GROUP = 1.5;
/** What a node alone leaves in its own cell. */
const ONE_NODE = peakOfOne();
/** Smallest share of the raster that is a land of its own; what is smaller falls to those around. */
const MIN_LAND = 0.002;
/** Rounds the corners of borders, in cells. */
const ROUNDING = 1.5;
/** Cells around a community's nodes that are looked at: beyond the coast and all that is smoothed. */
const MARGIN = 24;
/** By how much neighbours lie over each other, in cells: between three of them outlines leave a hole otherwise, and two lines. */
const OVERLAP = 0.4;
/** Farther than any cell of a window. */
const FAR = 1e6;

const NO_LANDS: Lands = { list: [], ownerAt: () => undefined };

export function drawLands(index: MapIndex): Lands {
  const extent = extentOf(index, LONG_SIDE, BORDER);
  if (!extent || index.topLevel.length === 0) return NO_LANDS;
  const ids = index.topLevel.map(({ id }) => id);
  const groups = ids.map((id) => groupOf(index, id, extent));
  const near = new Nearest(
    groups.map((group) => group && fieldOf(group)),
    extent,
  );
  const small = smallPieces(near.owner, extent);
  groups.forEach((group, c) => {
    if (group && without(group, small, extent)) near.fields[c] = fieldOf(group);
  });
  near.compare();
  const coast = coastOf(near.lowest, extent);
  const list = ids.map((community, c) => ({ community, rings: ringsOf(near, c, coast, extent) }));
  const owner = near.owner.map((c, cell) => (coast[cell]! >= 0 ? c : -1));
  return { list, ownerAt: (place) => ids[owner[cellAt(place, extent)] ?? -1] };
}

/** A window with 1 in cells with a node of the community that has others of it around. */
interface Group extends Window {
  readonly marked: Uint8Array;
}

function groupOf(index: MapIndex, community: number, extent: Extent): Group | undefined {
  const cells = (index.members.get(community) ?? []).map((node) =>
    cellAt({ x: index.x[node]!, y: index.y[node]! }, extent),
  );
  const window = windowAround(cells, MARGIN, extent);
  if (!window) return undefined;
  const { column, row, width, height } = window;
  const count = new Float32Array(width * height);
  for (const cell of cells) count[(Math.floor(cell / extent.width) - row) * width + (cell % extent.width) - column]!++;
  const data = count.slice();
  blur2({ data, width, height }, SPREAD);
  const marked = new Uint8Array(count.length);
  for (let at = 0; at < count.length; at++) if (count[at]! > 0 && data[at]! >= GROUP * ONE_NODE) marked[at] = 1;
  return { ...window, marked };
}

/** Takes the cells of small pieces out of a group. False where it has none. */
function without({ marked, ...window }: Group, small: Uint8Array, extent: Extent): boolean {
  let some = false;
  eachCell(window, extent, (at, cell) => {
    if (!marked[at] || !small[cell]) return;
    marked[at] = 0;
    some = true;
  });
  return some;
}

/** Distances from the cells of a group, in cells. */
function fieldOf({ marked, ...window }: Group): Field {
  return { ...window, data: rounded(distances(marked, window.width, window.height), window) };
}

function rounded(data: Float32Array, { width, height }: Raster): Float32Array {
  blur2({ data, width, height }, ROUNDING);
  return data;
}

/** Per cell the lowest field and the one after it. */
class Nearest {
  readonly fields: (Field | undefined)[];
  readonly #extent: Extent;
  readonly lowest: Float32Array;
  readonly second: Float32Array;
  /** Number of the lowest field, the first of equals; −1 where all are far. */
  readonly owner: Int32Array;

  constructor(fields: (Field | undefined)[], extent: Extent) {
    this.fields = fields;
    this.#extent = extent;
    const cells = extent.width * extent.height;
    this.lowest = new Float32Array(cells);
    this.second = new Float32Array(cells);
    this.owner = new Int32Array(cells);
    this.compare();
  }

  compare(): void {
    const { lowest, second, owner } = this;
    lowest.fill(FAR);
    second.fill(FAR);
    owner.fill(-1);
    this.fields.forEach((field, c) => {
      if (!field) return;
      eachCell(field, this.#extent, (at, cell) => {
        const value = field.data[at]!;
        if (value < lowest[cell]!) {
          second[cell] = lowest[cell]!;
          lowest[cell] = value;
          owner[cell] = c;
        } else if (value < second[cell]!) second[cell] = value;
      });
    });
  }
}

/** Per cell: 1 in pieces of one owner that are too small for a land. */
function smallPieces(owner: Int32Array, { width, height }: Raster): Uint8Array {
  const min = MIN_LAND * width * height;
  const small = new Uint8Array(owner.length);
  const seen = new Uint8Array(owner.length);
  for (let first = 0; first < owner.length; first++) {
    if (seen[first]) continue;
    const piece = flood(first, (cell) => !seen[cell] && owner[cell] === owner[first], seen, { width, height });
    if (piece.length < min) for (const cell of piece) small[cell] = 1;
  }
  return small;
}

/** Cells that hang together with the first one; each is marked as seen. */
function flood(first: number, belongs: (cell: number) => boolean, seen: Uint8Array, raster: Raster): number[] {
  const { width, height } = raster;
  const found = [first];
  seen[first] = 1;
  const visit = (next: number): void => {
    if (!belongs(next)) return;
    seen[next] = 1;
    found.push(next);
  };
  for (let at = 0; at < found.length; at++) {
    const cell = found[at]!;
    const [column, row] = [cell % width, Math.floor(cell / width)];
    if (column > 0) visit(cell - 1);
    if (column < width - 1) visit(cell + 1);
    if (row > 0) visit(cell - width);
    if (row < height - 1) visit(cell + width);
  }
  return found;
}

/** Per cell how far behind the coast it lies, in cells; below 0 at sea. Bays are filled, and what land surrounds. */
function coastOf(lowest: Float32Array, raster: Raster): Float32Array {
  const isSea = lowest.map((distance) => (distance < REACH + BAY ? 0 : 1));
  const open = new Uint8Array(isSea.length);
  // The border keeps the corner at sea.
  flood(0, (cell) => !open[cell] && isSea[cell] === 1, open, raster);
  const coast = distances(open, raster.width, raster.height);
  for (let cell = 0; cell < coast.length; cell++) coast[cell]! -= BAY;
  return rounded(coast, raster);
}

/** Outlines of the land of one community. */
function ringsOf(near: Nearest, c: number, coast: Float32Array, extent: Extent): number[][] {
  const field = near.fields[c];
  if (!field) return [];
  // Above 0 on the land.
  const area = new Float32Array(field.data.length);
  eachCell(field, extent, (at, cell) => {
    const other = near.owner[cell] === c ? near.second[cell]! : near.lowest[cell]!;
    area[at] = Math.min(coast[cell]!, (other - field.data[at]!) / 2 + OVERLAP);
  });
  const { column, row, width, height } = field;
  const [left, bottom] = [extent.left + column * extent.cell, extent.bottom + row * extent.cell];
  // Typed arrays serve as well.
  const traced = contours()
    .size([width, height])
    .contour(area as unknown as number[], 0);
  return traced.coordinates
    .flat()
    .map((ring) => ring.flatMap(([x = 0, y = 0]) => [left + x * extent.cell, bottom + y * extent.cell]));
}

/** Rows from the bottom. */
function cellAt({ x, y }: Point, { left, bottom, cell, width, height }: Extent): number {
  const column = Math.floor((x - left) / cell);
  const row = Math.floor((y - bottom) / cell);
  return column < 0 || row < 0 || column >= width || row >= height ? -1 : row * width + column;
}

function peakOfOne(): number {
  const side = 8 * SPREAD + 1;
  const data = new Float32Array(side * side);
  data[4 * SPREAD * side + 4 * SPREAD] = 1;
  blur2({ data, width: side, height: side }, SPREAD);
  return data[4 * SPREAD * side + 4 * SPREAD]!;
}
