/**
 * Papers and terms in one weighted graph: the graph whose communities the map shows.
 */
import { agreementGraph } from "./consensus.ts";
import { type Corpus, minFeaturePapers } from "../corpus.ts";
import type { EdgeList } from "../edge-list.ts";

/** Weight of a paper's terms, together, against the weight of all its neighbours. */
const TERM_SHARE = 0.1;

/**
 * Node `i` is micro-cluster `i` (a paper, or several: `microClusterOf`), node `clusters + t` is term `t`.
 *
 * Between micro-clusters: share of the runs that put both together, squared. To a term: salience · ln(N / df), scaled so
 * that the terms of a micro-cluster weigh a fixed share of what its neighbours weigh: terms follow the papers and tip
 * the scales where the papers are undecided.
 *
 * @param neighbors of the micro-clusters.
 * @param partitions of the micro-clusters.
 */
export function paperTermGraph(
  corpus: Corpus,
  microClusterOf: Int32Array,
  neighbors: EdgeList,
  partitions: readonly Int32Array[],
): EdgeList {
  const clusters = neighbors.nodes;
  const agreed = agreementGraph(neighbors, partitions, { power: 2, threshold: 0 });
  const degree = new Float64Array(clusters);
  for (let e = 0; e < agreed.weight.length; e++) {
    degree[agreed.source[e]!]! += agreed.weight[e]!;
    degree[agreed.target[e]!]! += agreed.weight[e]!;
  }

  // One micro-cluster after the other, neighbours (smaller node numbers) before terms: the order an edge list must have.
  const source: number[] = [];
  const target: number[] = [];
  const weight: number[] = [];
  let e = 0;
  termsOfClusters(corpus, microClusterOf, clusters).forEach((weights, cluster) => {
    for (; e < agreed.weight.length && agreed.source[e] === cluster; e++) {
      source.push(cluster);
      target.push(agreed.target[e]!);
      weight.push(agreed.weight[e]!);
    }
    const terms = [...weights].sort((a, b) => a[0] - b[0]);
    const total = terms.reduce((sum, entry) => sum + entry[1], 0);
    for (const [term, value] of terms) {
      source.push(cluster);
      target.push(clusters + term);
      weight.push((TERM_SHARE * Math.max(1, degree[cluster]!) * value) / total);
    }
  });
  return {
    nodes: clusters + corpus.terms.length,
    source: Int32Array.from(source),
    target: Int32Array.from(target),
    weight: Float64Array.from(weight),
  };
}

/** Per micro-cluster: term → salience · ln(N / df), summed over its papers. */
function termsOfClusters(corpus: Corpus, microClusterOf: Int32Array, clusters: number): Map<number, number>[] {
  const papers = corpus.papers.length;
  // Rarer terms follow their papers.
  const min = minFeaturePapers(papers);
  const weights = Array.from({ length: clusters }, () => new Map<number, number>());
  corpus.paperTerms.forEach((entries, paper) => {
    const own = weights[microClusterOf[paper]!]!;
    for (const { term, salience } of entries) {
      const frequency = corpus.terms[term]!.papers;
      const value = frequency < min ? 0 : salience * Math.log(papers / frequency);
      if (value > 0) own.set(term, (own.get(term) ?? 0) + value);
    }
  });
  return weights;
}
