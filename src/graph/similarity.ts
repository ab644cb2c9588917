/**
 * Similarity of papers, smoothed over the whole corpus: features → latent space → nearest neighbours.
 *
 * No one size of the latent space is right: few dimensions show the broad fields, many show the fine ones.
 * So the same papers are looked at through several, and the communities are what the views agree on.
 */
import type { GraphConfig } from "./config.ts";
import type { Corpus } from "./corpus.ts";
import { featureMatrix } from "./features.ts";
import { latentSpace } from "./latent-space.ts";
import type { Neighbors } from "./nearest-neighbors.ts";
import type { SparseMatrix } from "./sparse.ts";
import { nearestNeighbors } from "./nearest-neighbors.ts";

export interface Similarity {
  /** Papers × words and terms, rows of length 1. */
  readonly features: SparseMatrix;
  /** Neighbours in each view, fewest dimensions first. */
  readonly views: readonly Neighbors[];
  /** The middle view. */
  readonly middle: Neighbors;
}

/** Sizes of the views as shares of the largest. */
const VIEW_SHARES = [0.31, 0.41, 0.5, 0.63, 0.78, 1] as const;
/** Papers from which the full number of dimensions and neighbours pays; a smaller corpus has fewer fields to show. */
const FULL_SIZE = 800;
/** Fewer neighbours leave a small corpus in crumbs. */
const LEAST_NEIGHBORS = 10;

export function paperSimilarity(corpus: Corpus, config: GraphConfig): Similarity {
  const papers = corpus.papers.length;
  const scale = Math.min(1, Math.sqrt(papers / FULL_SIZE));
  const dimensions = Math.max(2, Math.round(config.dimensions * scale));
  const k = Math.max(0, Math.min(papers - 1, Math.max(LEAST_NEIGHBORS, Math.round(config.neighbors * scale))));
  const features = featureMatrix(corpus);
  const space = latentSpace(features, dimensions);
  const views = nearestNeighbors(
    space,
    VIEW_SHARES.map((share) => Math.max(2, Math.round(dimensions * share))),
    k,
  );
  return { features, views, middle: views[Math.floor(views.length / 2)]! };
}
