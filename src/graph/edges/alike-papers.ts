/**
 * Do the papers of two terms speak of the same things? A word of two senses gives itself away by the papers it stands in
 * (Harris 1954; Schütze 1998): those of "coreference resolution" are not like those of "resolution".
 */
import type { TermPapers } from "../corpus.ts";
import type { SparseMatrix } from "../similarity/sparse.ts";

/** At most so many papers stand for a term, and for the corpus: evenly spread ones in canonical order. */
const MAX_PAPERS = 100;
const MAX_SAMPLE = 400;
/** Features that nearly all papers of a term have are of the term itself. */
const OWN_SHARE = 0.9;

/** A pair of terms by number. */
export interface TermPair {
  readonly narrower: number;
  readonly broader: number;
}

/**
 * Per pair: the share of the corpus's papers that are less like the papers of the broader term than those of the narrower
 * one are, 0…1; −1 where the broader term has no papers to compare with.
 * @param features papers × features, rows of length 1
 */
export function alikeness(pairs: readonly TermPair[], papersOf: TermPapers, features: SparseMatrix): Float64Array {
  const result = new Float64Array(pairs.length);
  const sample = evenly(features.rows, MAX_SAMPLE, (paper) => paper);
  const sum = new Float64Array(features.columns);
  const papersWith = new Int32Array(features.columns);
  const filled: number[] = [];
  const byBroader = pairs.map((_, i) => i).sort((a, b) => pairs[a]!.broader - pairs[b]!.broader || a - b);
  let about = { term: -1, papers: new Set<number>(), others: new Float64Array() };
  for (const i of byBroader) {
    const { narrower, broader } = pairs[i]!;
    if (about.term !== broader) {
      const papers = new Set(termPapersOf(papersOf, broader));
      // Of many thousand columns a term's papers fill a few hundred: those of the term before are emptied one by one.
      for (const column of filled) sum[column] = papersWith[column] = 0;
      filled.length = 0;
      for (const paper of papers)
        forEachCell(features, paper, (column, value) => {
          if (papersWith[column]!++ === 0) filled.push(column);
          sum[column]! += value;
        });
      for (const column of filled) if (papersWith[column]! >= OWN_SHARE * papers.size) sum[column] = 0;
      const others = sample.filter((paper) => !papers.has(paper)).map((paper) => likeness(paper));
      about = { term: broader, papers, others: Float64Array.from(others).sort() };
    }
    result[i] = rank(termPapersOf(papersOf, narrower));
  }
  return result;

  function likeness(paper: number): number {
    let dot = 0;
    forEachCell(features, paper, (column, value) => (dot += value * sum[column]!));
    return dot;
  }

  /** What a paper has in common with itself does not count. */
  function rank(papers: readonly number[]): number {
    const { others, papers: broad } = about;
    if (others.length === 0) return -1;
    let total = 0;
    let counted = 0;
    for (const paper of papers) {
      let own = 0;
      if (broad.has(paper)) {
        if (broad.size === 1) continue;
        forEachCell(features, paper, (column, value) => (own += sum[column] === 0 ? 0 : value * value));
      }
      total += ((likeness(paper) - own) * broad.size) / (broad.has(paper) ? broad.size - 1 : broad.size);
      counted++;
    }
    if (counted === 0) return -1;
    const mean = total / counted;
    let below = 0;
    while (below < others.length && others[below]! < mean) below++;
    return below / others.length;
  }
}

const termPapersOf = ({ offsets, papers }: TermPapers, term: number): number[] =>
  evenly(offsets[term + 1]! - offsets[term]!, MAX_PAPERS, (at) => papers[offsets[term]! + at]!);

/** At most `max` of the places 0 … length−1, evenly spread. */
function evenly(length: number, max: number, valueOf: (at: number) => number): number[] {
  const count = Math.min(length, max);
  return Array.from({ length: count }, (_, i) => valueOf(Math.floor((i * length) / count)));
}

function forEachCell(
  { offsets, indices, values }: SparseMatrix,
  row: number,
  visit: (column: number, value: number) => void,
): void {
  for (let cell = offsets[row]!, end = offsets[row + 1]!; cell < end; cell++) visit(indices[cell]!, values[cell]!);
}
