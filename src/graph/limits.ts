/**
 * What of a large graph stands in its document: the strongest terms and edges, by stated rules, so that files and viewer
 * stay of a size that programs open. Papers are compared by all terms; terms are left out before communities are found, edges after.
 *
 * - Terms: those in most papers; of terms in the same number of papers the most salient. Terms that people asked for stay.
 * - Mentions: of each paper its most salient ones, as many for each as there is room for; each term keeps its best, if
 *   need be beyond the limit.
 * - Relations: all `is_a`, if need be beyond the limit; of `cooccurs` those of the largest npmi · ln(1 + papers).
 * - Similar papers: of each paper its nearest, as many for each as there is room for.
 */
import type { Sequence } from "../contract/sequence.ts";
import { type Corpus, keepRows, type PaperTerms } from "./corpus.ts";

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
 * The terms that stay, 1 or 0 each: `chosen` itself where there is room for all of them.
 *
 * @param asked 1 for those that stay in any case; they are among the chosen.
 */
export function strongestTerms(
  { terms, paperTerms }: Pick<Corpus, "terms" | "paperTerms">,
  chosen: Uint8Array,
  asked: Uint8Array,
  max: number,
): Uint8Array {
  if (count(chosen) <= max) return chosen;
  const salience = new Float64Array(terms.length);
  paperTerms.term.forEach((term, row) => (salience[term]! += paperTerms.salience[row]!));
  const order = Int32Array.from(chosen.keys())
    .filter((term) => chosen[term] === 1 && asked[term] === 0)
    .sort((a, b) => terms[b]!.papers - terms[a]!.papers || salience[b]! - salience[a]! || a - b);
  const stays = asked.slice();
  for (const term of order.subarray(0, Math.max(0, max - count(asked)))) stays[term] = 1;
  return stays;
}

function count(marks: Uint8Array): number {
  let sum = 0;
  for (const mark of marks) sum += mark;
  return sum;
}

/**
 * The most salient rows of each paper; a row that is the most salient one of its term stays in any case.
 *
 * @param max rows, where that leaves one to each term.
 */
export function strongestMentions(paperTerms: PaperTerms, terms: number, max: number): PaperTerms {
  const { offsets, term } = paperTerms;
  if (term.length <= max) return paperTerms;
  const best = bestRows(paperTerms, terms);
  const isBest = (row: number) => best[term[row]!] === row;
  const perPaper = mostPerGroup(offsets, max - terms, isBest);
  return keepRows(paperTerms, (row, paper) => row - offsets[paper]! < perPaper || isBest(row));
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
