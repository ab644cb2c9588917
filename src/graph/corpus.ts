/**
 * Papers and terms in canonical order: everything after this point is independent of the order of the files.
 */
import type { Paper } from "../domain/paper.ts";
import type { Extraction, PaperTerm, Term } from "../domain/term.ts";
import { compareCodePoints } from "../lib/order.ts";

export interface Corpus {
  /** By id (code points); equal ids by title, abstract and source. Paper `i` is node `p<i>`. */
  readonly papers: readonly Paper[];
  /** By document frequency, largest first; ties by canonical form. Term `i` is node `t<i>`. */
  readonly terms: readonly Term[];
  /** Per paper: its terms, most salient first; `term` is an index into `terms`. */
  readonly paperTerms: readonly (readonly PaperTerm[])[];
}

/** Features in fewer papers link nothing; in a large corpus neither do those in a few more. */
const MIN_FEATURE_PAPERS = 2;
const PAPERS_PER_MIN_FEATURE_PAPER = 5000;

/** Fewest papers of a word or term that papers are compared by, in a corpus of `papers`. */
export function minFeaturePapers(papers: number): number {
  return Math.max(MIN_FEATURE_PAPERS, Math.floor(papers / PAPERS_PER_MIN_FEATURE_PAPER));
}

/** Per term: numbers of the papers that have it, ascending. */
export function papersOfTerms({ terms, paperTerms }: Corpus): Int32Array[] {
  const lists = terms.map((): number[] => []);
  paperTerms.forEach((entries, paper) => {
    for (const { term } of entries) lists[term]!.push(paper);
  });
  return lists.map((papers) => Int32Array.from(papers));
}

/** @param extraction in the order of `papers`, which may be any. */
export function canonicalCorpus(papers: readonly Paper[], extraction: Extraction): Corpus {
  const paperOrder = papers.map((_, i) => i).sort((a, b) => comparePapers(papers[a]!, papers[b]!) || a - b);
  const termOrder = extraction.terms
    .map((_, i) => i)
    .sort((a, b) => compareTerms(extraction.terms[a]!, extraction.terms[b]!));
  const numberOf = new Int32Array(termOrder.length);
  termOrder.forEach((from, to) => (numberOf[from] = to));
  return {
    papers: paperOrder.map((i) => papers[i]!),
    terms: termOrder.map((i) => extraction.terms[i]!),
    paperTerms: paperOrder.map((i) =>
      (extraction.paperTerms[i] ?? [])
        .map((entry) => ({ ...entry, term: numberOf[entry.term]! }))
        .sort((a, b) => b.salience - a.salience || a.term - b.term),
    ),
  };
}

function comparePapers(a: Paper, b: Paper): number {
  return (
    compareCodePoints(a.id, b.id) ||
    compareCodePoints(a.title, b.title) ||
    compareCodePoints(a.abstract ?? "", b.abstract ?? "") ||
    compareCodePoints(a.source.file, b.source.file) ||
    a.source.line - b.source.line
  );
}

function compareTerms(a: Term, b: Term): number {
  return b.papers - a.papers || compareCodePoints(a.term, b.term);
}
