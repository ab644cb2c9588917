/**
 * Settings of the graph stage.
 */
import { defaultsOf, type SettingTable, type ValuesOf } from "../lib/settings.ts";

export const GRAPH_SETTINGS = {
  // Terms on the map
  minPapers: {
    kind: "integer",
    min: 1,
    max: 1_000_000,
    unit: "papers",
    default: 2,
    meaning: "a term in at least this many papers stands on the map; 1: all do",
  },
  topTerms: {
    kind: "integer",
    min: 0,
    max: 1000,
    unit: "terms",
    default: 8,
    meaning: "of each paper so many of its most salient terms stand on it, however rare, if they are sure",
  },
  rareTerms: {
    kind: "integer",
    min: 0,
    max: 10_000_000,
    unit: "terms",
    default: 20_000,
    meaning: "beyond these, about how many rarer terms may stand on it, each paper's most salient first",
  },
  minCertainty: {
    kind: "number",
    min: 0,
    max: 1,
    default: 0.45,
    meaning: "a rarer term is sure if it is one in its paper with at least this probability",
  },
  minSalience: {
    kind: "number",
    min: 0,
    max: 1,
    default: 0.1,
    meaning: "a rarer term that is none of a paper's top terms stands on it if a paper is about it so much",
  },
  maxTerms: {
    kind: "integer",
    min: 1,
    max: 100_000_000,
    unit: "terms",
    default: 100_000,
    meaning: "at most so many stand on the map: those in most papers, then the most salient",
  },
  maxEdges: {
    kind: "integer",
    min: 0,
    max: 1_000_000_000,
    unit: "edges",
    default: 1_000_000,
    meaning:
      "so many stand in the document, the strongest of each paper and term; a mention of each term, and `is_a`, in any case",
  },

  // Communities
  seed: { kind: "integer", min: 0, max: 2 ** 31 - 1, default: 1, meaning: "seed of the community runs" },
  resolution: {
    kind: "number",
    min: 0.01,
    max: 100,
    default: 1,
    meaning: "above 1: more, smaller communities; below: fewer",
  },
  runs: {
    kind: "integer",
    min: 1,
    max: 10_000,
    unit: "runs",
    default: 72,
    meaning: "Louvain runs that vote, at the least; small corpora get more, as they cost nothing there",
  },
  areaAgreement: {
    kind: "number",
    min: 0,
    max: 1,
    default: 0.75,
    meaning:
      "two topics are one community when the coarse runs put their papers together in more than this share of the cases",
  },

  // Similarity of papers
  dimensions: {
    kind: "integer",
    min: 2,
    max: 300,
    unit: "dimensions",
    default: 48,
    meaning: "largest latent space; the ensemble also looks at smaller ones",
  },
  neighbors: {
    kind: "integer",
    min: 2,
    max: 200,
    unit: "papers",
    default: 30,
    meaning: "nearest neighbours of a paper in each similarity",
  },
  similarPerPaper: {
    kind: "integer",
    min: 0,
    max: 50,
    unit: "papers",
    default: 8,
    meaning: "most similar papers kept of each paper in the document",
  },

  // Relations of terms
  minRelationPapers: {
    kind: "integer",
    min: 1,
    max: 1_000_000,
    unit: "papers",
    default: 2,
    meaning: "fewest papers that must have both terms of a cooccurs edge",
  },
  minNpmi: {
    kind: "number",
    min: -1,
    max: 1,
    default: 0.1,
    meaning: "smallest normalised pointwise mutual information of a cooccurs edge",
  },
  relationsPerTerm: {
    kind: "integer",
    min: 1,
    max: 1_000_000,
    unit: "edges",
    default: 10,
    meaning: "strongest cooccurs edges kept of each term; an edge stays if either end keeps it",
  },

  // Layout
  layoutIterations: {
    kind: "integer",
    min: 0,
    max: 1000,
    unit: "iterations",
    default: 120,
    meaning: "ForceAtlas2 iterations of a community",
  },
} as const satisfies SettingTable;

export type GraphConfig = ValuesOf<typeof GRAPH_SETTINGS>;

export const DEFAULT_GRAPH_CONFIG: GraphConfig = defaultsOf(GRAPH_SETTINGS);
