/**
 * The k nearest neighbours of every point by cosine, exactly, in blocks that fit the processor's cache.
 *
 * Cost grows with the square of the number of points. Callers see only `Neighbors`, so an approximate
 * index can take this module's place.
 */
import type { DenseMatrix } from "./sparse.ts";

export interface Neighbors {
  /** Neighbours asked for per point. */
  readonly k: number;
  /** `count[i]` neighbours of point `i` stand at `i * k` …, nearest first. */
  readonly count: Int32Array;
  readonly indices: Int32Array;
  /** Cosine, 0…1; neighbours at right angles or beyond are left out. */
  readonly cosines: Float64Array;
}

const BLOCK = 256;

/** @param unit rows of length 1 (or 0: such a point has no neighbours). */
export function nearestNeighbors(unit: DenseMatrix, k: number): Neighbors {
  const { rows, columns } = unit;
  const count = new Int32Array(rows);
  const indices = new Int32Array(rows * k);
  const cosines = new Float64Array(rows * k);
  const found: Neighbors = { k, count, indices, cosines };
  if (k === 0) return found;
  // Single precision halves the memory traffic; ties are broken by index, so the order stays total.
  const points = Float32Array.from(unit.values);

  for (let blockA = 0; blockA < rows; blockA += BLOCK) {
    const endA = Math.min(rows, blockA + BLOCK);
    for (let blockB = blockA; blockB < rows; blockB += BLOCK) {
      const endB = Math.min(rows, blockB + BLOCK);
      for (let i = blockA; i < endA; i++) {
        const rowA = i * columns;
        for (let j = blockA === blockB ? i + 1 : blockB; j < endB; j++) {
          const rowB = j * columns;
          let cosine = 0;
          for (let d = 0; d < columns; d++) cosine += points[rowA + d]! * points[rowB + d]!;
          if (cosine <= 1e-6) continue;
          offer(found, i, j, cosine);
          offer(found, j, i, cosine);
        }
      }
    }
  }
  return found;
}

/** Insertion into the sorted list of point `i`; nearer first, ties by smaller index. */
function offer({ k, count, indices, cosines }: Neighbors, i: number, j: number, cosine: number): void {
  const start = i * k;
  let size = count[i]!;
  if (size === k) {
    const last = start + k - 1;
    if (cosine < cosines[last]! || (cosine === cosines[last]! && j > indices[last]!)) return;
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
