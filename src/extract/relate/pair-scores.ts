/**
 * How likely each reading of each pair is by the linear part of the model, and the place that speaks for it most.
 */
import type { HashList } from "../model/feature-hash.ts";
import { type Instance, PaperReading } from "./paper-reading.ts";
import { KINDS, READINGS, turned } from "./relation-outputs.ts";

/** Adds to `scores` (`READINGS` of them) what the features are worth. */
export type ScoreFeatures = (features: HashList, scores: Float64Array) => void;

/** What was read of one pair; lives as long as its paper is read. */
export interface ScoredPair {
  /** Places in the paper's list of terms; the text names `x` first. */
  readonly x: number;
  readonly y: number;
  /** Shares of "not related" and of every reading; they sum to 1. */
  readonly shares: Float64Array;
  /** Where it was read. */
  readonly instances: { readonly place: Instance; readonly scores: Float64Array; readonly isTurned: boolean }[];
}

/** In the order of `x`, then `y`. */
export function scorePairs(reading: PaperReading, score: ScoreFeatures): ScoredPair[] {
  const n = reading.terms.length;
  const pairs = new Map<number, ScoredPair>();
  reading.read((x, y, isTurned, features, instance) => {
    const key = x * n + y;
    let pair = pairs.get(key);
    if (!pair) pairs.set(key, (pair = { x, y, shares: new Float64Array(READINGS + 1), instances: [] }));
    const scores = new Float64Array(READINGS);
    score(features, scores);
    for (let r = 0; r < READINGS; r++) pair.shares[r + 1]! += scores[isTurned ? turned(r) : r]!;
    if (instance) pair.instances.push({ place: instance, scores, isTurned });
  });
  const scored = [...pairs.values()].sort((a, b) => a.x - b.x || a.y - b.y);
  for (const { shares } of scored) softmax(shares);
  return scored;
}

/**
 * The reading that is surest by its limit; -1 where none is sure enough.
 * @param limits per kind: the least share
 * @param trust that both terms are terms, 0…1
 */
export function bestReading(shares: ArrayLike<number>, limits: readonly number[], trust = 1): number {
  let best = -1;
  let lead = 1;
  for (let r = 0; r < READINGS; r++) {
    const own = (shares[r + 1]! * trust) / limits[r % KINDS]!;
    if (own < lead) continue;
    lead = own;
    best = r;
  }
  return best;
}

function softmax(scores: Float64Array): void {
  let max = -Infinity;
  for (const score of scores) max = Math.max(max, score);
  let sum = 0;
  for (let r = 0; r < scores.length; r++) sum += scores[r] = Math.exp(scores[r]! - max);
  for (let r = 0; r < scores.length; r++) scores[r]! /= sum;
}
