/**
 * What the whole corpus thinks of a variant key, counted shard by shard.
 *
 * Probabilities are summed as whole numbers and keys are known by 64-bit hashes, so that neither the order of papers nor
 * their division into shards can show, and no string leaves its shard. Two of three million keys share a hash with a
 * probability of 2·10⁻⁷.
 */
import { GrowingColumn } from "../../tables/column.ts";
import type { KeptTerm } from "./kept-terms.ts";
import { shardLength, type TaggedShard } from "../tag/tagged-shard.ts";
import { hash32 } from "../../lib/hash.ts";

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

/** Joins the counts of shards as they come, in any order: while the others are still being tagged. */
export class KeyCountJoin {
  readonly #total = new HashedCounts();
  /** Per shard and key: place in the total. */
  readonly #places: Uint32Array[] = [];

  /** To be called once a shard. */
  add(shard: number, { hashLow, hashHigh, papers, sum }: ShardKeyCounts): void {
    const places = new Uint32Array(papers.length);
    for (let k = 0; k < papers.length; k++) places[k] = this.#total.add(hashLow[k]!, hashHigh[k]!, papers[k]!, sum[k]!);
    this.#places[shard] = places;
  }

  /** In step with the shard's keys, the counts over all shards that were added. */
  countsOf(shard: number): KeyCounts {
    const { papers, sum } = this.#total;
    const places = this.#places[shard]!;
    return {
      papers: Uint32Array.from(places, (place) => papers.at(place)),
      sum: Float64Array.from(places, (place) => sum.at(place)),
    };
  }
}

/** Open addressing over growing columns: 20 bytes a key, and 8 to 16 for its slot. */
class HashedCounts {
  readonly papers = new GrowingColumn("u32");
  readonly sum = new GrowingColumn("f64");
  readonly #low = new GrowingColumn("u32");
  readonly #high = new GrowingColumn("u32");
  /** 1 + place of a key; 0 where free. At most half of them are taken. */
  #slots = new Uint32Array(1024);

  /** @returns the place of the key */
  add(low: number, high: number, papers: number, sum: number): number {
    const slot = this.#slotOf(low, high);
    const known = this.#slots[slot]! - 1;
    if (known >= 0) {
      this.papers.add(known, papers);
      this.sum.add(known, sum);
      return known;
    }
    const place = this.papers.length;
    this.#slots[slot] = place + 1;
    this.papers.push(papers);
    this.sum.push(sum);
    this.#low.push(low);
    this.#high.push(high);
    if (2 * (place + 1) > this.#slots.length) this.#grow();
    return place;
  }

  #slotOf(low: number, high: number): number {
    const mask = this.#slots.length - 1;
    let slot = (low & mask) >>> 0;
    for (;;) {
      const place = this.#slots[slot]! - 1;
      if (place < 0 || (this.#low.at(place) === low && this.#high.at(place) === high)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    this.#slots = new Uint32Array(2 * this.#slots.length);
    const mask = this.#slots.length - 1;
    for (let place = 0; place < this.#low.length; place++) {
      let slot = (this.#low.at(place) & mask) >>> 0;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = place + 1;
    }
  }
}
