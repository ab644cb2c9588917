/**
 * Papers divided into shards: where one ends, its last paper's text decides, so that a paper more or less changes one or
 * two shards, and what is kept of the others can be used again.
 */
import type { Paper } from "../../domain/paper.ts";
import { hash32 } from "../../lib/hash.ts";

/** Of so many papers one ends a shard, on average; few enough that threads share even a small corpus evenly. */
const MEAN_PAPERS = 256;
/** Shorter shards cost more than they save; longer ones are cut. */
const MIN_PAPERS = 64;
const MAX_PAPERS = 512;

/** @returns the papers in their order; no shard is empty */
export function divideIntoShards(papers: readonly Paper[]): Paper[][] {
  const shards: Paper[][] = [];
  let shard: Paper[] = [];
  for (const paper of papers) {
    shard.push(paper);
    const isEnd = hash32(paper.abstract ?? paper.title) % MEAN_PAPERS === 0;
    if ((isEnd && shard.length >= MIN_PAPERS) || shard.length === MAX_PAPERS) {
      shards.push(shard);
      shard = [];
    }
  }
  if (shard.length > 0) shards.push(shard);
  return shards;
}
