/**
 * The k nearest neighbours of every point by cosine, in several nested spaces at once.
 *
 * The spaces are the first axes of one, so one pass over the pairs serves them all: the dot product in a larger space
 * goes on where the smaller one stopped. Pairs are taken in blocks that fit the processor's cache: all of them up to
 * `EXACT_POINTS`. Beyond, the blocks are cells of near points and each is compared with the nearest cells only (an
 * inverted file: Jégou, Douze & Schmid 2011), which finds nearly all neighbours at a cost of about N · √N.
 */
import { cellCentroids, voronoiCells } from "./voronoi-cells.ts";
import { LANES, laneRows } from "./lanes.ts";
import type { DenseMatrix } from "./sparse.ts";

export interface Neighbors {
  /** Neighbours asked for per point. */
  readonly k: number;
  /** `count[i]` neighbours of point `i` stand at `i * k` …, nearest first, ties by smaller index. */
  readonly count: Int32Array;
  readonly indices: Int32Array;
  /** Cosine, 0…1; neighbours at right angles or beyond are left out. */
  readonly cosines: Float64Array;
}

const BLOCK = 256;
const MIN_COSINE = 1e-6;
const EXACT_POINTS = 8192;
/** Points of a cell, about; and the cells that it is compared with, itself included. */
const CELL = 128;
const NEAREST_CELLS = 16;

/** @param dimensions ascending numbers of leading axes of `points`. @returns one `Neighbors` for each of them. */
export function nearestNeighbors(points: DenseMatrix, dimensions: readonly number[], k: number): Neighbors[] {
  const { rows, columns } = points;
  const views = dimensions.map((size) => emptyView(rows, k, inverseLengths(points, size)));
  const ends = Int32Array.from(dimensions, (size) => Math.min(size, columns));
  if (k === 0) return views;

  for (const [block, others] of rows > EXACT_POINTS ? nearBlocks(points) : allBlocks(rows)) {
    for (const other of others) compareBlocks(points, block, other, views, ends);
  }
  return views;
}

/** Every point of one block with every one of the other; with itself, every pair once. @param ends of the views' axes. */
function compareBlocks(
  points: DenseMatrix,
  blockA: Int32Array,
  blockB: Int32Array,
  views: readonly View[],
  ends: Int32Array,
): void {
  const { columns, values } = points;
  const lanes = laneRows(points, blockB);
  for (let a = 0; a < blockA.length; a++) {
    const i = blockA[a]!;
    const rowA = i * columns;
    const first = blockA === blockB ? a + 1 : 0;
    for (let b = first - (first % LANES); b < blockB.length; b += LANES) {
      let [dot0, dot1, dot2, dot3] = [0, 0, 0, 0];
      let axis = 0;
      let at = b * columns;
      for (let v = 0; v < views.length; v++) {
        const view = views[v]!;
        for (const end = ends[v]!; axis < end; axis++, at += LANES) {
          const value = values[rowA + axis]!;
          dot0 += value * lanes[at]!;
          dot1 += value * lanes[at + 1]!;
          dot2 += value * lanes[at + 2]!;
          dot3 += value * lanes[at + 3]!;
        }
        if (b >= first) offerBoth(view, i, blockB[b]!, dot0);
        if (b + 1 >= first && b + 1 < blockB.length) offerBoth(view, i, blockB[b + 1]!, dot1);
        if (b + 2 >= first && b + 2 < blockB.length) offerBoth(view, i, blockB[b + 2]!, dot2);
        if (b + 3 >= first && b + 3 < blockB.length) offerBoth(view, i, blockB[b + 3]!, dot3);
      }
    }
  }
}

function offerBoth(view: View, i: number, j: number, dot: number): void {
  const cosine = dot * view.inverse[i]! * view.inverse[j]!;
  if (cosine >= view.min[i]!) keep(view, i, j, cosine);
  if (cosine >= view.min[j]!) keep(view, j, i, cosine);
}

function keep(view: View, i: number, j: number, cosine: number): void {
  offer(view, i, j, cosine);
  if (view.count[i] === view.k) view.min[i] = view.cosines[(i + 1) * view.k - 1]!;
}

/** Points, and the blocks to compare them with; every pair of blocks stands once. */
type BlockPairs = Iterable<readonly [block: Int32Array, others: readonly Int32Array[]]>;

function allBlocks(rows: number): BlockPairs {
  const blocks = Array.from({ length: Math.ceil(rows / BLOCK) }, (_, block) =>
    Int32Array.from({ length: Math.min(BLOCK, rows - block * BLOCK) }, (_, i) => block * BLOCK + i),
  );
  return blocks.map((block, at) => [block, blocks.slice(at)] as const);
}

function nearBlocks(points: DenseMatrix): BlockPairs {
  const cell = voronoiCells(points, CELL);
  const centres = cellCentroids(points, cell);
  const members: number[][] = Array.from({ length: centres.rows }, () => []);
  cell.forEach((c, point) => {
    if (c >= 0) members[c]!.push(point);
  });
  const blocks = members.map((list) => Int32Array.from(list));
  const [near] = nearestNeighbors(centres, [centres.columns], Math.min(NEAREST_CELLS, centres.rows) - 1);
  // Cells that either names as near, the smaller number first.
  const partners = blocks.map((_, c) => new Set([c]));
  for (let c = 0; c < blocks.length; c++) {
    for (let at = c * near!.k, end = at + near!.count[c]!; at < end; at++) {
      const other = near!.indices[at]!;
      partners[Math.min(c, other)]!.add(Math.max(c, other));
    }
  }
  return blocks.map((block, c) => [block, Array.from(partners[c]!, (other) => blocks[other]!)] as const);
}

interface View extends Neighbors {
  /** 1 / length of each point in this space; 0 for a point at the origin, which then has no neighbours. */
  readonly inverse: Float64Array;
  /** Cosine below which nothing more is of interest to a point. */
  readonly min: Float64Array;
}

function emptyView(rows: number, k: number, inverse: Float64Array): View {
  return {
    k,
    count: new Int32Array(rows),
    indices: new Int32Array(rows * k),
    cosines: new Float64Array(rows * k),
    inverse,
    min: new Float64Array(rows).fill(MIN_COSINE),
  };
}

function inverseLengths({ rows, columns, values }: DenseMatrix, size: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => {
    let squares = 0;
    for (let axis = 0; axis < Math.min(size, columns); axis++) squares += values[row * columns + axis]! ** 2;
    return squares < 1e-24 ? 0 : 1 / Math.sqrt(squares);
  });
}

/**
 * Puts a neighbour where it belongs in the list of point `i`, if it is one of the `k` nearest so far.
 *
 * @param cosine at most 1 but for rounding.
 */
export function offer({ k, count, indices, cosines }: Neighbors, i: number, j: number, cosine: number): void {
  const start = i * k;
  const last = start + k - 1;
  let size = count[i]!;
  if (size === k) {
    if (k === 0 || cosine < cosines[last]! || (cosine === cosines[last]! && j > indices[last]!)) return;
    size--;
  } else {
    count[i] = size + 1;
  }
  let at = start + size;
  while (at > start && (cosines[at - 1]! < cosine || (cosines[at - 1]! === cosine && indices[at - 1]! > j))) {
    cosines[at] = cosines[at - 1]!;
    indices[at] = indices[at - 1]!;
    at--;
  }
  cosines[at] = Math.min(1, cosine);
  indices[at] = j;
}
