/**
 * Papers and terms in canonical order: everything after this point is independent of the order of the files.
 */
import type { Paper } from "../domain/paper.ts";
import type { Extraction, PaperRelationRows, PaperTermRows, ReadableTexts, Term } from "../domain/term.ts";
import { hash64 } from "../lib/hash.ts";
import { compareCodePoints } from "../lib/order.ts";
import { titleKey } from "../lib/text.ts";

export interface Corpus {
  /** By arXiv id, DOI or hash of the title (code points); equal ones by title, abstract and source. Paper `i` is node `p<i>`. */
  readonly papers: readonly Paper[];
  /** By document frequency, largest first; ties by canonical form. Term `i` is node `t<i>`. */
  readonly terms: readonly Term[];
  readonly paperTerms: PaperTerms;
  /** What papers state of two terms, in the order of the papers; terms by their numbers here. */
  readonly statements?: Statements;
  /** By number of the paper: its texts without mark-up, where they differ from those given. */
  readonly readableTexts?: ReadonlyMap<number, ReadableTexts>;
}

/** Which paper has which term: columns, one row a pair. */
export interface PaperTerms {
  /** Paper `i` owns rows `offsets[i]` … `offsets[i + 1] − 1`, most salient first, ties by smaller term number. */
  readonly offsets: Int32Array;
  /** Per row: index into `terms`. */
  readonly term: Int32Array;
  /** Per row, 0…1. */
  readonly salience: Float64Array;
  /** Per row: its row in `found`, where role and mentions stand. */
  readonly source: Int32Array;
  /** As extraction gave them, before any row was moved or left out. */
  readonly found: PaperTermRows;
}

/** Columns, one row a statement. */
export interface Statements {
  readonly paper: Int32Array;
  /** Per row: number of the term. */
  readonly head: Int32Array;
  readonly tail: Int32Array;
  /** Per row: its row in `found`, where kind, sentence, confidence and cue stand. */
  readonly source: Int32Array;
  /** As extraction gave them. */
  readonly found: PaperRelationRows;
}

/** The rows of `PaperTerms` turned round. */
export interface TermPapers {
  /** Term `t` owns places `offsets[t]` … `offsets[t + 1] − 1`. */
  readonly offsets: Int32Array;
  /** Per place: number of the paper, ascending within a term. */
  readonly papers: Int32Array;
  /** Per place: the row. */
  readonly rows: Int32Array;
}

/** Features in fewer papers link nothing; in a large corpus neither do those in a few more. */
const MIN_FEATURE_PAPERS = 2;
const PAPERS_PER_MIN_FEATURE_PAPER = 5000;

/** Fewest papers of a word or term that papers are compared by, in a corpus of `papers`. */
export function minFeaturePapers(papers: number): number {
  return Math.max(MIN_FEATURE_PAPERS, Math.floor(papers / PAPERS_PER_MIN_FEATURE_PAPER));
}

/** Which papers have each term. */
export function termPapers({ terms, paperTerms }: Pick<Corpus, "terms" | "paperTerms">): TermPapers {
  const { offsets: starts, term } = paperTerms;
  const offsets = new Int32Array(terms.length + 1);
  for (const number of term) offsets[number + 1]!++;
  for (let t = 0; t < terms.length; t++) offsets[t + 1]! += offsets[t]!;
  const next = offsets.slice();
  const papers = new Int32Array(term.length);
  const rows = new Int32Array(term.length);
  for (let paper = 0; paper + 1 < starts.length; paper++) {
    for (let row = starts[paper]!; row < starts[paper + 1]!; row++) {
      const place = next[term[row]!]!++;
      papers[place] = paper;
      rows[place] = row;
    }
  }
  return { offsets, papers, rows };
}

/** The rows of each paper by term number, ascending; paper `i` owns the same places as in `paperTerms`. */
export function rowsByTerm(corpus: Pick<Corpus, "terms" | "paperTerms">): Int32Array {
  const { papers, rows } = termPapers(corpus);
  const next = corpus.paperTerms.offsets.slice();
  const sorted = new Int32Array(rows.length);
  for (let place = 0; place < rows.length; place++) sorted[next[papers[place]!]!++] = rows[place]!;
  return sorted;
}

/** The rows that stay, in the same order. */
export function keepRows(
  { offsets, term, salience, source, found }: PaperTerms,
  stays: (row: number, paper: number) => boolean,
): PaperTerms {
  const kept = new Int32Array(term.length);
  const ends = new Int32Array(offsets.length);
  let rows = 0;
  for (let paper = 0; paper + 1 < offsets.length; paper++) {
    for (let row = offsets[paper]!; row < offsets[paper + 1]!; row++) if (stays(row, paper)) kept[rows++] = row;
    ends[paper + 1] = rows;
  }
  const places = kept.subarray(0, rows);
  return {
    offsets: ends,
    term: places.map((row) => term[row]!),
    salience: Float64Array.from(places, (row) => salience[row]!),
    source: places.map((row) => source[row]!),
    found,
  };
}

