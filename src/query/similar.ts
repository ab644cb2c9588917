import type { PaperNode, TermNode } from "../contract/graph-document.ts";
import type { GraphIndex } from "./graph-index.ts";
import { otherEnd } from "./graph-index.ts";

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
