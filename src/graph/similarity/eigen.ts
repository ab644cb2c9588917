/**
 * Eigenvalues and eigenvectors of a small symmetric matrix.
 */
import type { DenseMatrix } from "./sparse.ts";
import { denseMatrix } from "./sparse.ts";

const MAX_SWEEPS = 30;

/**
 * Cyclic Jacobi rotations (Golub & Van Loan, Matrix Computations, §8.5): simple, accurate, no library.
 *
 * @returns eigenvalues, largest first, and the eigenvectors as the columns of `vectors` in the same order.
 */
export function eigenSymmetric(matrix: DenseMatrix): { values: Float64Array; vectors: DenseMatrix } {
  const n = matrix.rows;
  const a = matrix.values.slice();
  // Eigenvectors are kept as rows while rotating: contiguous memory.
  const v = new Float64Array(n * n);
  let scale = 0;
  for (let i = 0; i < n; i++) {
    v[i * n + i] = 1;
    scale = Math.max(scale, Math.abs(a[i * n + i]!));
  }
  const negligible = scale * 1e-14;

  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let rotated = false;
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(a[p * n + q]!) <= negligible) continue;
        rotated = true;
        rotate(a, v, n, p, q);
      }
    }
    if (!rotated) break;
  }

  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[j * n + j]! - a[i * n + i]! || i - j);
  const vectors = denseMatrix(n, n);
  order.forEach((from, axis) => {
    for (let k = 0; k < n; k++) vectors.values[k * n + axis] = v[from * n + k]!;
  });
  return { values: Float64Array.from(order, (i) => a[i * n + i]!), vectors };
}

function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q]!;
  const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const akp = a[k * n + p]!;
    const akq = a[k * n + q]!;
    a[k * n + p] = c * akp - s * akq;
    a[k * n + q] = s * akp + c * akq;
  }
  for (let k = 0; k < n; k++) {
    const apk = a[p * n + k]!;
    const aqk = a[q * n + k]!;
    a[p * n + k] = c * apk - s * aqk;
    a[q * n + k] = s * apk + c * aqk;
    const vpk = v[p * n + k]!;
    const vqk = v[q * n + k]!;
    v[p * n + k] = c * vpk - s * vqk;
    v[q * n + k] = s * vpk + c * vqk;
  }
}
