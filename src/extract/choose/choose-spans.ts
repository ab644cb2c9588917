/**
 * The best set of spans that do not overlap, given how sure their strings are.
 */
import { append } from "../../lib/append.ts";
import type { Candidate, Chosen } from "../types.ts";

/**
 * How much the place counts against the string when spans compete for the same words; 0…1.
 *
 * A string that is surely a term elsewhere in the paper need not be one here, inside a longer term that stands only
 * here: "sound event" beside "overlapping sound event".
 */
const PLACE_SHARE = 0.6;
/** Beats any spans that compete: each of these is worth less than 1, and few fit into one place. */
export const CERTAIN = 100;
const NONE: ReadonlyMap<Candidate, number> = new Map();
/** What a span whose string is a term is worth at the least, however unlikely its place. */
const MIN_WORTH = 1e-3;

/**
 * The non-overlapping candidates of greatest worth, in text order. Worth is a mean of what the string's probability and
 * the place's exceed the threshold by; strings below the threshold have none.
 * @param certain candidates that are mentions wherever they do not overlap, with the probability they get
 */
export function chooseSpans(
  candidates: readonly Candidate[],
  probabilityOf: ReadonlyMap<string, number>,
  threshold: number,
  certain: ReadonlyMap<Candidate, number> = NONE,
): Chosen[] {
  const ofString = ({ key }: Candidate) => probabilityOf.get(key) ?? 0;
  const worth = (candidate: Candidate) =>
    certain.has(candidate)
      ? CERTAIN
      : Math.max(
          MIN_WORTH,
          (1 - PLACE_SHARE) * (ofString(candidate) - threshold) + PLACE_SHARE * (candidate.probability - threshold),
        );
  const chosen: Chosen[] = [];
  for (const field of ["title", "abstract"] as const) {
    const spans = candidates
      .filter((candidate) => candidate.field === field && (ofString(candidate) > threshold || certain.has(candidate)))
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
        const candidate = spans[i]!;
        picked.push({ candidate, probability: Math.min(1, certain.get(candidate) ?? ofString(candidate)) });
        i = before[i]! - 1;
      } else i--;
    }
    append(chosen, picked.reverse());
  }
  return chosen;
}
