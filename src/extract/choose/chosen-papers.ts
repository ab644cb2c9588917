/**
 * The mentions of a corpus, kept as numbers of candidates and made into objects paper by paper.
 */
import { GrowingColumn } from "../../tables/column.ts";
import type { TaggedPapers } from "../tag/tagged-papers.ts";
import type { Candidate, Chosen, TaggedPaper } from "../types.ts";

/** Per paper its mentions in text order. A plain array of lists is one, too. */
export interface ChosenPapers {
  readonly length: number;
  at(i: number): readonly Chosen[] | undefined;
}

/** Papers are written in their order, then read in any. */
export class ChosenTable implements ChosenPapers {
  readonly #tagged: TaggedPapers;
  /** Per paper: row behind its last mention. */
  readonly #ends = new GrowingColumn("u32");
  /** Per mention: number of its candidate among those of the paper, and the probability of its string. */
  readonly #candidate = new GrowingColumn("u16");
  readonly #probability = new GrowingColumn("f64");
  /** Candidates that the tagger did not see, behind its own: see `missingCandidates`. */
  readonly #added = new Map<number, readonly Candidate[]>();
  #columns: { ends: Uint32Array; candidate: Uint16Array; probability: Float64Array } | undefined;

  constructor(tagged: TaggedPapers) {
    this.#tagged = tagged;
  }

  get length(): number {
    return this.#ends.length;
  }

  /** @param chosen among the paper's candidates and `added` */
  push(paper: TaggedPaper, chosen: readonly Chosen[], added: readonly Candidate[] = []): void {
    if (added.length > 0) this.#added.set(this.#ends.length, added);
    const numbers = new Map([...paper.candidates, ...added].map((candidate, n) => [candidate, n]));
    for (const { candidate, probability } of chosen) {
      this.#candidate.push(numbers.get(candidate)!);
      this.#probability.push(probability);
    }
    this.#ends.push(this.#candidate.length);
    this.#columns = undefined;
  }

  at(i: number): readonly Chosen[] | undefined {
    const { ends, candidate, probability } = (this.#columns ??= {
      ends: this.#ends.done(),
      candidate: this.#candidate.done(),
      probability: this.#probability.done(),
    });
    const paper = this.#tagged.at(i);
    if (paper === undefined || i >= ends.length) return undefined;
    const own = paper.candidates;
    const added = this.#added.get(i) ?? [];
    const chosen: Chosen[] = [];
    for (let row = i === 0 ? 0 : ends[i - 1]!; row < ends[i]!; row++) {
      const number = candidate[row]!;
      chosen.push({ candidate: own[number] ?? added[number - own.length]!, probability: probability[row]! });
    }
    return chosen;
  }
}
