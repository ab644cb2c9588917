/**
 * Look-ups over a graph document that every query needs. Built once per document.
 */
import type {
  GraphDocument,
  MentionEdge,
  PaperNode,
  RelationEdge,
  SimilarEdge,
  TermNode,
} from "../contract/graph-document.ts";

export interface GraphIndex {
  readonly document: GraphDocument;
  readonly papers: ReadonlyMap<string, PaperNode>;
  readonly terms: ReadonlyMap<string, TermNode>;
  /** By node id of the paper, or of the term; in document order. */
  readonly mentionsOf: ReadonlyMap<string, readonly MentionEdge[]>;
  readonly relationsOf: ReadonlyMap<string, readonly RelationEdge[]>;
  readonly similarOf: ReadonlyMap<string, readonly SimilarEdge[]>;
  /**
   * By node id: the node's number, as answers speak of nodes. 0 … P−1 are the papers, P … P+T−1 the terms, both in
   * document order: the numbers of the viewer's columns.
   */
  readonly numberOf: ReadonlyMap<string, number>;
}

export function indexGraph(document: GraphDocument): GraphIndex {
  return {
    document,
    papers: new Map(document.papers.map((paper) => [paper.node, paper])),
    terms: new Map(document.terms.map((term) => [term.node, term])),
    mentionsOf: byEnds(document.mentions, (edge) => [edge.paper, edge.term]),
    relationsOf: byEnds(document.relations, (edge) => [edge.source, edge.target]),
    similarOf: byEnds(document.similar, (edge) => [edge.source, edge.target]),
    numberOf: new Map([...document.papers, ...document.terms].map(({ node }, number) => [node, number])),
  };
}

/** Undefined where there is none. */
export function nodeAt({ document }: GraphIndex, number: number): PaperNode | TermNode | undefined {
  return document.papers[number] ?? document.terms[number - document.papers.length];
}

/** Numbers of nodes of the document, in step with them. */
export function numbersOf(index: GraphIndex, nodes: readonly { readonly node: string }[]): number[] {
  return nodes.flatMap(({ node }) => index.numberOf.get(node) ?? []);
}

function byEnds<E>(edges: readonly E[], ends: (edge: E) => readonly [string, string]): Map<string, E[]> {
  const lists = new Map<string, E[]>();
  for (const edge of edges) {
    for (const node of ends(edge)) {
      const list = lists.get(node);
      if (list === undefined) lists.set(node, [edge]);
      else list.push(edge);
    }
  }
  return lists;
}

/** The end of an edge that is not `node`. */
export function otherEnd(edge: { readonly source: string; readonly target: string }, node: string): string {
  return edge.source === node ? edge.target : edge.source;
}
