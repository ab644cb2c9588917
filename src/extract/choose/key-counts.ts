/**
 * What the whole corpus thinks of a variant key, counted shard by shard.
 *
 * Probabilities are summed as whole numbers and keys are known by 64-bit hashes, so that neither the order of papers nor
 * their division into shards can show, and no string leaves its shard. Two of three million keys share a hash with a
 * probability of 2·10⁻⁷.
 */
import { hash32 } from "../model/feature-hash.ts";
import type { KeptTerm } from "./kept-terms.ts";
import { shardLength, type TaggedShard } from "../tag/tagged-shard.ts";

/** One row per key of a shard, in the order of `TaggedShard.keys`. */
export interface KeyCounts {
  /** Papers in which the key is a candidate. */
  readonly papers: Uint32Array;
  /** Sum over these of its greatest probability in the paper, in units of `PROBABILITY_UNIT`. */
  readonly sum: Float64Array;
}

/** What the corpus tells a shard before mentions are chosen. */
export interface KeyAnswers {
  /** Over all shards, in step with the shard's keys. */
  readonly counts: KeyCounts;
  readonly kept: readonly KeptTerm[];
}

/** The counts of one shard, with the names of its keys. */
export interface ShardKeyCounts extends KeyCounts {
  readonly hashLow: Uint32Array;
  readonly hashHigh: Uint32Array;
}

/** Sums of whole numbers of it are exact for 8 million papers. */
export const PROBABILITY_UNIT = 2 ** -30;
const HIGH_SEED = 0x2545f491;

export function countKeys(shard: TaggedShard): ShardKeyCounts {
  const { keys, columns } = shard;
  const papers = new Uint32Array(keys.length);
  const sum = new Float64Array(keys.length);
  const best = new Float64Array(keys.length);
  const seen: number[] = [];
  for (let i = 0, row = 0; i < shardLength(shard); i++) {
    seen.length = 0;
    for (; row < columns.candidates[i]!; row++) {
      const key = columns.key[row]!;
      const probability = columns.probability[row]!;
      if (best[key] === 0) seen.push(key);
      if (probability > best[key]!) best[key] = probability;
    }
    for (const key of seen) {
      papers[key]!++;
      sum[key]! += Math.round(best[key]! / PROBABILITY_UNIT);
      best[key] = 0;
    }
  }
  return {
    papers,
    sum,
    hashLow: Uint32Array.from(keys, (key) => hash32(key)),
    hashHigh: Uint32Array.from(keys, (key) => hash32(key, HIGH_SEED)),
  };
}

/** Per shard, in step with its keys, the counts over all shards. */
export function joinKeyCounts(shards: readonly ShardKeyCounts[]): KeyCounts[] {
  const total = new HashedCounts(shards.reduce((rows, { papers }) => rows + papers.length, 0));
  const places = shards.map(({ hashLow, hashHigh, papers, sum }) => {
    const place = new Uint32Array(papers.length);
    for (let k = 0; k < papers.length; k++) place[k] = total.add(hashLow[k]!, hashHigh[k]!, papers[k]!, sum[k]!);
    return place;
  });
  return places.map((place) => ({
    papers: Uint32Array.from(place, (at) => total.papers[at]!),
    sum: Float64Array.from(place, (at) => total.sum[at]!),
  }));
}

/** Open addressing; 20 bytes a place, one and a half to three places a row. */
class HashedCounts {
  readonly papers: Uint32Array;
  readonly sum: Float64Array;
  readonly #low: Uint32Array;
  readonly #high: Uint32Array;
  readonly #mask: number;

  constructor(rows: number) {
    const places = 2 ** Math.ceil(Math.log2(Math.max(16, rows * 1.5)));
    this.papers = new Uint32Array(places);
    this.sum = new Float64Array(places);
    this.#low = new Uint32Array(places);
    this.#high = new Uint32Array(places);
    this.#mask = places - 1;
  }

  /** @returns the place of the key */
  add(low: number, high: number, papers: number, sum: number): number {
    let at = (low & this.#mask) >>> 0;
    while (this.papers[at] !== 0 && (this.#low[at] !== low || this.#high[at] !== high)) at = (at + 1) & this.#mask;
    this.#low[at] = low;
    this.#high[at] = high;
    this.papers[at]! += papers;
    this.sum[at]! += sum;
    return at;
  }
}
