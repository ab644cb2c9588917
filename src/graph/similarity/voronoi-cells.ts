/**
 * Points gathered into small Voronoi cells: the grain of a corpus too large to look at pair by pair.
 *
 * Spherical k-means (Dhillon & Modha 2001) on two levels, so that the cost grows with N · √(cells) and not N · cells.
 * Nothing is drawn at random: the first centres are evenly spaced points.
 */
import { LANES, laneRows } from "./lanes.ts";
import type { DenseMatrix } from "./sparse.ts";
import { denseMatrix } from "./sparse.ts";

const ROUNDS = 5;

/**
 * @param size about how many points a cell has; a single one may have several times as many.
 * @returns the cell of every point, 0 …; −1 for a point at the origin, which is near to nothing.
 */
export function voronoiCells(points: DenseMatrix, size: number): Int32Array {
  const directions = unitRows(points);
  const all = Int32Array.from({ length: points.rows }, (_, i) => i).filter((i) => !isOrigin(points, i));
  const wanted = Math.ceil(all.length / size);
  const cell = new Int32Array(points.rows).fill(-1);
  let next = 0;
  for (const group of partition(directions, all, Math.ceil(Math.sqrt(wanted)))) {
    for (const members of partition(directions, group, Math.ceil(group.length / size))) {
      for (const point of members) cell[point] = next;
      next++;
    }
  }
  return cell;
}

/** Mean direction of the points of each cell, length 1. */
export function cellCentroids(points: DenseMatrix, cell: Int32Array): DenseMatrix {
  const directions = unitRows(points);
  const width = points.columns;
  const sums = denseMatrix(cell.reduce((max, c) => Math.max(max, c), -1) + 1, width);
  cell.forEach((c, i) => {
    if (c < 0) return;
    for (let k = 0; k < width; k++) sums.values[c * width + k]! += directions.values[i * width + k]!;
  });
  return unitRows(sums);
}

/** Non-empty groups of near members, at most `count`. */
function partition(directions: DenseMatrix, members: Int32Array, count: number): Int32Array[] {
  if (count < 2) return members.length > 0 ? [members] : [];
  const width = directions.columns;
  const { values } = directions;
  let centres = denseMatrix(count, width);
  for (let c = 0; c < count; c++) {
    const from = members[Math.floor((c * members.length) / count)]! * width;
    centres.values.set(values.subarray(from, from + width), c * width);
  }
  const nearest = new Int32Array(members.length);
  for (let round = 0; round < ROUNDS; round++) {
    assignNearest(directions, members, centres, nearest);
    const sums = denseMatrix(count, width);
    for (let at = 0; at < members.length; at++) {
      const from = members[at]! * width;
      const to = nearest[at]! * width;
      for (let k = 0; k < width; k++) sums.values[to + k]! += values[from + k]!;
    }
    centres = unitRows(sums);
  }
  const groups: number[][] = Array.from({ length: count }, () => []);
  nearest.forEach((c, at) => groups[c]!.push(members[at]!));
  return groups.filter((group) => group.length > 0).map((group) => Int32Array.from(group));
}

/** Writes the centre with the largest dot product for each member; ties go to the first. */
function assignNearest(directions: DenseMatrix, members: Int32Array, centres: DenseMatrix, nearest: Int32Array): void {
  const { columns: width, values } = directions;
  const count = centres.rows;
  const lanes = laneRows(
    centres,
    Int32Array.from({ length: count }, (_, c) => c),
  );
  for (let at = 0; at < members.length; at++) {
    const from = members[at]! * width;
    let best = 0;
    let max = -Infinity;
    for (let c = 0, lane = 0; c < count; c += LANES) {
      let [dot0, dot1, dot2, dot3] = [0, 0, 0, 0];
      for (let k = 0; k < width; k++, lane += LANES) {
        const value = values[from + k]!;
        dot0 += value * lanes[lane]!;
        dot1 += value * lanes[lane + 1]!;
        dot2 += value * lanes[lane + 2]!;
        dot3 += value * lanes[lane + 3]!;
      }
      if (dot0 > max) [best, max] = [c, dot0];
      if (c + 1 < count && dot1 > max) [best, max] = [c + 1, dot1];
      if (c + 2 < count && dot2 > max) [best, max] = [c + 2, dot2];
      if (c + 3 < count && dot3 > max) [best, max] = [c + 3, dot3];
    }
    nearest[at] = best;
  }
}

/** Rows of length 1; those at the origin stay there. */
function unitRows({ rows, columns, values }: DenseMatrix): DenseMatrix {
  const result = denseMatrix(rows, columns);
  for (let row = 0; row < rows; row++) {
    let squares = 0;
    for (let k = 0; k < columns; k++) squares += values[row * columns + k]! ** 2;
    const factor = squares < 1e-24 ? 0 : 1 / Math.sqrt(squares);
    for (let k = 0; k < columns; k++) result.values[row * columns + k] = values[row * columns + k]! * factor;
  }
  return result;
}

function isOrigin({ columns, values }: DenseMatrix, row: number): boolean {
  let squares = 0;
  for (let k = 0; k < columns; k++) squares += values[row * columns + k]! ** 2;
  return squares < 1e-24;
}
