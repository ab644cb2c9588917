/**
 * Papers and terms in one weighted graph: the graph whose communities the map shows.
 */
import { agreementGraph } from "./consensus.ts";
import { type Corpus, minFeaturePapers } from "../corpus.ts";
import type { EdgeList } from "../edge-list.ts";
import { membersOf } from "./partition.ts";

/** Weight of a paper's terms, together, against the weight of all its neighbours. */
const TERM_SHARE = 0.1;

/**
 * Node `i` is micro-cluster `i` (a paper, or several: `microClusterOf`), node `clusters + t` is term `t`, of those that
 * are in papers enough to tie any: terms come by their number of papers, most first.
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

  const found = agreed.weight.length + corpus.paperTerms.term.length;
  const source = new Int32Array(found);
  const target = new Int32Array(found);
  const weight = new Float64Array(found);
  let size = 0;
  const add = (from: number, to: number, value: number) => {
    source[size] = from;
    target[size] = to;
    weight[size++] = value;
  };
  // One micro-cluster after the other, neighbours (smaller node numbers) before terms: the order an edge list must have.
  let e = 0;
  forEachCluster(corpus, microClusterOf, clusters, (cluster, terms, values) => {
    for (; e < agreed.weight.length && agreed.source[e] === cluster; e++)
      add(cluster, agreed.target[e]!, agreed.weight[e]!);
    let total = 0;
    for (const term of terms) total += values[term]!;
    for (const term of terms)
      add(cluster, clusters + term, (TERM_SHARE * Math.max(1, degree[cluster]!) * values[term]!) / total);
  });
  return {
    nodes: clusters + tyingTerms(corpus),
    source: source.slice(0, size),
    target: target.slice(0, size),
    weight: weight.slice(0, size),
  };
}

/** Number of the terms that are in papers enough; rarer ones follow their papers. */
function tyingTerms({ papers, terms }: Corpus): number {
  const min = minFeaturePapers(papers.length);
  const end = terms.findIndex((term) => term.papers < min);
  return end < 0 ? terms.length : end;
}

/** Per micro-cluster: its terms, ascending, and by term salience · ln(N / df), summed over its papers. */
function forEachCluster(
  corpus: Corpus,
  microClusterOf: Int32Array,
  clusters: number,
  visit: (cluster: number, terms: Int32Array, values: Float64Array) => void,
): void {
  const papers = corpus.papers.length;
  const { offsets, term: termOf, salience } = corpus.paperTerms;
  // Rarer terms follow their papers.
  const min = minFeaturePapers(papers);
  const idf = Float64Array.from(corpus.terms, (term) => (term.papers < min ? 0 : Math.log(papers / term.papers)));
  const members = membersOf(microClusterOf);
  const values = new Float64Array(corpus.terms.length);
  const touched = new Int32Array(corpus.terms.length);
  for (let cluster = 0; cluster < clusters; cluster++) {
    let count = 0;
    for (const paper of members[cluster] ?? []) {
      for (let row = offsets[paper]!; row < offsets[paper + 1]!; row++) {
        const term = termOf[row]!;
        const value = salience[row]! * idf[term]!;
        if (value <= 0) continue;
        if (values[term] === 0) touched[count++] = term;
        values[term]! += value;
      }
    }
    const terms = touched.subarray(0, count).sort();
    visit(cluster, terms, values);
    for (const term of terms) values[term] = 0;
  }
}
