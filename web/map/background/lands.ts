/**
 * The lands of communities: every place belongs to the community whose nodes are nearest, up to a coast around all of them,
 * so that neighbours meet in one border and sea lies outside only (Voronoi 1908, of sets of places).
 *
 * Worked out on a raster, traced as outlines: sharp from near by, and the same whatever is filtered.
 */
import { blur2 } from "d3-array";
import { contours } from "d3-contour";
import type { MapIndex } from "../../data/map-index.ts";
import type { Point } from "../../lib/geometry.ts";
import { distances } from "./distances.ts";
import { extentOf, type Extent } from "./raster.ts";

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

const NO_LANDS: Lands = { list: [], ownerAt: () => undefined };

export function drawLands(index: MapIndex): Lands {
  const extent = extentOf(index, LONG_SIDE, BORDER);
  if (!extent || index.topLevel.length === 0) return NO_LANDS;
  const { width, height } = extent;
  const ids = index.topLevel.map(({ id }) => id);
  const sources = ids.map((id) => groupedCells(index, id, extent));
  let fields = sources.map((source) => rounded(distances(source, width, height), extent));
  const small = smallPieces(nearest(fields, width * height), extent);
  fields = fields.map((field, c) =>
    sources[c]!.some((marked, cell) => marked && small[cell])
      ? rounded(
          distances(
            sources[c]!.map((marked, cell) => (small[cell] ? 0 : marked)),
            width,
            height,
          ),
          extent,
        )
      : field,
  );
  const coast = coastOf(fields, extent);
  const owner = nearest(fields, width * height).map((c, cell) => (coast[cell]! >= 0 ? c : -1));
  const list = ids.map((community, c) => ({ community, rings: ringsOf(areaOf(fields, c, coast), extent) }));
  return { list, ownerAt: (place) => ids[owner[cellAt(place, extent)] ?? -1] };
}

/** Cells with a node that has others of its community around. */
function groupedCells(index: MapIndex, community: number, extent: Extent): Uint8Array {
  const { width, height } = extent;
  const count = new Float32Array(width * height);
  for (const node of index.members.get(community) ?? [])
    count[cellAt({ x: index.x[node]!, y: index.y[node]! }, extent)]!++;
  const data = count.slice();
  blur2({ data, width, height }, SPREAD);
  return Uint8Array.from(count, (nodes, cell) => (nodes > 0 && data[cell]! >= GROUP * ONE_NODE ? 1 : 0));
}

function rounded(data: Float32Array, { width, height }: Extent): Float32Array {
  blur2({ data, width, height }, ROUNDING);
  return data;
}

/** Per cell the number of the lowest field; the first of equals. */
function nearest(fields: readonly Float32Array[], cells: number): Int32Array {
  const owner = new Int32Array(cells);
  for (let cell = 0; cell < cells; cell++)
    for (let c = 1; c < fields.length; c++) if (fields[c]![cell]! < fields[owner[cell]!]![cell]!) owner[cell] = c;
  return owner;
}

/** Per cell: 1 in pieces of one owner that are too small for a land. */
function smallPieces(owner: Int32Array, { width, height }: Extent): Uint8Array {
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
function flood(
  first: number,
  belongs: (cell: number) => boolean,
  seen: Uint8Array,
  { width, height }: Pick<Extent, "width" | "height">,
): number[] {
  const found = [first];
  seen[first] = 1;
  for (let at = 0; at < found.length; at++) {
    const cell = found[at]!;
    const [column, row] = [cell % width, Math.floor(cell / width)];
    const around = [column > 0 && cell - 1, column < width - 1 && cell + 1, row > 0 && cell - width];
    for (const next of [...around, row < height - 1 && cell + width]) {
      if (next === false || !belongs(next)) continue;
      seen[next] = 1;
      found.push(next);
    }
  }
  return found;
}

/** Per cell how far behind the coast it lies, in cells; below 0 at sea. Bays are filled, and what land surrounds. */
function coastOf(fields: readonly Float32Array[], { width, height }: Extent): Float32Array {
  const isSea = new Uint8Array(width * height).fill(1);
  for (const field of fields)
    for (let cell = 0; cell < isSea.length; cell++) if (field[cell]! < REACH + BAY) isSea[cell] = 0;
  const open = new Uint8Array(isSea.length);
  // The border keeps the corner at sea.
  flood(0, (cell) => !open[cell] && isSea[cell] === 1, open, { width, height });
  const coast = distances(open, width, height);
  for (let cell = 0; cell < coast.length; cell++) coast[cell]! -= BAY;
  return rounded(coast, { width, height } as Extent);
}

/** Above 0 on the land of one community. */
function areaOf(fields: readonly Float32Array[], c: number, coast: Float32Array): Float32Array {
  const own = fields[c]!;
  return coast.map((inland, cell) => {
    let other = Infinity;
    for (let d = 0; d < fields.length; d++) if (d !== c) other = Math.min(other, fields[d]![cell]!);
    return Math.min(inland, (other - own[cell]!) / 2);
  });
}

function ringsOf(area: Float32Array, { left, bottom, cell, width, height }: Extent): number[][] {
  const traced = contours().size([width, height]).contour(Array.from(area), 0);
  return traced.coordinates
    .flat()
    .map((ring) => ring.flatMap(([x = 0, y = 0]) => [left + x * cell, bottom + y * cell]));
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
