/**
 * A logistic model over named features, as learned, stored and evaluated.
 */
import { sigmoid } from "../../lib/softmax.ts";

export interface LogisticModel {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** Probability of the positive class, 0…1. Features that the model does not know count nothing. */
export function logisticScore(model: LogisticModel, features: Readonly<Record<string, number>>): number {
  let score = model.bias;
  for (const [name, weight] of Object.entries(model.weights)) score += weight * (features[name] ?? 0);
  return sigmoid(score);
}
