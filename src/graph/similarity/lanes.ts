/**
 * Rows side by side, so that their dot products with one other row are summed at once and do not wait for each other.
 */
import type { DenseMatrix } from "./sparse.ts";

export const LANES = 4;

/**
 * Some rows of a matrix in groups of `LANES`, axis by axis within a group; the last group is filled up with zeros.
 * Row `r` of the list has axis `k` at `(r − r mod LANES) · columns + k · LANES + r mod LANES`.
 */
export function laneRows({ columns, values }: DenseMatrix, rows: Int32Array): Float64Array {
  const lanes = new Float64Array(Math.ceil(rows.length / LANES) * LANES * columns);
  rows.forEach((row, r) => {
    const start = (r - (r % LANES)) * columns + (r % LANES);
    for (let axis = 0; axis < columns; axis++) lanes[start + axis * LANES] = values[row * columns + axis]!;
  });
  return lanes;
}
