/**
 * Eigenvalues and eigenvectors of a symmetric tridiagonal matrix.
 */
import type { DenseMatrix } from "./sparse.ts";
import { denseMatrix } from "./sparse.ts";

const MAX_ITERATIONS = 60;

/**
 * The implicit QL method (Bowdler, Martin, Reinsch & Wilkinson 1968; EISPACK's tql2).
 *
 * @param diagonal n values. @param beside n − 1 values, or more: those next to the diagonal.
 * @returns eigenvalues, largest first, and the eigenvectors as the rows of `vectors` in the same order.
 */
export function eigenTridiagonal(
  diagonal: Float64Array,
  beside: Float64Array,
): { readonly values: Float64Array; readonly vectors: DenseMatrix } {
  const n = diagonal.length;
  const d = diagonal.slice();
  const e = new Float64Array(n + 1);
  e.set(beside.subarray(0, Math.max(0, n - 1)));
  // Eigenvectors are rows while they are rotated: contiguous memory.
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;

  for (let l = 0; l < n; l++) {
    for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
      let m = l;
      while (m < n - 1 && Math.abs(e[m]!) > Number.EPSILON * (Math.abs(d[m]!) + Math.abs(d[m + 1]!))) m++;
      if (m === l) break;
      chase(d, e, v, l, m);
    }
  }

  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => d[j]! - d[i]! || i - j);
  const vectors = denseMatrix(n, n);
  order.forEach((from, to) => vectors.values.set(v.subarray(from * n, (from + 1) * n), to * n));
  return { values: Float64Array.from(order, (i) => d[i]!), vectors };
}

/** One QL step with Wilkinson's shift on the unreduced block l … m. */
function chase(d: Float64Array, e: Float64Array, v: Float64Array, l: number, m: number): void {
  const n = d.length;
  let g = (d[l + 1]! - d[l]!) / (2 * e[l]!);
  let r = Math.sqrt(g * g + 1);
  g = d[m]! - d[l]! + e[l]! / (g + (g < 0 ? -r : r));
  let [s, c, p] = [1, 1, 0];
  for (let i = m - 1; i >= l; i--) {
    const f = s * e[i]!;
    const b = c * e[i]!;
    r = Math.sqrt(f * f + g * g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1]! -= p;
      e[m] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    g = d[i + 1]! - p;
    r = (d[i]! - g) * s + 2 * c * b;
    p = s * r;
    d[i + 1] = g + p;
    g = c * r - b;
    for (let k = 0, x = i * n, y = x + n; k < n; k++, x++, y++) {
      const right = v[y]!;
      v[y] = s * v[x]! + c * right;
      v[x] = c * v[x]! - s * right;
    }
  }
  d[l]! -= p;
  e[l] = g;
  e[m] = 0;
}
