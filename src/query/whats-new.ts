/**
 * What the last build over a map added: papers, the terms that only they have, and where they went.
 */
import { byScoreThenKey } from "../lib/order.ts";
import { termAt, type GraphIndex } from "./graph-index.ts";
import { newNodes } from "./new-nodes.ts";
import type { Question } from "./question.ts";
import { neighborsIn } from "./rows.ts";

export interface WhatsNew {
  /** Numbers of the new papers, latest first. */
  readonly papers: readonly number[];
  /** Numbers of the terms of which all papers are new, those of most papers first. */
  readonly terms: readonly number[];
  /** New papers and terms in all, more than were asked for. */
  readonly all: { readonly papers: number; readonly terms: number };
  /** Communities with new papers, those with most of them first. */
  readonly communities: readonly { readonly id: number; readonly papers: number }[];
}

function findNew(index: GraphIndex, limit: number): WhatsNew {
  const papers = index.document.papers.flatMap((paper, i) => (paper.new ? [i] : []));
  const marks = newNodes(index, papers, (term) => neighborsIn(index.mentions, term));
  const terms = Array.from(marks.keys()).filter((node) => node >= index.papers && marks[node] === 1);
  const dateOf = (paper: number) => index.document.papers[paper]?.date ?? "";
  papers.sort((a, b) => (dateOf(a) === dateOf(b) ? a - b : dateOf(a) < dateOf(b) ? 1 : -1));
  terms.sort(
    byScoreThenKey(
      (term) => termAt(index, term)!.papers,
      (term) => termAt(index, term)!.term,
    ),
  );
  const grown = new Map<number, number>();
  for (const paper of papers) {
    const { community } = index.document.papers[paper]!;
    grown.set(community, (grown.get(community) ?? 0) + 1);
  }
  return {
    papers: papers.slice(0, limit),
    terms: terms.slice(0, limit),
    all: { papers: papers.length, terms: terms.length },
    communities: [...grown]
      .map(([id, count]) => ({ id, papers: count }))
      .sort((a, b) => b.papers - a.papers || a.id - b.id),
  };
}

export const WHATS_NEW: Question<{ readonly limit: number }, WhatsNew> = {
  title: "New",
  about: "Papers that the last build added to the map, and terms that only they have.",
  command: { words: [], example: "new", read: (_, limit) => ({ limit }) },
  answer: (index, { limit }) => findNew(index, limit),
};
