/**
 * Scores on a log scale as probabilities.
 */

/** Probabilities in the order of the scores; they sum to 1. */
export function softmax(scores: ArrayLike<number>): number[] {
  const shares = Array.from(scores);
  softmaxInPlace(shares);
  return shares;
}

/** As `softmax`, where the scores stand: for loops that ask for it millions of times. */
export function softmaxInPlace(scores: number[] | Float64Array): void {
  let max = -Infinity;
  for (let i = 0; i < scores.length; i++) max = Math.max(max, scores[i]!);
  let sum = 0;
  for (let i = 0; i < scores.length; i++) sum += scores[i] = Math.exp(scores[i]! - max);
  for (let i = 0; i < scores.length; i++) scores[i]! /= sum;
}

/** Probability of the first of two classes, from its score on a log scale above the other's. */
export function sigmoid(score: number): number {
  return 1 / (1 + Math.exp(-score));
}
