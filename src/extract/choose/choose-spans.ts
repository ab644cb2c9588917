/**
 * The best set of spans that do not overlap, given how sure their strings are.
 */
import type { Candidate, Chosen } from "../types.ts";

/**
 * How much the place counts against the string when spans compete for the same words; 0…1.
 *
 * A string that is surely a term elsewhere in the paper need not be one here, inside a longer term that stands only
 * here: "sound event" beside "overlapping sound event".
 */
const PLACE_SHARE = 0.6;
/** What a span whose string is a term is worth at the least, however unlikely its place. */
const MIN_WORTH = 1e-3;

/**
 * The non-overlapping candidates of greatest worth, in text order. Worth is a mean of what the string's probability and
 * the place's exceed the threshold by; strings below the threshold have none.
 */
export function chooseSpans(
  candidates: readonly Candidate[],
  probabilityOf: ReadonlyMap<string, number>,
  threshold: number,
): Chosen[] {
  const ofString = ({ key }: Candidate) => probabilityOf.get(key) ?? 0;
  const worth = (candidate: Candidate) =>
    Math.max(
      MIN_WORTH,
      (1 - PLACE_SHARE) * (ofString(candidate) - threshold) + PLACE_SHARE * (candidate.probability - threshold),
    );
  const chosen: Chosen[] = [];
  for (const field of ["title", "abstract"] as const) {
    const spans = candidates
      .filter((candidate) => candidate.field === field && ofString(candidate) > threshold)
      .sort((a, b) => a.end - b.end || a.start - b.start);
    // Weighted interval scheduling.
    const best = new Float64Array(spans.length + 1);
    const take = new Uint8Array(spans.length);
    const before = new Int32Array(spans.length);
    spans.forEach((span, i) => {
      let k = i;
      while (k > 0 && spans[k - 1]!.end > span.start) k--;
      before[i] = k;
      const gain = worth(span) + best[k]!;
      take[i] = gain > best[i]! ? 1 : 0;
      best[i + 1] = Math.max(gain, best[i]!);
    });
    const picked: Chosen[] = [];
    for (let i = spans.length - 1; i >= 0;) {
      if (take[i]) {
        picked.push({ candidate: spans[i]!, probability: Math.min(1, ofString(spans[i]!)) });
        i = before[i]! - 1;
      } else i--;
    }
    chosen.push(...picked.reverse());
  }
  return chosen;
}
