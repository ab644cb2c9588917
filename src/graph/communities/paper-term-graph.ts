/**
 * Papers and terms in one weighted graph: the graph whose communities the map shows.
 */
import { agreementGraph } from "./consensus.ts";
import type { Corpus } from "../corpus.ts";
import type { EdgeList } from "../graphology.ts";

/** Weight of a paper's terms, together, against the weight of all its neighbours. */
const TERM_SHARE = 0.1;
/** Terms in fewer papers join nothing, and in a large corpus neither do those in a few more; they follow their papers. */
const MIN_PAPERS = 2;
const PAPERS_PER_MIN_PAPER = 5000;

/**
 * Node `i` is point `i`, node `points + t` is term `t`; a point is a paper, or stands for several (`pointOf`).
 *
 * Point–point: share of the runs that put both together, squared. Point–term: salience · ln(N / df), scaled so that
 * a point's terms weigh a fixed share of what its neighbours weigh: terms follow the papers and tip the scales where
 * the papers are undecided.
 *
 * @param neighbors of the points.
 * @param partitions of the points.
 */
export function jointGraph(
  corpus: Corpus,
  pointOf: Int32Array,
  neighbors: EdgeList,
  partitions: readonly Int32Array[],
): EdgeList {
  const points = neighbors.nodes;
  const agreed = agreementGraph(neighbors, partitions, { power: 2, threshold: 0 });
  const degree = new Float64Array(points);
  for (let e = 0; e < agreed.weight.length; e++) {
    degree[agreed.source[e]!]! += agreed.weight[e]!;
    degree[agreed.target[e]!]! += agreed.weight[e]!;
  }

  // Point by point, neighbours (smaller node numbers) before terms: the order an edge list must have.
  const source: number[] = [];
  const target: number[] = [];
  const weight: number[] = [];
  let e = 0;
  termsOfPoints(corpus, pointOf, points).forEach((weights, point) => {
    for (; e < agreed.weight.length && agreed.source[e] === point; e++) {
      source.push(point);
      target.push(agreed.target[e]!);
      weight.push(agreed.weight[e]!);
    }
    const terms = [...weights].sort((a, b) => a[0] - b[0]);
    const total = terms.reduce((sum, entry) => sum + entry[1], 0);
    for (const [term, value] of terms) {
      source.push(point);
      target.push(points + term);
      weight.push((TERM_SHARE * Math.max(1, degree[point]!) * value) / total);
    }
  });
  return {
    nodes: points + corpus.terms.length,
    source: Int32Array.from(source),
    target: Int32Array.from(target),
    weight: Float64Array.from(weight),
  };
}

/** Per point: term → salience · ln(N / df), summed over its papers. */
function termsOfPoints(corpus: Corpus, pointOf: Int32Array, points: number): Map<number, number>[] {
  const papers = corpus.papers.length;
  const least = Math.max(MIN_PAPERS, Math.floor(papers / PAPERS_PER_MIN_PAPER));
  const weights = Array.from({ length: points }, () => new Map<number, number>());
  corpus.paperTerms.forEach((entries, paper) => {
    const own = weights[pointOf[paper]!]!;
    for (const { term, salience } of entries) {
      const frequency = corpus.terms[term]!.papers;
      const value = frequency < least ? 0 : salience * Math.log(papers / frequency);
      if (value > 0) own.set(term, (own.get(term) ?? 0) + value);
    }
  });
  return weights;
}
