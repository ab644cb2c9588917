/**
 * Learns the linear part of the relation model: a softmax over both readings of a pair and all kinds, with one set of
 * weights for both readings. AdaGrad (Duchi et al. 2011) with weight decay, averaged over the later epochs.
 */
import { PaperReading } from "../../extract/relate/paper-reading.ts";
import { READINGS, outputOf, turned } from "../../extract/relate/relation-outputs.ts";
import type { RelatePaper } from "../../extract/relate/relate-types.ts";
import { seededRandom, shuffle } from "../../lib/random.ts";
import { FeatureIds } from "./feature-ids.ts";
import type { LabelledRelation } from "./train-relate-gold.ts";

/** Pairs of terms; `features` of pair `p` are `features[offset[p] …]`: number times two, plus one where it is turned. */
export interface Pairs {
  readonly paper: number[];
  readonly x: number[];
  readonly y: number[];
  /** 0: not related, else 1 + the reading. */
  readonly label: number[];
  readonly offset: number[];
  readonly features: number[];
}

export function newPairs(): Pairs {
  return { paper: [], x: [], y: [], label: [], offset: [0], features: [] };
}

/** Adds the pairs of a paper. @param paper number of the paper, to tell folds by */
export function addPairs(
  pairs: Pairs,
  ids: FeatureIds,
  paper: number,
  text: RelatePaper,
  relations: readonly LabelledRelation[],
): void {
  const lists = new Map<number, number[]>();
  const n = text.terms.length;
  new PaperReading(text).read((x, y, isTurned, features) => {
    const key = x * n + y;
    let list = lists.get(key);
    if (!list) lists.set(key, (list = []));
    for (let k = 0; k < features.length; k++) list.push(2 * ids.numberOf(features.at(k)) + (isTurned ? 1 : 0));
  });
  const labels = new Map<number, number>();
  for (const { kind, head, tail } of relations) {
    if (head < 0 || tail < 0) continue;
    const [x, y] = head < tail ? [head, tail] : [tail, head];
    labels.set(x * n + y, 1 + outputOf(kind, head > tail));
  }
  for (const [key, list] of [...lists].sort((a, b) => a[0] - b[0])) {
    pairs.paper.push(paper);
    pairs.x.push(Math.floor(key / n));
    pairs.y.push(key % n);
    pairs.label.push(labels.get(key) ?? 0);
    for (const feature of list) pairs.features.push(feature);
    pairs.offset.push(pairs.features.length);
  }
}

/** The same pairs without features that stand in fewer places. */
export function frequentOnly(pairs: Pairs, features: number, cutoff: number): Pairs {
  const counts = new Uint32Array(features);
  for (const feature of pairs.features) counts[feature >> 1]!++;
  const offset = [0];
  const kept: number[] = [];
  pairs.paper.forEach((_, p) => {
    for (let k = pairs.offset[p]!; k < pairs.offset[p + 1]!; k++)
      if (counts[pairs.features[k]! >> 1]! >= cutoff) kept.push(pairs.features[k]!);
    offset.push(kept.length);
  });
  return { ...pairs, features: kept, offset };
}

export interface PairOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  readonly seed: number;
  /** Of pairs that are not related, the share that is learned from in an epoch. */
  readonly negatives: number;
}

/** @returns `READINGS` weights a feature */
export function trainPairs(
  pairs: Pairs,
  features: number,
  isLearned: (paper: number) => boolean,
  { epochs, rate, decay, seed, negatives }: PairOptions,
): Float32Array {
  const weights = new Float32Array(features * READINGS);
  const squares = new Float32Array(features * READINGS).fill(1);
  const mean = new Float32Array(features * READINGS);
  const random = seededRandom(seed);
  const all = pairs.paper.flatMap((paper, p) => (isLearned(paper) ? [p] : []));
  const scores = new Float64Array(READINGS + 1);
  const averaged = Math.ceil(epochs / 2);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = shuffle(
      all.filter((p) => pairs.label[p]! > 0 || random() < negatives),
      random,
    );
    for (const p of order) {
      pairScores(pairs, p, weights, scores);
      const weight = pairs.label[p] === 0 ? 1 / negatives : 1;
      softmaxOf(scores);
      for (let k = pairs.offset[p]!; k < pairs.offset[p + 1]!; k++) {
        const feature = pairs.features[k]!;
        const at = (feature >> 1) * READINGS;
        for (let r = 0; r < READINGS; r++) {
          const target = pairs.label[p] === r + 1 ? 1 : 0;
          const g = weight * (scores[r + 1]! - target);
          if (g < 0.002 && g > -0.002) continue;
          const w = at + ((feature & 1) === 1 ? turned(r) : r);
          if (w < at) continue;
          squares[w]! += g * g;
          weights[w]! -= (rate * (g + decay * weights[w]!)) / Math.sqrt(squares[w]!);
        }
      }
    }
    if (epoch >= epochs - averaged) for (let i = 0; i < mean.length; i++) mean[i]! += weights[i]! / averaged;
  }
  return mean;
}

/** Scores of "not related" (always 0) and all readings of a pair. */
export function pairScores(pairs: Pairs, p: number, weights: Float32Array, scores: Float64Array): void {
  scores.fill(0);
  for (let k = pairs.offset[p]!; k < pairs.offset[p + 1]!; k++) {
    const feature = pairs.features[k]!;
    const at = (feature >> 1) * READINGS;
    for (let r = 0; r < READINGS; r++) {
      const output = (feature & 1) === 1 ? turned(r) : r;
      scores[r + 1]! += weights[at + output]!;
    }
  }
}

export function softmaxOf(scores: Float64Array): void {
  let max = -Infinity;
  for (const score of scores) max = Math.max(max, score);
  let sum = 0;
  for (let r = 0; r < scores.length; r++) sum += scores[r] = Math.exp(scores[r]! - max);
  for (let r = 0; r < scores.length; r++) scores[r]! /= sum;
}
