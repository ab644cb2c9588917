/**
 * Papers and terms in one weighted graph: the graph whose communities the map shows.
 */
import { agreementGraph } from "./consensus.ts";
import type { Corpus } from "./corpus.ts";
import type { EdgeList } from "./graphology.ts";

/** Weight of a paper's terms, together, against the weight of all its neighbours. */
const TERM_SHARE = 0.1;
/** Terms in fewer papers join nothing; they follow their paper. */
const MIN_PAPERS = 2;

/**
 * Node `i` is paper `i`, node `papers + t` is term `t`.
 *
 * Paper–paper: share of the runs that put both together, squared. Paper–term: salience · ln(N / df), scaled so that
 * a paper's terms weigh a fixed share of what its neighbours weigh: terms follow the papers and tip the scales where
 * the papers are undecided.
 */
export function jointGraph(corpus: Corpus, neighbors: EdgeList, partitions: readonly Int32Array[]): EdgeList {
  const papers = corpus.papers.length;
  const agreed = agreementGraph(neighbors, partitions, { power: 2, threshold: 0 });
  const degree = new Float64Array(papers);
  for (let e = 0; e < agreed.weight.length; e++) {
    degree[agreed.source[e]!]! += agreed.weight[e]!;
    degree[agreed.target[e]!]! += agreed.weight[e]!;
  }

  // Paper by paper, neighbours (smaller node numbers) before terms: the order an edge list must have.
  const source: number[] = [];
  const target: number[] = [];
  const weight: number[] = [];
  let e = 0;
  corpus.paperTerms.forEach((entries, paper) => {
    for (; e < agreed.weight.length && agreed.source[e] === paper; e++) {
      source.push(paper);
      target.push(agreed.target[e]!);
      weight.push(agreed.weight[e]!);
    }
    const terms = entries
      .map(({ term, salience }) => {
        const frequency = corpus.terms[term]!.papers;
        return { term, weight: frequency < MIN_PAPERS ? 0 : salience * Math.log(papers / frequency) };
      })
      .filter((entry) => entry.weight > 0)
      .sort((a, b) => a.term - b.term);
    const total = terms.reduce((sum, entry) => sum + entry.weight, 0);
    for (const entry of terms) {
      source.push(paper);
      target.push(papers + entry.term);
      weight.push((TERM_SHARE * Math.max(1, degree[paper]!) * entry.weight) / total);
    }
  });
  return {
    nodes: papers + corpus.terms.length,
    source: Int32Array.from(source),
    target: Int32Array.from(target),
    weight: Float64Array.from(weight),
  };
}
