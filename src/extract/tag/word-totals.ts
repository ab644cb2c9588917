/**
 * What each distinct word adds to the label totals of the tokens around it, summed once per word.
 */
import { HashList, mix32 } from "../model/feature-hash.ts";
import { wordAloneFeatures } from "./context-features.ts";
import { LABELS } from "./labels.ts";
import { type WeightTable } from "./weight-table.ts";
import { type WordFacts } from "./words.ts";

/** Words this far away still give features; beyond one place only the far ones. */
export const WINDOW = 3;
/** Totals per word: one per label for each place in the window. */
const ROW = (2 * WINDOW + 1) * LABELS;

/** Feature hash of a word's own feature seen from `offset` places away. */
export function placed(feature: number, offset: number): number {
  return mix32(feature, offset + 8);
}

/** Rows by word id, worked out when first asked for. */
export class WordTotals {
  readonly #weights: WeightTable;
  readonly #features = new HashList();
  readonly #sums = new Int32Array(LABELS);
  #rows = new Int16Array(1024 * ROW);
  #known = new Uint8Array(1024);

  constructor(weights: WeightTable) {
    this.#weights = weights;
  }

  clear(): void {
    this.#known.fill(0);
  }

  /**
   * Adds what the word at `place` gives to the tokens in its window.
   * @param totals `length` rows of `LABELS`, one per token of the sentence
   * @param place in the sentence; may lie beyond it
   */
  addTo(totals: Int32Array, length: number, place: number, facts: WordFacts): void {
    const row = this.#rowOf(facts);
    const rows = this.#rows;
    const last = Math.min(WINDOW, place);
    for (let offset = Math.max(-WINDOW, place - length + 1); offset <= last; offset++) {
      const from = row + (offset + WINDOW) * LABELS;
      const token = (place - offset) * LABELS;
      for (let y = 0; y < LABELS; y++) totals[token + y]! += rows[from + y]!;
    }
  }

  /** Where the word's row starts. */
  #rowOf(facts: WordFacts): number {
    const { id } = facts;
    if (id >= this.#known.length) this.#grow(id);
    if (this.#known[id] === 0) this.#learn(facts);
    return id * ROW;
  }

  #learn(facts: WordFacts): void {
    const features = this.#features;
    this.#known[facts.id] = 1;
    for (let offset = -WINDOW; offset <= WINDOW; offset++) {
      const count = Math.abs(offset) <= 1 ? facts.features.length : facts.far;
      features.length = 0;
      for (let k = 0; k < count; k++) features.push(placed(facts.features[k]!, offset));
      if (offset === 0) wordAloneFeatures(facts, features);
      this.#weights.totals(features, this.#sums);
      this.#rows.set(this.#sums, facts.id * ROW + (offset + WINDOW) * LABELS);
    }
  }

  #grow(id: number): void {
    const places = Math.max(id + 1, this.#known.length * 2);
    const known = new Uint8Array(places);
    known.set(this.#known);
    const rows = new Int16Array(places * ROW);
    rows.set(this.#rows);
    this.#known = known;
    this.#rows = rows;
  }
}
