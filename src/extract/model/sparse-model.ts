/**
 * A sparse linear model as learned and stored: feature hash → one quantised weight per class.
 * `WeightTable` evaluates it.
 */
import { type HashIndex } from "./feature-hash.ts";

export interface SparseModel {
  readonly classes: number;
  readonly keys: HashIndex;
  /** `weights[row * classes + y] * scale` is the weight of class `y`. */
  readonly weights: Int8Array;
  readonly scale: number;
}
