/** Probabilities from scores on a log scale, in the same order; they sum to 1. */
export function softmax(scores: ArrayLike<number>): number[] {
  let max = -Infinity;
  for (let i = 0; i < scores.length; i++) max = Math.max(max, scores[i]!);
  const odds = Array.from(scores, (score) => Math.exp(score - max));
  const sum = odds.reduce((total, value) => total + value, 0);
  return odds.map((value) => value / sum);
}
