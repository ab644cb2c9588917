/**
 * How much each paper is about each term, as names count it: a paper on "post-training quantization" is one on
 * "quantization", too, as the name of a field is the head of what is done in it.
 */
import type { Corpus } from "../corpus.ts";
import type { Narrowing } from "../edges/broader-terms.ts";
import { power } from "../../lib/power.ts";

/** By term, as compressed rows: term `t` owns places `offsets[t]` … `offsets[t + 1] − 1`, papers ascending. */
export interface Aboutness {
  readonly offsets: Int32Array;
  readonly paper: Int32Array;
  /** 0…1: from the salience of the term in the paper, or a share of that of a narrower term. */
  readonly weight: Float64Array;
  /** 1 where the paper has the term itself. */
  readonly isOwn: Uint8Array;
  /** Per term: sum of the weights. */
  readonly total: Float64Array;
  /** By paper: paper `p` owns places `byPaper.offsets[p]` … of `byPaper.place`, places of the columns above. */
  readonly byPaper: { readonly offsets: Int32Array; readonly place: Int32Array; readonly term: Int32Array };
}

/** What a paper on a narrower term says of the broader one, per step. */
const BROADER_SHARE = 0.5;
const MAX_STEPS = 3;
/** Below 1: what a paper mentions counts for more than its salience, which is low for words that are short. */
const SALIENCE_POWER = 0.7;
const MIN_WEIGHT = 1e-3;

export function aboutness({ papers, terms, paperTerms }: Corpus, narrowings: readonly Narrowing[]): Aboutness {
  const broader = new Int32Array(terms.length).fill(-1);
  for (const { narrower, broader: wide } of narrowings) broader[narrower] = wide;
  /** Of the paper at hand, by term: what it weighs; 0 else. */
  const weightOf = new Float64Array(terms.length);
  const ownIn = new Int32Array(terms.length).fill(-1);
  const rows: Rows = { offsets: new Int32Array(papers.length + 1), term: [], weight: [], isOwn: [] };
  for (let paper = 0; paper < papers.length; paper++) {
    const touched: number[] = [];
    const add = (term: number, weight: number): void => {
      if (weightOf[term] === 0) touched.push(term);
      weightOf[term] = Math.max(weightOf[term]!, weight);
    };
    for (let row = paperTerms.offsets[paper]!; row < paperTerms.offsets[paper + 1]!; row++) {
      const term = paperTerms.term[row]!;
      ownIn[term] = paper;
      let weight = Math.max(power(paperTerms.salience[row]!, SALIENCE_POWER), MIN_WEIGHT);
      add(term, weight);
      for (let step = 0, wide = broader[term]!; wide >= 0 && step < MAX_STEPS; step++, wide = broader[wide]!)
        add(wide, (weight *= BROADER_SHARE));
    }
    touched.sort((a, b) => a - b);
    for (const term of touched) {
      rows.term.push(term);
      rows.weight.push(weightOf[term]!);
      rows.isOwn.push(ownIn[term] === paper ? 1 : 0);
      weightOf[term] = 0;
    }
    rows.offsets[paper + 1] = rows.term.length;
  }
  return turned(terms.length, rows);
}

/** By paper. */
interface Rows {
  readonly offsets: Int32Array;
  readonly term: number[];
  readonly weight: number[];
  readonly isOwn: number[];
}

function turned(terms: number, rows: Rows): Aboutness {
  const offsets = new Int32Array(terms + 1);
  for (const term of rows.term) offsets[term + 1]!++;
  for (let term = 0; term < terms; term++) offsets[term + 1]! += offsets[term]!;
  const next = offsets.slice();
  const paper = new Int32Array(rows.term.length);
  const weight = new Float64Array(rows.term.length);
  const isOwn = new Uint8Array(rows.term.length);
  const place = new Int32Array(rows.term.length);
  const total = new Float64Array(terms);
  for (let number = 0; number + 1 < rows.offsets.length; number++) {
    for (let row = rows.offsets[number]!; row < rows.offsets[number + 1]!; row++) {
      const term = rows.term[row]!;
      const at = next[term]!++;
      paper[at] = number;
      weight[at] = rows.weight[row]!;
      isOwn[at] = rows.isOwn[row]!;
      place[row] = at;
      total[term]! += rows.weight[row]!;
    }
  }
  const byPaper = { offsets: rows.offsets, place, term: Int32Array.from(rows.term) };
  return { offsets, paper, weight, isOwn, total, byPaper };
}
