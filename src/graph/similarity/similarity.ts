/**
 * Similarity of papers, smoothed over the whole corpus: features → latent space → nearest neighbours.
 *
 * No one size of the latent space is right: few dimensions show the broad fields, many show the fine ones.
 * So the same papers are looked at through several, and the communities are what the views agree on.
 *
 * In a large corpus the views show micro-clusters of a dozen near papers each: what is found on them costs no more
 * than in a corpus of that many papers.
 */
import { cellCentroids, voronoiCells } from "./voronoi-cells.ts";
import type { GraphConfig } from "../config.ts";
import type { Corpus } from "../corpus.ts";
import { featureMatrix } from "./features.ts";
import { latentSpace } from "./latent-space.ts";
import type { Neighbors } from "./nearest-neighbors.ts";
import type { SparseMatrix } from "./sparse.ts";
import { nearestNeighbors } from "./nearest-neighbors.ts";

export interface Similarity {
  /** Papers × words and terms, rows of length 1. */
  readonly features: SparseMatrix;
  /** Per paper: its micro-cluster, which is the paper itself in all but large corpora. */
  readonly microClusterOf: Int32Array;
  /** Neighbours of the micro-clusters in each view, fewest dimensions first. */
  readonly views: readonly Neighbors[];
  /** The middle view of the micro-clusters. */
  readonly middleOfMicroClusters: Neighbors;
  /** Neighbours of the papers in the middle view; the same object where papers stand for themselves. */
  readonly middle: Neighbors;
}

/** Sizes of the views as shares of the largest. */
const VIEW_SHARES = [0.31, 0.41, 0.5, 0.63, 0.78, 1] as const;
const MIDDLE = Math.floor(VIEW_SHARES.length / 2);
/** Papers from which all dimensions, and all neighbours, pay; a smaller corpus has fewer fields to show. */
const FULL_DIMENSIONS = 1800;
const FULL_NEIGHBORS = 800;
/** Fewer neighbours leave a small corpus in crumbs. */
const MIN_NEIGHBORS = 10;
/** Papers up to which each stands for itself. */
const MAX_SINGLE_PAPERS = 8000;
/** Micro-clusters, about, of a larger corpus. */
const MICRO_CLUSTERS = 4000;

/** @param corpus with all its terms, also those that will not stand on the map. */
export function paperSimilarity(corpus: Corpus, config: GraphConfig): Similarity {
  const papers = corpus.papers.length;
  const scaled = (value: number, full: number) => Math.round(value * Math.min(1, Math.sqrt(papers / full)));
  const dimensions = Math.max(2, scaled(config.dimensions, FULL_DIMENSIONS));
  const wanted = Math.max(MIN_NEIGHBORS, scaled(config.neighbors, FULL_NEIGHBORS));
  const k = Math.max(0, Math.min(papers - 1, wanted));
  const sizes = VIEW_SHARES.map((share) => Math.max(2, Math.round(dimensions * share)));
  const features = featureMatrix(corpus);
  const space = latentSpace(features, dimensions);
  if (papers <= MAX_SINGLE_PAPERS) {
    const views = nearestNeighbors(space, sizes, k);
    const middle = views[MIDDLE]!;
    return {
      features,
      microClusterOf: Int32Array.from({ length: papers }, (_, i) => i),
      views,
      middleOfMicroClusters: middle,
      middle,
    };
  }
  const cell = voronoiCells(space, papers / MICRO_CLUSTERS);
  const centres = cellCentroids(space, cell);
  // Papers without features share a micro-cluster that is near to nothing.
  const clusters = { ...centres, rows: centres.rows + 1, values: grown(centres.values, centres.columns) };
  const [middle] = nearestNeighbors(space, [sizes[MIDDLE]!], k);
  const views = nearestNeighbors(clusters, sizes, k);
  const microClusterOf = cell.map((c) => (c < 0 ? centres.rows : c));
  return { features, microClusterOf, views, middleOfMicroClusters: views[MIDDLE]!, middle: middle! };
}

function grown(values: Float64Array, by: number): Float64Array {
  const result = new Float64Array(values.length + by);
  result.set(values);
  return result;
}
