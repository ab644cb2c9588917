/**
 * What of a large graph stands in its document: the strongest terms and edges, by stated rules, so that files and viewer
 * stay of a size that programs open. Communities, similarity and names are found before anything is left out.
 *
 * - Terms: those in most papers; of terms in the same number of papers the most salient. Terms that people asked for stay.
 * - Mentions: of each paper its most salient ones, as many for each as there is room for; each term keeps its best.
 * - Relations: all `is_a`; of `cooccurs` those of the largest npmi · ln(1 + papers).
 * - Similar papers: of each paper its nearest, as many for each as there is room for.
 */
import type { Sequence } from "../contract/sequence.ts";
import type { PaperTerms } from "./corpus.ts";

/** Shares of `maxEdges` that each kind of edge may take: about those of a map of all fields. */
const SHARES = { mentions: 0.6, relations: 0.2, similar: 0.2 } as const;

/** The edges of a kind that stand in the document. */
export interface LimitedEdges<E> {
  readonly edges: Sequence<E>;
  /** Whether none was left out for want of room. */
  readonly isWhole: boolean;
}

/** Most edges of a kind. */
export function maxEdgesOf(kind: keyof typeof SHARES, maxEdges: number): number {
  return Math.floor(SHARES[kind] * maxEdges);
}

/**
 * The terms that stay, 1 or 0 each.
 *
 * @param papers of each term, descending. @param asked 1 for those that stay in any case.
 */
export function strongestTerms(paperTerms: PaperTerms, papers: Int32Array, asked: Uint8Array, max: number): Uint8Array {
  const stays = asked.slice();
  if (papers.length <= max) return stays.fill(1);
  const salience = new Float64Array(papers.length);
  paperTerms.term.forEach((term, row) => (salience[term]! += paperTerms.salience[row]!));
  let room = max;
  for (const stay of asked) room -= stay;
  const order = Int32Array.from(papers.keys()).sort(
    (a, b) => papers[b]! - papers[a]! || salience[b]! - salience[a]! || a - b,
  );
  for (const term of order) {
    if (room <= 0) break;
    if (stays[term] === 1) continue;
    stays[term] = 1;
    room--;
  }
  return stays;
}

/** Rows of each paper are ranked as they stand; a row that is the most salient one of its term stays in any case. */
export function strongestMentions(paperTerms: PaperTerms, terms: number, max: number): PaperTerms {
  const { offsets, term, salience, source, found } = paperTerms;
  if (term.length <= max) return paperTerms;
  const best = bestRows(paperTerms, terms);
  const rank = (row: number, paper: number) => row - offsets[paper]!;
  const perPaper = mostPerGroup(offsets, max - terms, (row) => best[term[row]!] === row);
  const kept = new Int32Array(term.length);
  const ends = new Int32Array(offsets.length);
  let rows = 0;
  for (let paper = 0; paper + 1 < offsets.length; paper++) {
    for (let row = offsets[paper]!; row < offsets[paper + 1]!; row++)
      if (rank(row, paper) < perPaper || best[term[row]!] === row) kept[rows++] = row;
    ends[paper + 1] = rows;
  }
  const stays = kept.subarray(0, rows);
  return {
    offsets: ends,
    term: stays.map((row) => term[row]!),
    salience: Float64Array.from(stays, (row) => salience[row]!),
    source: stays.map((row) => source[row]!),
    found,
  };
}

/** Per term: the row in which it is most salient; ties go to the first. */
function bestRows({ term, salience }: PaperTerms, terms: number): Int32Array {
  const best = new Int32Array(terms).fill(-1);
  for (let row = 0; row < term.length; row++) {
    const before = best[term[row]!]!;
    if (before < 0 || salience[row]! > salience[before]!) best[term[row]!] = row;
  }
  return best;
}

/** The largest number of leading rows a group so that no more than `max` are kept; rows that stay anyway are not counted. */
function mostPerGroup(offsets: Int32Array, max: number, staysAnyway: (row: number) => boolean): number {
  const atRank: number[] = [];
  for (let group = 0; group + 1 < offsets.length; group++)
    for (let row = offsets[group]!; row < offsets[group + 1]!; row++) {
      const rank = row - offsets[group]!;
      if (!staysAnyway(row)) atRank[rank] = (atRank[rank] ?? 0) + 1;
    }
  let room = max;
  for (let rank = 0; rank < atRank.length; rank++) {
    room -= atRank[rank] ?? 0;
    if (room < 0) return rank;
  }
  return atRank.length;
}
