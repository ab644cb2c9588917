/**
 * Terms that say something where they stand: some papers are about them. What is only mentioned ("English", "filtering")
 * is no end of a gap, no step of a path, no trend, however rare it is.
 */
import { remember } from "../lib/remember.ts";
import type { GraphIndex } from "./graph-index.ts";

/** Papers looked at: those most about the term. */
const LOOKED_AT = 3;
/** Mean salience in these, below which a term is only mentioned. */
const MIN_SALIENCE = 0.25;

/** By number of the node 1 for each term that some papers are about. */
export const tellingTerms = remember(
  ({ mentions: { start, value }, papers, nodes, document }: GraphIndex): Uint8Array => {
    const telling = new Uint8Array(nodes);
    const best = new Float64Array(LOOKED_AT);
    for (let term = papers; term < nodes; term++) {
      best.fill(0);
      for (let at = start[term]!; at < start[term + 1]!; at++) insert(best, value[at]!);
      const count = Math.min(LOOKED_AT, start[term + 1]! - start[term]!);
      const sum = best.reduce((total, salience) => total + salience, 0);
      const isGeneric = document.terms[term - papers]!.generic === true;
      if (count > 0 && sum / count >= MIN_SALIENCE && !isGeneric) telling[term] = 1;
    }
    return telling;
  },
);

/** Keeps the largest values, falling. */
function insert(best: Float64Array, value: number): void {
  let held = value;
  for (let i = 0; i < best.length; i++) {
    if (held <= best[i]!) continue;
    const smaller = best[i]!;
    best[i] = held;
    held = smaller;
  }
}
