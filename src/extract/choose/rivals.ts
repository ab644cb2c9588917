/**
 * Candidates that compete for the same words.
 */
import type { Candidate } from "../types.ts";

/** Per candidate (same order) the greatest probability of one that holds it, lies in it, or crosses it; 0 = none. */
export interface Rivals {
  readonly longer: Float64Array;
  readonly shorter: Float64Array;
  readonly crossing: Float64Array;
  /** Which ones these are, among the candidates; -1 = none. */
  readonly longerAt: Int32Array;
  readonly shorterAt: Int32Array;
}

export function rivalsOf(candidates: readonly Candidate[]): Rivals {
  const longer = new Float64Array(candidates.length);
  const shorter = new Float64Array(candidates.length);
  const crossing = new Float64Array(candidates.length);
  const longerAt = new Int32Array(candidates.length).fill(-1);
  const shorterAt = new Int32Array(candidates.length).fill(-1);
  const order = longestFirst(candidates);
  const raise = (column: Float64Array, i: number, probability: number) => {
    if (probability > column[i]!) column[i] = probability;
  };
  const nest = (inner: number, outer: number) => {
    const { probability: ofInner } = candidates[inner]!;
    const { probability: ofOuter } = candidates[outer]!;
    if (ofOuter > longer[inner]!) {
      longer[inner] = ofOuter;
      longerAt[inner] = outer;
    }
    if (ofInner > shorter[outer]!) {
      shorter[outer] = ofInner;
      shorterAt[outer] = inner;
    }
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
        nest(k, i);
      } else if (a.start === b.start) {
        nest(i, k);
      } else {
        raise(crossing, i, b.probability);
        raise(crossing, k, a.probability);
      }
    }
  }
  return { longer, shorter, crossing, longerAt, shorterAt };
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
