/**
 * A sparse linear model: feature hash → one quantised weight per class.
 */
import { HashIndex } from "./feature-hash.ts";

export interface SparseModel {
  readonly classes: number;
  readonly keys: HashIndex;
  /** `weights[row * classes + y] * scale` is the weight of class `y`. */
  readonly weights: Int8Array;
  readonly scale: number;
}

/** Adds the weights of the feature to `scores[at …]`. */
export function addWeights(model: SparseModel, feature: number, scores: Float64Array | Float32Array, at: number): void {
  const row = model.keys.get(feature);
  if (row < 0) return;
  const { classes, weights, scale } = model;
  const from = row * classes;
  for (let y = 0; y < classes; y++) scores[at + y]! += weights[from + y]! * scale;
}
