/**
 * Every setting of the graph stage.
 */
export interface GraphConfig {
  // Terms on the map
  /** A term in at least this many papers always stands on the map. 1: all do. */
  readonly minPapers: number;
  /** About how many rarer terms stand on it too, each paper's most salient first. 0 … */
  readonly rareTerms: number;

  // Communities
  /** Seed of the Louvain runs. Integer. */
  readonly seed: number;
  /** Factor on the resolution of every run: larger values give more, smaller communities. 0.1 … 10. */
  readonly resolution: number;
  /** Louvain runs that vote, at the least; small corpora get more, as they cost nothing there. 1 … 10000. */
  readonly runs: number;
  /**
   * Two topics are one area when the coarse runs put their papers together in more than this share of the cases. 0 … 1.
   */
  readonly areaAgreement: number;

  // Similarity of papers
  /** Largest latent space; the ensemble also looks at smaller ones. 2 … 300. */
  readonly dimensions: number;
  /** Nearest neighbours per paper. 2 … 200. */
  readonly neighbors: number;
  /** Most similar papers kept per paper in the document. 0 … 50. */
  readonly similarPerPaper: number;

  // Relations of terms
  /** Fewest papers that must have both terms of a `cooccurs` edge. 1 … */
  readonly minRelationPapers: number;
  /** Smallest npmi of a `cooccurs` edge. −1 … 1. */
  readonly minNpmi: number;
  /** Strongest `cooccurs` edges kept per term (an edge stays if either end keeps it). 1 … */
  readonly relationsPerTerm: number;

  // Layout
  /** ForceAtlas2 iterations per community. 0 … 1000. */
  readonly layoutIterations: number;
}

export const DEFAULT_GRAPH_CONFIG: GraphConfig = {
  minPapers: 2,
  rareTerms: 2500,

  seed: 1,
  resolution: 1,
  runs: 72,
  areaAgreement: 0.75,

  dimensions: 48,
  neighbors: 30,
  similarPerPaper: 8,

  minRelationPapers: 2,
  minNpmi: 0.1,
  relationsPerTerm: 10,

  layoutIterations: 120,
};
