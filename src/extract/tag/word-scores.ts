/**
 * What each distinct word adds to the label scores of the tokens around it, summed once per word.
 */
import { factsAt, type FieldView } from "./context-features.ts";
import { mix32 } from "../model/feature-hash.ts";
import { LABELS } from "./labels.ts";
import { type Sentence } from "../text/tokens.ts";
import { type WeightTable } from "./weight-table.ts";
import { type WordFacts } from "./words.ts";

/** Words this far away still give features; beyond one place only the far ones. */
export const WINDOW = 3;
/** Scores per word: one per label for each place in the window. */
const ROW = (2 * WINDOW + 1) * LABELS;

/** Feature hash of a word's own feature seen from `offset` places away. */
export function placed(feature: number, offset: number): number {
  return mix32(feature, offset + 8);
}

/** Rows by word id, worked out when first asked for. */
export class WordScores {
  readonly #weights: WeightTable;
  #rows = new Float32Array(1024 * ROW);
  #known = new Uint8Array(1024);

  constructor(weights: WeightTable) {
    this.#weights = weights;
  }

  clear(): void {
    this.#known.fill(0);
  }

  /** Adds to `scores` (a row of `LABELS` per token of the sentence) what the words in each token's window give. */
  addTo(scores: Float64Array, view: FieldView, sentence: Sentence): void {
    const length = sentence.to - sentence.from;
    for (let place = -WINDOW; place < length + WINDOW; place++) {
      const row = this.#rowOf(factsAt(view, sentence, sentence.from + place));
      const rows = this.#rows;
      for (let offset = -WINDOW; offset <= WINDOW; offset++) {
        const token = place - offset;
        if (token < 0 || token >= length) continue;
        const from = row + (offset + WINDOW) * LABELS;
        for (let y = 0; y < LABELS; y++) scores[token * LABELS + y]! += rows[from + y]!;
      }
    }
  }

  /** Where the word's row starts. */
  #rowOf(facts: WordFacts): number {
    const { id } = facts;
    if (id >= this.#known.length) this.#grow(id);
    const row = id * ROW;
    if (this.#known[id] === 0) {
      this.#known[id] = 1;
      this.#rows.fill(0, row, row + ROW);
      for (let offset = -WINDOW; offset <= WINDOW; offset++) {
        const count = Math.abs(offset) <= 1 ? facts.features.length : facts.far;
        for (let k = 0; k < count; k++)
          this.#weights.addScores(placed(facts.features[k]!, offset), this.#rows, row + (offset + WINDOW) * LABELS);
      }
    }
    return row;
  }

  #grow(id: number): void {
    const places = Math.max(id + 1, this.#known.length * 2);
    const known = new Uint8Array(places);
    known.set(this.#known);
    const rows = new Float32Array(places * ROW);
    rows.set(this.#rows);
    this.#known = known;
    this.#rows = rows;
  }
}
