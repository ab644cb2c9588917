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
