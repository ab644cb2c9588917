/**
 * Similarity of papers, smoothed over the whole corpus: features → latent space → nearest neighbours.
 */
import type { GraphConfig } from "./config.ts";
import type { Corpus } from "./corpus.ts";
import { featureMatrix } from "./features.ts";
import { latentSpace, unitRows } from "./latent-space.ts";
import type { Neighbors } from "./nearest-neighbors.ts";
import { nearestNeighbors } from "./nearest-neighbors.ts";
import type { DenseMatrix } from "./sparse.ts";

export interface Similarity {
  /** Papers × dimensions, rows of length 1 (0 for a paper without features). */
  readonly space: DenseMatrix;
  readonly neighbors: Neighbors;
}

export function paperSimilarity(corpus: Corpus, config: GraphConfig): Similarity {
  const matrix = featureMatrix(corpus, { title: 1, bigrams: 1, terms: 1 });
  const space = unitRows(latentSpace(matrix, config.dimensions));
  return { space, neighbors: nearestNeighbors(space, Math.min(config.neighbors, Math.max(0, space.rows - 1))) };
}
