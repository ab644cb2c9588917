/**
 * Latent semantic analysis: papers as points in a small dense space, smoothed over the whole corpus.
 *
 * Deerwester et al. 1990, by the randomised truncated SVD of Halko, Martinsson & Tropp 2011 (algorithms 4.3 and 5.1):
 * a random sketch of the range, sharpened by power iterations, then an exact decomposition of the small remainder.
 */
import { seededRandom } from "../../lib/random.ts";
import type { DenseMatrix, SparseMatrix } from "./sparse.ts";
import { denseMatrix, multiply, multiplyTransposed } from "./sparse.ts";
import { eigenSymmetric } from "./eigen.ts";

const OVERSAMPLING = 20;
/** The sketch is part of the arithmetic, not of the experiment: its seed never changes. */
const SKETCH_SEED = 1;

/**
 * @param matrix papers × features.
 * @param dimensions size of the space; less where the matrix has a smaller rank.
 * @param powerIterations more bring the space nearer to the exact one: singular values of texts fall slowly, and with
 *   few the space turns on the sketch.
 * @returns papers × dimensions (left singular vectors × singular values); signs are canonical.
 */
export function latentSpace(matrix: SparseMatrix, dimensions: number, powerIterations: number): DenseMatrix {
  const width = Math.min(dimensions + OVERSAMPLING, matrix.rows, matrix.columns);
  if (width === 0) return denseMatrix(matrix.rows, 0);

  const random = seededRandom(SKETCH_SEED);
  const sketch = denseMatrix(matrix.columns, width);
  for (let i = 0; i < sketch.values.length; i++) sketch.values[i] = random() + random() + random() - 1.5;

  let basis = orthonormalize(multiply(matrix, sketch));
  for (let i = 0; i < powerIterations; i++) basis = orthonormalize(multiply(matrix, multiplyTransposed(matrix, basis)));

  const small = multiplyTransposed(matrix, basis);
  const { values, vectors } = eigenSymmetric(gram(small));
  const kept = Math.min(dimensions, width);
  const points = denseMatrix(matrix.rows, kept);
  for (let axis = 0; axis < kept; axis++) {
    const scale = Math.sqrt(Math.max(0, values[axis]!)) * signOf(vectors, axis);
    for (let row = 0; row < matrix.rows; row++) {
      let sum = 0;
      for (let k = 0; k < width; k++) sum += basis.values[row * width + k]! * vectors.values[k * width + axis]!;
      points.values[row * kept + axis] = sum * scale;
    }
  }
  return points;
}

/** Modified Gram–Schmidt over the columns, twice for numerical orthogonality; dependent columns become zero. */
function orthonormalize(matrix: DenseMatrix): DenseMatrix {
  const { rows, columns } = matrix;
  // Column-major copy: every inner loop then runs over contiguous memory.
  const work = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < columns; k++) work[k * rows + row] = matrix.values[row * columns + k]!;
  }
  const column = (k: number) => work.subarray(k * rows, (k + 1) * rows);
  for (let k = 0; k < columns; k++) {
    const current = column(k);
    const before = Math.sqrt(dot(current, current));
    for (let pass = 0; pass < 2; pass++) {
      for (let j = 0; j < k; j++) {
        const other = column(j);
        const projection = dot(current, other);
        if (projection !== 0) for (let row = 0; row < rows; row++) current[row]! -= projection * other[row]!;
      }
    }
    const length = Math.sqrt(dot(current, current));
    if (length <= before * 1e-10 || length === 0) current.fill(0);
    else for (let row = 0; row < rows; row++) current[row]! /= length;
  }
  const result = denseMatrix(rows, columns);
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < columns; k++) result.values[row * columns + k] = work[k * rows + row]!;
  }
  return result;
}

/** transpose(matrix) × matrix. */
function gram(matrix: DenseMatrix): DenseMatrix {
  const width = matrix.columns;
  const product = denseMatrix(width, width);
  for (let row = 0; row < matrix.rows; row++) {
    const start = row * width;
    for (let i = 0; i < width; i++) {
      const value = matrix.values[start + i]!;
      if (value === 0) continue;
      for (let j = i; j < width; j++) product.values[i * width + j]! += value * matrix.values[start + j]!;
    }
  }
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < i; j++) product.values[i * width + j] = product.values[j * width + i]!;
  }
  return product;
}

/** +1 or −1: makes the largest component of an eigenvector positive. */
function signOf(vectors: DenseMatrix, axis: number): number {
  let largest = 0;
  for (let k = 0; k < vectors.rows; k++) {
    const value = vectors.values[k * vectors.columns + axis]!;
    if (Math.abs(value) > Math.abs(largest) + 1e-12) largest = value;
  }
  return largest < 0 ? -1 : 1;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
