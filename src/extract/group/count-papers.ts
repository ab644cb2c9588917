/**
 * In how many papers each value stands, a value being given per written form or mention.
 */
import type { CorpusMentions } from "../choose/corpus-mentions.ts";

/** @param valueOf value of a form: 0 … values−1 */
export function countPapers(
  { ends, formOf }: Pick<CorpusMentions, "ends" | "formOf">,
  valueOf: (form: number, mention: number) => number,
  values: number,
): Uint32Array {
  const papers = new Uint32Array(values);
  const lastPaper = new Int32Array(values).fill(-1);
  for (let i = 0, m = 0; i < ends.length; i++) {
    for (; m < ends[i]!; m++) {
      const value = valueOf(formOf[m]!, m);
      if (lastPaper[value] === i) continue;
      lastPaper[value] = i;
      papers[value]!++;
    }
  }
  return papers;
}
