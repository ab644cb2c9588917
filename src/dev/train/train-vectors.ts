/**
 * Word vectors from a background corpus: what stands around a word, in a few dozen numbers.
 *
 * Positive pointwise mutual information with smoothed contexts, then a truncated singular value decomposition whose
 * singular values are taken to the power ½ (Levy, Goldberg & Dagan 2015, sections 3 and 7).
 */
import { latentSpace } from "../../graph/similarity/latent-space.ts";
import type { DenseMatrix, SparseRow } from "../../graph/similarity/sparse.ts";
import { sparseMatrix } from "../../graph/similarity/sparse.ts";

export interface VectorOptions {
  readonly dimensions: number;
  /** How far a context may stand from its word, each distance and side a context of its own. */
  readonly window: number;
  /** The most frequent words are contexts: ids below this. */
  readonly contexts: number;
  /** Power of the context counts. */
  readonly smoothing: number;
}

/**
 * @param sequences word ids of running text; -1 = a word out of the vocabulary
 * @param size of the vocabulary, frequent words first
 * @returns words × dimensions, rows of Euclidean length 1 (a word that never has a context: zeros)
 */
export function wordVectors(
  sequences: Iterable<Int32Array>,
  size: number,
  { dimensions, window, contexts, smoothing }: VectorOptions,
): DenseMatrix {
  const width = 2 * window * contexts;
  const counts = Array.from({ length: size }, () => new Map<number, number>());
  const ofContext = new Float64Array(width);
  const ofWord = new Float64Array(size);
  for (const ids of sequences) {
    for (let i = 0; i < ids.length; i++) {
      const word = ids[i]!;
      if (word < 0) continue;
      const row = counts[word]!;
      for (let offset = -window; offset <= window; offset++) {
        const near = ids[i + offset] ?? -1;
        if (offset === 0 || near < 0 || near >= contexts) continue;
        const context = (offset < 0 ? offset + window : offset + window - 1) * contexts + near;
        row.set(context, (row.get(context) ?? 0) + 1);
        ofContext[context]!++;
        ofWord[word]!++;
      }
    }
  }
  const smoothed = ofContext.map((count) => count ** smoothing);
  const smoothedTotal = smoothed.reduce((a, b) => a + b, 0);
  const rows = counts.map((row, word): SparseRow => {
    const kept = new Map<number, number>();
    for (const [context, count] of row) {
      const pmi = Math.log(count / ofWord[word]! / (smoothed[context]! / smoothedTotal));
      if (pmi > 0) kept.set(context, pmi);
    }
    return kept;
  });
  return rescaled(latentSpace(sparseMatrix(rows, width), dimensions, rows.length));
}

/** Singular values to the power ½ instead of 1, then rows to length 1. */
function rescaled({ rows, columns, values }: DenseMatrix): DenseMatrix {
  const out = new Float64Array(values.length);
  for (let d = 0; d < columns; d++) {
    let squares = 0;
    for (let row = 0; row < rows; row++) squares += values[row * columns + d]! ** 2;
    const root = Math.sqrt(Math.sqrt(squares)) || 1;
    for (let row = 0; row < rows; row++) out[row * columns + d] = values[row * columns + d]! / root;
  }
  for (let row = 0; row < rows; row++) {
    const vector = out.subarray(row * columns, (row + 1) * columns);
    const length = Math.hypot(...vector);
    if (length > 0) for (let d = 0; d < columns; d++) vector[d]! /= length;
  }
  return { rows, columns, values: out };
}
