/**
 * How the tool came to what it says of two terms: every edge between them, with the papers, the words and the sentences.
 */
import type { RelationEdge } from "../contract/graph-document.ts";
import { findTerms, type NodeName } from "./find.ts";
import { type GraphIndex, termAt } from "./graph-index.ts";
import { edgesIn } from "./rows.ts";

export interface ExplainedPair {
  readonly a: number;
  readonly b: number;
  /** Edges between the two, what papers state before what merely stands together; in the document's order. */
  readonly edges: readonly RelationEdge[];
  /** Papers that have both. */
  readonly papers: number;
}

/** @returns the two terms and what joins them; the name that no term fits, or that several fit equally well */
export function explainPair(
  index: GraphIndex,
  one: NodeName,
  other: NodeName,
): ExplainedPair | { readonly unclear: string; readonly fitting: readonly number[] } {
  const ends: number[] = [];
  for (const name of [one, other]) {
    const best = typeof name === "string" ? findTerms(index, name).best : [name];
    const [number, ...rest] = best;
    if (number === undefined || rest.length > 0) return { unclear: String(name), fitting: best };
    ends.push(number);
  }
  const [a, b] = [ends[0]!, ends[1]!];
  const ids = new Set([termAt(index, a)?.node, termAt(index, b)?.node]);
  const found = Array.from(index.document.relations).filter(
    ({ source, target }) => source !== target && ids.has(source) && ids.has(target),
  );
  const papersOf = (term: number) =>
    new Set(Array.from(edgesIn(index.mentions, term), (at) => index.document.mentions.at(at)!.paper));
  const ofB = papersOf(b);
  return {
    a,
    b,
    edges: [...found.filter(({ kind }) => kind !== "cooccurs"), ...found.filter(({ kind }) => kind === "cooccurs")],
    papers: [...papersOf(a)].filter((paper) => ofB.has(paper)).length,
  };
}
