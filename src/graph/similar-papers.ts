/**
 * Paper–paper edges of the document: the nearest few of each paper, with the terms they share.
 */
import type { SimilarEdge } from "../contract/graph-document.ts";
import { roundTo } from "../lib/order.ts";
import type { Corpus } from "./corpus.ts";
import { neighborGraph } from "./neighbor-graph.ts";
import type { Neighbors } from "./nearest-neighbors.ts";

const MAX_SHARED = 5;

export function similarPapers(corpus: Corpus, neighbors: Neighbors, perPaper: number): SimilarEdge[] {
  const edges = neighborGraph(neighbors, perPaper, 1);
  return Array.from(edges.weight, (weight, e) => {
    const source = edges.source[e]!;
    const target = edges.target[e]!;
    return {
      source: `p${source}`,
      target: `p${target}`,
      weight: roundTo(weight, 4),
      shared: sharedTerms(corpus, source, target).map((term) => `t${term}`),
    };
  });
}

/** Rare terms both papers are about weigh most: salience · salience · idf. */
function sharedTerms(corpus: Corpus, a: number, b: number): number[] {
  const salience = new Map(corpus.paperTerms[a]!.map((entry) => [entry.term, entry.salience]));
  return corpus.paperTerms[b]!.filter((entry) => salience.has(entry.term))
    .map((entry) => ({
      term: entry.term,
      weight:
        entry.salience *
        salience.get(entry.term)! *
        Math.log(1 + corpus.papers.length / corpus.terms[entry.term]!.papers),
    }))
    .sort((x, y) => y.weight - x.weight || x.term - y.term)
    .slice(0, MAX_SHARED)
    .map(({ term }) => term);
}
