/**
 * Which candidates of a shard were chosen, kept as numbers until the third phase asks for them.
 */
import { GrowingColumn } from "../../tables/column.ts";
import type { ShardPaper } from "../tag/shard-paper.ts";
import type { Candidate, Chosen } from "../types.ts";

/** A mention by the number of its candidate: see `ChosenRows`. */
export interface NumberedChoice {
  readonly number: number;
  readonly probability: number;
  readonly isLinked?: boolean;
}

/** Papers are written in their order, then read in any. */
export class ChosenRows {
  /** Per paper: row behind its last mention. */
  readonly #ends = new GrowingColumn("u32");
  /** Per mention: number of its candidate among those of the paper, and the probability of its string. */
  readonly #candidate = new GrowingColumn("u32");
  readonly #probability = new GrowingColumn("f64");
  readonly #isLinked = new GrowingColumn("u8");
  /** Per paper, candidates that the tagger did not see, numbered behind its own. */
  readonly #added = new Map<number, readonly Candidate[]>();

  /** @param chosen among `candidates`, which are the paper's own and then those `added` */
  push(candidates: readonly Candidate[], chosen: readonly Chosen[], added: readonly Candidate[]): void {
    const numbers = new Map(candidates.map((candidate, n) => [candidate, n]));
    this.pushNumbered(
      chosen.map(({ candidate, probability }) => ({ number: numbers.get(candidate)!, probability })),
      added,
    );
  }

  pushNumbered(chosen: readonly NumberedChoice[], added: readonly Candidate[]): void {
    if (added.length > 0) this.#added.set(this.#ends.length, added.map(placeOf));
    for (const { number, probability, isLinked } of chosen) {
      this.#candidate.push(number);
      this.#probability.push(probability);
      this.#isLinked.push(isLinked === true ? 1 : 0);
    }
    this.#ends.push(this.#candidate.length);
  }

  /** Number of the paper's first mention among those of the shard. */
  first(i: number): number {
    return i === 0 ? 0 : this.#ends.at(i - 1);
  }

  /** The candidates of paper `i` that the tagger did not see. */
  addedTo(i: number): readonly Candidate[] {
    return this.#added.get(i) ?? [];
  }

  /** The mentions of paper `i`, in text order. */
  at(i: number, paper: ShardPaper): (Chosen & NumberedChoice)[] {
    const added = this.addedTo(i);
    const chosen: (Chosen & NumberedChoice)[] = [];
    for (let row = this.first(i); row < this.#ends.at(i); row++) {
      const number = this.#candidate.at(row);
      const candidate = paper.candidate(number) ?? added[number - paper.candidateCount]!;
      const isLinked = this.#isLinked.at(row) === 1;
      chosen.push({ candidate, number, probability: this.#probability.at(row), isLinked });
    }
    return chosen;
  }
}

const NO_SCORES = new Float32Array();

/** A candidate with what `withoutScores` leaves of others. */
function placeOf({ field, start, end, text, key, sentence, sentenceNumber, words, probability }: Candidate): Candidate {
  const scores = { types: NO_SCORES, typesByForm: NO_SCORES, ends: NO_SCORES };
  return { field, start, end, text, key, sentence, sentenceNumber, words, probability, ...scores };
}
