/** Probabilities from scores on a log scale, in the same order; they sum to 1. */
export function softmax(scores: ArrayLike<number>): number[] {
  const shares = Array.from(scores);
  softmaxInto(shares);
  return shares;
}

/** The same in place. */
export function softmaxInto(scores: number[] | Float64Array): void {
  let max = -Infinity;
  for (let i = 0; i < scores.length; i++) max = Math.max(max, scores[i]!);
  let sum = 0;
  for (let i = 0; i < scores.length; i++) sum += scores[i] = Math.exp(scores[i]! - max);
  for (let i = 0; i < scores.length; i++) scores[i]! /= sum;
}