/** @param extraction in the order of `papers`, which may be any. */
export function canonicalCorpus(papers: readonly Paper[], extraction: Extraction): Corpus {
  const names = papers.map(nameOf);
  const paperOrder = papers
    .map((_, i) => i)
    .sort((a, b) => compareCodePoints(names[a]!, names[b]!) || comparePapers(papers[a]!, papers[b]!) || a - b);
  const termOrder = extraction.terms
    .map((_, i) => i)
    .sort((a, b) => compareTerms(extraction.terms[a]!, extraction.terms[b]!));
  const numberOf = new Int32Array(termOrder.length);
  termOrder.forEach((from, to) => (numberOf[from] = to));
  const { readableTexts } = extraction;
  return {
    ...(readableTexts && {
      readableTexts: new Map(
        paperOrder.flatMap((from, to) => (readableTexts.has(from) ? [[to, readableTexts.get(from)!] as const] : [])),
      ),
    }),
    papers: paperOrder.map((i) => papers[i]!),
    terms: termOrder.map((i) => extraction.terms[i]!),
    paperTerms: canonicalRows(extraction.paperTerms, paperOrder, numberOf),
    ...(extraction.relations && { statements: canonicalStatements(extraction.relations, paperOrder, numberOf) }),
  };
}

/** @param numberOf number in the corpus by number in the extraction. */
function canonicalRows(found: PaperTermRows, paperOrder: readonly number[], numberOf: Int32Array): PaperTerms {
  const offsets = new Int32Array(paperOrder.length + 1);
  const term = new Int32Array(found.term.length);
  const salience = new Float64Array(found.term.length);
  const source = new Int32Array(found.term.length);
  paperOrder.forEach((from, paper) => {
    const first = offsets[paper]!;
    let end = first;
    // Insertion sort: rows are few, and nearly in order.
    for (let row = found.offsets[from]!; row < found.offsets[from + 1]!; row++) {
      const number = numberOf[found.term[row]!]!;
      let hole = end++;
      for (; hole > first; hole--) {
        const before = salience[hole - 1]! - found.salience[row]!;
        if (before > 0 || (before === 0 && term[hole - 1]! < number)) break;
        term[hole] = term[hole - 1]!;
        salience[hole] = salience[hole - 1]!;
        source[hole] = source[hole - 1]!;
      }
      term[hole] = number;
      salience[hole] = found.salience[row]!;
      source[hole] = row;
    }
    offsets[paper + 1] = end;
  });
  return { offsets, term, salience, source, found };
}

function canonicalStatements(
  found: PaperRelationRows,
  paperOrder: readonly number[],
  numberOf: Int32Array,
): Statements {
  const rows: number[] = [];
  const papers: number[] = [];
  paperOrder.forEach((from, paper) => {
    for (let row = found.offsets[from]!; row < found.offsets[from + 1]!; row++) {
      rows.push(row);
      papers.push(paper);
    }
  });
  return {
    paper: Int32Array.from(papers),
    head: Int32Array.from(rows, (row) => numberOf[found.head[row]!]!),
    tail: Int32Array.from(rows, (row) => numberOf[found.tail[row]!]!),
    source: Int32Array.from(rows),
    found,
  };
}

/** The statements whose two terms stay. @param numberOf new number by old one, -1 for terms that go */
export function keepStatements({ paper, head, tail, source, found }: Statements, numberOf: Int32Array): Statements {
  const rows = Int32Array.from(source.keys()).filter((row) => numberOf[head[row]!]! >= 0 && numberOf[tail[row]!]! >= 0);
  return {
    paper: rows.map((row) => paper[row]!),
    head: rows.map((row) => numberOf[head[row]!]!),
    tail: rows.map((row) => numberOf[tail[row]!]!),
    source: rows.map((row) => source[row]!),
    found,
  };
}

/** What a paper is called whatever program its record comes from: keys and row numbers differ from export to export. */
function nameOf({ arxiv_id, doi, title }: Paper): string {
  return arxiv_id ?? doi ?? `w${hash64(titleKey(title))}`;
}

function comparePapers(a: Paper, b: Paper): number {
  return (
    compareCodePoints(a.title, b.title) ||
    compareCodePoints(a.abstract ?? "", b.abstract ?? "") ||
    compareCodePoints(a.source.file, b.source.file) ||
    a.source.line - b.source.line ||
    compareCodePoints(a.id, b.id)
  );
}

/** The order of `Corpus.terms`. */
export function compareTerms(a: Term, b: Term): number {
  return b.papers - a.papers || compareCodePoints(a.term, b.term);
}
