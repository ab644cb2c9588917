/**
 * The papers most like one, by the graph's own edges between papers, with the terms that make them alike.
 */
import { paperNamed, type Found, type NodeName } from "./find.ts";
import { numbersOf, type GraphIndex } from "./graph-index.ts";
import type { Question } from "./question.ts";

export interface SimilarPaper {
  /** Number of the paper. */
  readonly node: number;
  /** Cosine similarity, 0…1. */
  readonly weight: number;
  /** The reason: numbers of shared terms, heaviest first. */
  readonly shared: readonly number[];
}

/** The papers most like this one, most similar first. */
export function similarTo(index: GraphIndex, paper: number, limit = 10): SimilarPaper[] {
  const { start, node, edge, value } = index.similar;
  const places = Array.from({ length: start[paper + 1]! - start[paper]! }, (_, i) => start[paper]! + i);
  return places
    .sort((a, b) => value[b]! - value[a]!)
    .slice(0, limit)
    .map((at) => ({
      node: node[at]!,
      weight: value[at]!,
      shared: numbersOf(index, index.document.similar.at(edge[at]!)!.shared),
    }));
}

export interface SimilarAnswer {
  /** What the name stands for; without exactly one paper there is nothing similar. */
  readonly paper: Found;
  readonly similar: readonly SimilarPaper[];
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
    return { paper, similar: paper.kind === "one" ? similarTo(index, paper.node, limit) : [] };
  },
};
