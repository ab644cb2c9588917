/**
 * The tagged papers of a corpus, shard by shard; a paper is made of its rows when it is asked for.
 */
import type { Paper } from "../../domain/paper.ts";
import { ShardPaper, shardLength, type TaggedShard } from "./tagged-shard.ts";
import type { TaggedPaper } from "../types.ts";

/** What the corpus-wide steps read: as many as there are papers, in their order. A plain array is one, too. */
export interface TaggedPapers {
  readonly length: number;
  at(i: number): TaggedPaper | undefined;
  [Symbol.iterator](): Iterator<TaggedPaper>;
}

/** Shards of papers that follow each other. */
export class ShardedPapers implements TaggedPapers {
  readonly length: number;
  readonly #shards: readonly TaggedShard[];
  readonly #papers: readonly Pick<Paper, "title" | "abstract">[];
  /** Number of the first paper of each shard. */
  readonly #first: readonly number[];

  /** @param papers all papers of all shards, in the same order */
  constructor(shards: readonly TaggedShard[], papers: readonly Pick<Paper, "title" | "abstract">[]) {
    this.#shards = shards;
    this.#papers = papers;
    let length = 0;
    this.#first = shards.map((shard) => {
      const first = length;
      length += shardLength(shard);
      return first;
    });
    this.length = length;
    if (length !== papers.length) throw new Error(`${length} papers are tagged, not ${papers.length}`);
  }

  at(i: number): TaggedPaper | undefined {
    const paper = this.#papers[i];
    if (paper === undefined) return undefined;
    const s = this.#shardOf(i);
    return new ShardPaper(this.#shards[s]!, i - this.#first[s]!, paper);
  }

  *[Symbol.iterator](): Generator<TaggedPaper> {
    for (let i = 0; i < this.length; i++) yield this.at(i)!;
  }

  #shardOf(i: number): number {
    let low = 0;
    let high = this.#first.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#first[middle]! <= i) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
