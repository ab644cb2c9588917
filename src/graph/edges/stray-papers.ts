/**
 * Papers that belong nowhere here: nothing in the corpus is like them, and they stand where they are least unlike.
 */
import type { Neighbors } from "../similarity/nearest-neighbors.ts";

/** A stray's likeness to the paper most like it is below this share of what is usual. */
const MAX_SHARE = 0.35;
/** Fewer papers have nothing that is usual. */
const MIN_PAPERS = 30;

/**
 * @param nearest of each paper those most like it by its own words and terms, best first.
 * @returns 1 for each stray.
 */
export function strayPapers({ count, cosines, k }: Neighbors): Uint8Array {
  const papers = count.length;
  const strays = new Uint8Array(papers);
  if (papers < MIN_PAPERS || k === 0) return strays;
  const best = Float64Array.from(count, (own, paper) => (own > 0 ? cosines[paper * k]! : 0));
  const usual = best.slice().sort()[papers >> 1]!;
  best.forEach((cosine, paper) => {
    if (cosine < MAX_SHARE * usual) strays[paper] = 1;
  });
  return strays;
}
