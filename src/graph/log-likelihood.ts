/**
 * Dunning 1993, "Accurate methods for the statistics of surprise and coincidence": the log-likelihood ratio (G²)
 * of `inside` of `insideTotal` against `outside` of `outsideTotal`, signed: positive where the inside share is larger.
 */
export function logLikelihood(inside: number, insideTotal: number, outside: number, outsideTotal: number): number {
  const total = insideTotal + outsideTotal;
  const share = (inside + outside) / total;
  const part = (observed: number, expected: number) => (observed > 0 ? observed * Math.log(observed / expected) : 0);
  const g2 =
    2 *
    (part(inside, insideTotal * share) +
      part(outside, outsideTotal * share) +
      part(insideTotal - inside, insideTotal * (1 - share)) +
      part(outsideTotal - outside, outsideTotal * (1 - share)));
  const sign = inside * outsideTotal >= outside * insideTotal ? 1 : -1;
  return sign * Math.max(0, g2);
}
