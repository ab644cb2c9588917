/**
 * Latent semantic analysis (Deerwester et al. 1990): papers as points in a small dense space, smoothed over the corpus.
 *
 * The truncated singular value decomposition by Lanczos' method with full reorthogonalisation (Golub & Van Loan, Matrix
 * Computations, §10.1; Simon & Zha 2000 for texts) on matrix × transpose: one vector at a time takes a tenth of the
 * products that a block and its power iterations take to come as near. In a large corpus the axes are those of a sample
 * of the papers, and all papers are folded in (Deerwester et al., §4.3).
 */
import { seededRandom } from "../../lib/random.ts";
import { eigenTridiagonal } from "./eigen.ts";
import type { DenseMatrix, SparseMatrix } from "./sparse.ts";
import { denseMatrix, multiply, multiplyTransposed, someRows } from "./sparse.ts";

/** Steps beyond the axes asked for, per axis and in all: with them the last axes hardly move any more. */
const STEPS_PER_AXIS = 3;
const EXTRA_STEPS = 20;
/** Papers that the axes of a corpus are taken from, at most. */
const SAMPLE = 8000;
/** The first vector is part of the arithmetic, not of the experiment: its seed never changes. */
const START_SEED = 1;
/** Lengths below this share of the largest are rounding errors. */
const NEGLIGIBLE = 1e-10;

/**
 * @param matrix papers × features.
 * @param dimensions size of the space; less where the matrix has a smaller rank.
 * @param sampleSize rows that the axes are taken from, at most.
 * @returns papers × dimensions: left singular vectors × singular values, largest first.
 */
export function latentSpace(matrix: SparseMatrix, dimensions: number, sampleSize = SAMPLE): DenseMatrix {
  const isLarge = matrix.rows > sampleSize;
  const sample = isLarge
    ? someRows(
        matrix,
        Int32Array.from({ length: sampleSize }, (_, i) => Math.floor((i * matrix.rows) / sampleSize)),
      )
    : matrix;
  const { vectors, values } = leadingAxes(sample, dimensions);
  if (isLarge) return foldIn(matrix, sample, vectors, values);
  scaleColumns(vectors, (axis) => values[axis]!);
  return vectors;
}

/** Points of all papers on the axes of a sample: matrix × right singular vectors. */
function foldIn(matrix: SparseMatrix, sample: SparseMatrix, vectors: DenseMatrix, values: Float64Array): DenseMatrix {
  scaleColumns(vectors, (axis) => 1 / values[axis]!);
  return multiply(matrix, multiplyTransposed(sample, vectors));
}

/** @returns the left singular vectors as columns, and the singular values, above 0. */
function leadingAxes(matrix: SparseMatrix, dimensions: number): { vectors: DenseMatrix; values: Float64Array } {
  const { rows } = matrix;
  const { basis, steps, diagonal, beside } = lanczos(matrix, STEPS_PER_AXIS * dimensions + EXTRA_STEPS);
  const { values: squares, vectors: ritz } = eigenTridiagonal(diagonal, beside);
  let kept = 0;
  while (kept < Math.min(dimensions, steps) && squares[kept]! > NEGLIGIBLE * squares[0]!) kept++;
  const vectors = denseMatrix(rows, kept);
  const axis = new Float64Array(rows);
  for (let k = 0; k < kept; k++) {
    axis.fill(0);
    for (let j = 0; j < steps; j++) addScaled(axis, ritz.values[k * steps + j]!, basis[j]!);
    for (let row = 0; row < rows; row++) vectors.values[row * kept + k] = axis[row]!;
  }
  return { vectors, values: squares.slice(0, kept).map(Math.sqrt) };
}

interface Krylov {
  /** Orthonormal vectors, one a step; 0 for every empty row of the matrix. */
  readonly basis: readonly Float64Array[];
  readonly steps: number;
  /** The tridiagonal matrix that matrix × transpose is in this basis. */
  readonly diagonal: Float64Array;
  readonly beside: Float64Array;
}

function lanczos(matrix: SparseMatrix, maxSteps: number): Krylov {
  const random = seededRandom(START_SEED);
  const between = new Float64Array(matrix.columns);
  const wanted = Math.min(maxSteps, matrix.rows, matrix.columns);
  const basis: Float64Array[] = [];
  const diagonal = new Float64Array(wanted);
  const beside = new Float64Array(wanted);
  let largest = 0;
  let next = new Float64Array(matrix.rows);
  for (let step = 0; step < wanted; step++) {
    let length = step === 0 ? 0 : norm(next);
    if (length <= NEGLIGIBLE * largest) {
      // At the start, and where a part of the corpus that shares nothing with the rest is used up: a fresh direction.
      beside[Math.max(0, step - 1)] = 0;
      next = applied(
        matrix,
        Float64Array.from(next, () => random() - 0.5),
        between,
      );
      const before = norm(next);
      orthogonalize(next, basis);
      length = norm(next);
      if (length <= NEGLIGIBLE * before || length === 0) break;
    } else beside[step - 1] = length;
    for (let i = 0; i < next.length; i++) next[i]! /= length;
    basis.push(next);
    const image = applied(matrix, next, between);
    largest = Math.max(largest, norm(image));
    diagonal[step] = dot(image, next);
    orthogonalize(image, basis);
    next = image;
  }
  const steps = basis.length;
  return { basis, steps, diagonal: diagonal.subarray(0, steps), beside: beside.subarray(0, steps) };
}

/** matrix × transpose × vector. @param between scratch, one value a column. */
function applied(
  { rows, offsets, indices, values }: SparseMatrix,
  vector: Float64Array,
  between: Float64Array,
): Float64Array<ArrayBuffer> {
  between.fill(0);
  for (let row = 0; row < rows; row++) {
    const factor = vector[row]!;
    for (let cell = offsets[row]!, end = offsets[row + 1]!; cell < end; cell++)
      between[indices[cell]!]! += factor * values[cell]!;
  }
  const result = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let cell = offsets[row]!, end = offsets[row + 1]!; cell < end; cell++)
      sum += values[cell]! * between[indices[cell]!]!;
    result[row] = sum;
  }
  return result;
}

/** Takes from a vector what lies along the basis (modified Gram–Schmidt), twice for numerical orthogonality. */
function orthogonalize(vector: Float64Array, basis: readonly Float64Array[]): void {
  for (let pass = 0; pass < 2; pass++) for (const other of basis) addScaled(vector, -dot(vector, other), other);
}

function addScaled(vector: Float64Array, factor: number, other: Float64Array): void {
  for (let i = 0; i < vector.length; i++) vector[i]! += factor * other[i]!;
}

function scaleColumns({ rows, columns, values }: DenseMatrix, factor: (column: number) => number): void {
  for (let k = 0; k < columns; k++) {
    const by = factor(k);
    for (let row = 0; row < rows; row++) values[row * columns + k]! *= by;
  }
}

function norm(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector));
}

/** Four sums side by side: additions do not wait for each other. */
function dot(a: Float64Array, b: Float64Array): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let i = 0;
  for (; i + 3 < a.length; i += 4) {
    s0 += a[i]! * b[i]!;
    s1 += a[i + 1]! * b[i + 1]!;
    s2 += a[i + 2]! * b[i + 2]!;
    s3 += a[i + 3]! * b[i + 3]!;
  }
  for (; i < a.length; i++) s0 += a[i]! * b[i]!;
  return s0 + s1 + (s2 + s3);
}
