/**
 * Which candidates of a shard were chosen, kept as numbers until the third phase asks for them.
 */
import { GrowingColumn } from "../../tables/column.ts";
import type { ShardPaper } from "../tag/shard-paper.ts";
import type { Candidate, Chosen } from "../types.ts";

/** Papers are written in their order, then read in any. */
export class ChosenRows {
  /** Per paper: row behind its last mention. */
  readonly #ends = new GrowingColumn("u32");
  /** Per mention: number of its candidate among those of the paper, and the probability of its string. */
  readonly #candidate = new GrowingColumn("u32");
  readonly #probability = new GrowingColumn("f64");
  /** Per paper, candidates that the tagger did not see, numbered behind its own. */
  readonly #added = new Map<number, readonly Candidate[]>();

  /** @param chosen among `candidates`, which are the paper's own and then those `added` */
  push(candidates: readonly Candidate[], chosen: readonly Chosen[], added: readonly Candidate[]): void {
    if (added.length > 0) this.#added.set(this.#ends.length, added);
    const numbers = new Map(candidates.map((candidate, n) => [candidate, n]));
    for (const { candidate, probability } of chosen) {
      this.#candidate.push(numbers.get(candidate)!);
      this.#probability.push(probability);
    }
    this.#ends.push(this.#candidate.length);
  }

  /** Number of the paper's first mention among those of the shard. */
  first(i: number): number {
    return i === 0 ? 0 : this.#ends.at(i - 1);
  }

  /** The mentions of paper `i`, in text order. */
  at(i: number, paper: ShardPaper): Chosen[] {
    const added = this.#added.get(i) ?? [];
    const chosen: Chosen[] = [];
    for (let row = this.first(i); row < this.#ends.at(i); row++) {
      const number = this.#candidate.at(row);
      const candidate = paper.candidate(number) ?? added[number - paper.candidateCount]!;
      chosen.push({ candidate, probability: this.#probability.at(row) });
    }
    return chosen;
  }
}
