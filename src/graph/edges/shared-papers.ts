/**
 * The papers that two terms share.
 */
import type { TermPapers } from "../corpus.ts";

/**
 * Calls `visit` with each paper that has both terms, ascending, and its rows, until it returns false.
 *
 * The papers of the rarer term are looked up among those of the other in steps of doubling width (Bentley & Yao 1976).
 */
export function forEachShared(
  { offsets, papers, rows }: TermPapers,
  a: number,
  b: number,
  visit: (paper: number, rowOfA: number, rowOfB: number) => boolean,
): void {
  const isRarer = offsets[a + 1]! - offsets[a]! <= offsets[b + 1]! - offsets[b]!;
  const [rarer, other] = isRarer ? [a, b] : [b, a];
  const end = offsets[other + 1]!;
  let place = offsets[other]!;
  for (let at = offsets[rarer]!; at < offsets[rarer + 1]!; at++) {
    const paper = papers[at]!;
    place = firstFrom(papers, place, end, paper);
    if (place === end) return;
    if (papers[place] !== paper) continue;
    if (!visit(paper, rows[isRarer ? at : place]!, rows[isRarer ? place : at]!)) return;
  }
}

/** The first place in `from` … `end` whose value is at least `wanted`; `end` if there is none. @param values ascending. */
function firstFrom(values: Int32Array, from: number, end: number, wanted: number): number {
  let below = from - 1;
  let step = 1;
  while (below + step < end && values[below + step]! < wanted) {
    below += step;
    step *= 2;
  }
  let above = Math.min(end, below + step);
  while (above - below > 1) {
    const middle = (below + above) >> 1;
    if (values[middle]! < wanted) below = middle;
    else above = middle;
  }
  return above;
}
