/**
 * Pairs worth trying: a method and a concept that no paper has together, neither as terms (nor others of nearly the same
 * words) nor in the words of its title and abstract, though the same terms stand close to both.
 *
 * The open end of Swanson's A–B–C pattern (1986, "Undiscovered public knowledge"): A–B and B–C are known, A–C is not.
 */
import { remember } from "../lib/remember.ts";
import { gapCandidates, MIN_PAPERS, type Candidate } from "./gap-candidates.ts";
import { termAt, type GraphIndex } from "./graph-index.ts";
import { kinOf } from "./kin.ts";
import type { Question } from "./question.ts";
import { neighborsIn } from "./rows.ts";
import { textSearch } from "./texts.ts";

export { canBeEnd } from "./gap-candidates.ts";

/** Terms and papers are numbers of nodes. */
export interface GapAnswer {
  readonly method: number;
  readonly concept: number;
  /**
   * Papers that would have both if the terms were spread by chance within each community: Σ_c df_c(a) · df_c(b) / N_c.
   * Over the whole corpus at once chance would bring hardly any two terms together, in whatever field they are at home.
   */
  readonly expected: number;
  /** Σ over linking terms of the smaller npmi of the two sides. */
  readonly support: number;
  /** √expected · support: how surprising the gap is. */
  readonly score: number;
  /** Terms close to both, strongest first. */
  readonly via: readonly number[];
  /** The papers of each side that are nearest to the other: those with most linking terms. */
  readonly methodPapers: readonly number[];
  readonly conceptPapers: readonly number[];
}

export interface GapOptions {
  readonly limit?: number;
  /** Fewest papers of each term. */
  readonly minPapers?: number;
  /** Fewest linking terms. */
  readonly minLinks?: number;
  /** Fewest papers expected to have both: below, that none has says nothing. */
  readonly minExpected?: number;
}

/** Default of `minExpected`: that no paper has both is then less likely than 0.61, e^−expected (Poisson). */
export const MIN_EXPECTED = 0.5;
/** Gaps shown for one term at most: the list should not be about a single hub. */
const PER_TERM = 3;
/** Linking terms and nearest papers that are named. */
const NAMED = 3;

/** Largest score first. */
export function findGaps(
  index: GraphIndex,
  { limit = 20, minPapers = MIN_PAPERS, minLinks = 2, minExpected = MIN_EXPECTED }: GapOptions = {},
): GapAnswer[] {
  const found = gapCandidates(index, { minPapers, minLinks, minExpected });
  found.sort((a, b) => b.score - a.score || a.method - b.method || a.concept - b.concept);
  return firstUnwritten(index, found, limit).map(({ links, ...gap }) => ({
    ...gap,
    via: links.slice(0, NAMED),
    methodPapers: papersNearest(index, gap.method, [...links, gap.concept]),
    conceptPapers: papersNearest(index, gap.concept, [...links, gap.method]),
  }));
}

/** All gaps of a map by the default limits, largest score first. */
export const allGaps = remember((index: GraphIndex): readonly GapAnswer[] => findGaps(index, { limit: Infinity }));

/** The first pairs of which no paper's text has both, few of each term. */
function firstUnwritten(index: GraphIndex, found: readonly Candidate[], limit: number): Candidate[] {
  const ends = new Set(found.flatMap(({ method, concept }) => [method, concept]));
  const term = (node: number) => termAt(index, node)!;
  const areTogether = textSearch(index.document.papers, Array.from(ends, term));
  const shown = new Map<number, number>();
  const kept: Candidate[] = [];
  for (const gap of found) {
    if (kept.length >= limit) break;
    const pair = [gap.method, gap.concept];
    if (pair.some((node) => (shown.get(node) ?? 0) >= PER_TERM)) continue;
    if (areTogether(term(gap.method), term(gap.concept)) || areKinTogether(index, gap)) continue;
    for (const node of pair) shown.set(node, (shown.get(node) ?? 0) + 1);
    kept.push(gap);
  }
  return kept;
}

/** Whether a paper has a term of nearly the method's words and one of nearly the concept's, or the two are kin. */
function areKinTogether(index: GraphIndex, { method, concept }: Candidate): boolean {
  const methods = kinOf(index, method);
  const papers = new Set(methods.flatMap((kin) => [...neighborsIn(index.mentions, kin)]));
  return kinOf(index, concept).some(
    (kin) => methods.includes(kin) || neighborsIn(index.mentions, kin).some((paper) => papers.has(paper)),
  );
}

function papersNearest({ mentions }: GraphIndex, term: number, links: readonly number[]): number[] {
  const { start, node, value } = mentions;
  const wanted = new Set(links);
  const near: { readonly paper: number; readonly near: number }[] = [];
  for (let at = start[term]!; at < start[term + 1]!; at++) {
    const paper = node[at]!;
    let sum = value[at]! * 0.5;
    for (let own = start[paper]!; own < start[paper + 1]!; own++) if (wanted.has(node[own]!)) sum += value[own]!;
    near.push({ paper, near: sum });
  }
  return near
    .sort((a, b) => b.near - a.near)
    .slice(0, NAMED)
    .map(({ paper }) => paper);
}

export const GAPS: Question<{ readonly limit: number }, readonly GapAnswer[]> = {
  title: "Gaps",
  about: "Methods and concepts that no paper has together, though the same terms stand close to both.",
  command: { words: [], example: "gaps", read: (_, limit) => ({ limit }) },
  answer: (index, { limit }) => allGaps(index).slice(0, limit),
};
