/**
 * Candidates that compete for the same words.
 */
import type { Candidate } from "../types.ts";

/** Per candidate (same order) the greatest probability of one that holds it, lies in it, or crosses it; 0 = none. */
export interface Rivals {
  readonly longer: Float64Array;
  readonly shorter: Float64Array;
  readonly crossing: Float64Array;
}

export function rivalsOf(candidates: readonly Candidate[]): Rivals {
  const longer = new Float64Array(candidates.length);
  const shorter = new Float64Array(candidates.length);
  const crossing = new Float64Array(candidates.length);
  const order = longestFirst(candidates);
  const raise = (column: Float64Array, i: number, probability: number) => {
    if (probability > column[i]!) column[i] = probability;
  };
  for (let place = 0; place < order.length; place++) {
    const i = order[place]!;
    const a = candidates[i]!;
    // In text order only close neighbours can overlap.
    for (let next = place + 1; next < order.length; next++) {
      const k = order[next]!;
      const b = candidates[k]!;
      if (b.field !== a.field || b.start >= a.end) break;
      if (b.end <= a.end) {
        raise(shorter, i, b.probability);
        raise(longer, k, a.probability);
      } else if (a.start === b.start) {
        raise(longer, i, b.probability);
        raise(shorter, k, a.probability);
      } else {
        raise(crossing, i, b.probability);
        raise(crossing, k, a.probability);
      }
    }
  }
  return { longer, shorter, crossing };
}

/** Places in text order, title first; of those that begin together the longest first. Insertion sort: they nearly are. */
function longestFirst(candidates: readonly Candidate[]): Int32Array {
  const order = new Int32Array(candidates.length);
  for (let i = 0; i < candidates.length; i++) {
    let hole = i;
    for (; hole > 0 && standsBehind(candidates[order[hole - 1]!]!, candidates[i]!); hole--)
      order[hole] = order[hole - 1]!;
    order[hole] = i;
  }
  return order;
}

function standsBehind(a: Candidate, b: Candidate): boolean {
  if (a.field !== b.field) return b.field === "title";
  return a.start > b.start || (a.start === b.start && a.end < b.end);
}
