/**
 * The distinct written forms of a corpus's mentions, numbered, and the form of every mention.
 */
import { GrowingColumn } from "../../tables/column.ts";
import type { ChosenPapers } from "../choose/chosen-papers.ts";

export interface MentionForms {
  /** Per form: as written, and the number of its variant key. */
  readonly texts: readonly string[];
  readonly keyOf: readonly number[];
  /** Variant keys by number. */
  readonly keys: readonly string[];
  /** Per paper: number behind its last mention, all mentions of all papers being numbered in the papers' order. */
  readonly ends: Uint32Array;
  /** Form per mention. */
  readonly formOf: Uint32Array;
}

export function gatherForms(chosen: ChosenPapers): MentionForms {
  const texts: string[] = [];
  const keyOf: number[] = [];
  const keys: string[] = [];
  const formNumber = new Map<string, number>();
  const keyNumber = new Map<string, number>();
  const formOf = new GrowingColumn("u32");
  const ends = new Uint32Array(chosen.length);
  for (let i = 0; i < chosen.length; i++) {
    for (const { candidate } of chosen.at(i)!) {
      let form = formNumber.get(candidate.text);
      if (form === undefined) {
        let key = keyNumber.get(candidate.key);
        if (key === undefined) {
          keyNumber.set(candidate.key, (key = keys.length));
          keys.push(candidate.key);
        }
        formNumber.set(candidate.text, (form = texts.length));
        texts.push(candidate.text);
        keyOf.push(key);
      }
      formOf.push(form);
    }
    ends[i] = formOf.length;
  }
  return { texts, keyOf, keys, ends, formOf: formOf.done() };
}

/** Number of the paper's first mention. */
export function firstMention(ends: Uint32Array, paper: number): number {
  return paper === 0 ? 0 : ends[paper - 1]!;
}

/**
 * In how many papers each value stands, a value being given per mention.
 * @param valueOf value of a form: 0 … values−1
 */
export function countPapers({ ends, formOf }: MentionForms, valueOf: (form: number) => number, values: number) {
  const papers = new Uint32Array(values);
  const lastPaper = new Int32Array(values).fill(-1);
  for (let i = 0, m = 0; i < ends.length; i++) {
    for (; m < ends[i]!; m++) {
      const value = valueOf(formOf[m]!);
      if (lastPaper[value] === i) continue;
      lastPaper[value] = i;
      papers[value]!++;
    }
  }
  return papers;
}
