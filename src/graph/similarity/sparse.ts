/**
 * Compressed sparse rows: papers × features, without an object per cell.
 */
export interface SparseMatrix {
  readonly rows: number;
  readonly columns: number;
  /** Row `i` owns cells `offsets[i]` … `offsets[i + 1] - 1`. */
  readonly offsets: Int32Array;
  /** Column of each cell, ascending within a row. */
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/** One row as column → value. */
export type SparseRow = ReadonlyMap<number, number>;

export function sparseMatrix(rows: readonly SparseRow[], columns: number): SparseMatrix {
  const offsets = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => (offsets[i + 1] = offsets[i]! + row.size));
  const indices = new Int32Array(offsets[rows.length]!);
  const values = new Float64Array(indices.length);
  rows.forEach((row, i) => {
    const start = offsets[i]!;
    indices.set(Int32Array.from(row.keys()).sort(), start);
    for (let cell = start; cell < offsets[i + 1]!; cell++) values[cell] = row.get(indices[cell]!)!;
  });
  return { rows: rows.length, columns, offsets, indices, values };
}

/** Some rows of a matrix, in the order given. */
export function someRows({ columns, offsets, indices, values }: SparseMatrix, rows: Int32Array): SparseMatrix {
  const ends = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => (ends[i + 1] = ends[i]! + offsets[row + 1]! - offsets[row]!));
  const some = { indices: new Int32Array(ends[rows.length]!), values: new Float64Array(ends[rows.length]!) };
  rows.forEach((row, i) => {
    some.indices.set(indices.subarray(offsets[row], offsets[row + 1]), ends[i]);
    some.values.set(values.subarray(offsets[row], offsets[row + 1]), ends[i]);
  });
  return { rows: rows.length, columns, offsets: ends, ...some };
}

/** Scales every row to Euclidean length 1, in place; empty rows stay empty. */
export function normalizeRows(matrix: SparseMatrix): SparseMatrix {
  for (let row = 0; row < matrix.rows; row++) {
    const values = matrix.values.subarray(matrix.offsets[row], matrix.offsets[row + 1]);
    let squares = 0;
    for (const value of values) squares += value * value;
    if (squares === 0) continue;
    const length = Math.sqrt(squares);
    for (let cell = 0; cell < values.length; cell++) values[cell]! /= length;
  }
  return matrix;
}

/** Row-major dense matrix. */
export interface DenseMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

export function denseMatrix(rows: number, columns: number): DenseMatrix {
  return { rows, columns, values: new Float64Array(rows * columns) };
}

/** sparse × dense. */
export function multiply({ rows, offsets, indices, values }: SparseMatrix, right: DenseMatrix): DenseMatrix {
  const width = right.columns;
  const product = denseMatrix(rows, width);
  const [from, to] = [right.values, product.values];
  for (let row = 0; row < rows; row++) {
    const out = row * width;
    for (let cell = offsets[row]!, end = offsets[row + 1]!; cell < end; cell++) {
      const value = values[cell]!;
      const start = indices[cell]! * width;
      for (let k = 0; k < width; k++) to[out + k]! += value * from[start + k]!;
    }
  }
  return product;
}

/** transpose(sparse) × dense, without building the transpose. */
export function multiplyTransposed(
  { rows, columns, offsets, indices, values }: SparseMatrix,
  right: DenseMatrix,
): DenseMatrix {
  const width = right.columns;
  const product = denseMatrix(columns, width);
  const [from, to] = [right.values, product.values];
  for (let row = 0; row < rows; row++) {
    const start = row * width;
    for (let cell = offsets[row]!, end = offsets[row + 1]!; cell < end; cell++) {
      const value = values[cell]!;
      const out = indices[cell]! * width;
      for (let k = 0; k < width; k++) to[out + k]! += value * from[start + k]!;
    }
  }
  return product;
}
