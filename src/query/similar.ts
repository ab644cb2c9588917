/**
 * The papers most like one, by the graph's own edges between papers, with the terms that make them alike.
 */
import type { PaperNode, TermNode } from "../contract/graph-document.ts";
import { paperNamed, type Found, type NodeName } from "./find.ts";
import { numbersOf, otherEnd, type GraphIndex } from "./graph-index.ts";
import type { Question } from "./question.ts";

export interface SimilarPaper {
  readonly paper: PaperNode;
  /** Cosine similarity, 0…1. */
  readonly weight: number;
  /** The reason: shared terms, heaviest first. */
  readonly shared: readonly TermNode[];
}

/** The papers most like this one, most similar first. */
export function similarTo(index: GraphIndex, paper: PaperNode, limit = 10): SimilarPaper[] {
  return [...(index.similarOf.get(paper.node) ?? [])]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, limit)
    .flatMap((edge) => {
      const other = index.papers.get(otherEnd(edge, paper.node));
      const shared = edge.shared.flatMap((node) => index.terms.get(node) ?? []);
      return other === undefined ? [] : [{ paper: other, weight: edge.weight, shared }];
    });
}

export interface SimilarAnswer {
  /** What the name stands for; without exactly one paper there is nothing similar. */
  readonly paper: Found;
  /** In numbers of nodes. */
  readonly similar: readonly { readonly node: number; readonly weight: number; readonly shared: readonly number[] }[];
}

export const SIMILAR: Question<{ readonly paper: NodeName; readonly limit: number }, SimilarAnswer> = {
  title: "Similar papers",
  about: "The papers most like one, with the terms they share.",
  command: {
    words: ["<paper>"],
    example: 'similar "Attention Is All You Need"',
    read: ([paper = ""], limit) => ({ paper, limit }),
  },
  answer: (index, { paper: name, limit }) => {
    const paper = paperNamed(index, name);
    if (paper.kind !== "one") return { paper, similar: [] };
    const similar = similarTo(index, index.document.papers[paper.node]!, limit).map((item) => ({
      node: index.numberOf.get(item.paper.node)!,
      weight: item.weight,
      shared: numbersOf(index, item.shared),
    }));
    return { paper, similar };
  },
};
