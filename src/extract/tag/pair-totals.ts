/**
 * What two neighbouring words add to the label totals of the tokens around them, kept for the pairs met lately.
 *
 * A direct-mapped table: a pair's place is given by its word ids, a newer pair takes the place of an older one. Bounded,
 * and nothing but speed depends on what is kept.
 */
import { type Background } from "../model/background.ts";
import { HashList, type HashSink, mix32 } from "../model/feature-hash.ts";
import { behindFeatures, beforeFeatures, twoBeforeFeatures, twoBehindFeatures } from "./context-features.ts";
import { LABELS } from "./labels.ts";
import { cohesionOf } from "./token-context.ts";
import { type WeightTable } from "./weight-table.ts";
import { type WordFacts } from "./words.ts";

/** Places of the table: 2 ** this. */
const BITS = 17;
/** Of which token a pair's features speak: see `context-features.ts`. In this order in a row. */
const GROUPS: readonly ((a: WordFacts, b: WordFacts, out: HashSink) => void)[] = [
  twoBehindFeatures,
  behindFeatures,
  beforeFeatures,
  twoBeforeFeatures,
];
/** The first group speaks of the token before `a`, the next of `a`, of `b`, of the token behind `b`. */
const FIRST_TOKEN = -1;
/** Numbers of a row: one per group and label, then the cohesion. */
const ROW = 32;
const COHESION = GROUPS.length * LABELS;

export class PairTotals {
  readonly #weights: WeightTable;
  readonly #background: Background;
  /** Word ids of the pair at each place, plus one; 0 = none. */
  readonly #pairs = new Int32Array(2 << BITS);
  readonly #rows = new Int16Array(ROW << BITS);
  readonly #features = new HashList();
  readonly #sums = new Int32Array(LABELS);

  constructor(weights: WeightTable, background: Background) {
    this.#weights = weights;
    this.#background = background;
  }

  clear(): void {
    this.#pairs.fill(0);
  }

  /** Place of the pair, worked out if it is not kept. Good until the next call. */
  placeOf(a: WordFacts, b: WordFacts): number {
    const place = mix32(a.id, b.id) >>> (32 - BITS);
    if (this.#pairs[2 * place] !== a.id + 1 || this.#pairs[2 * place + 1] !== b.id + 1) this.#learn(place, a, b);
    return place;
  }

  cohesion(place: number): number {
    return this.#rows[place * ROW + COHESION]!;
  }

  /**
   * Adds what the pair gives to the tokens around it, of which there are `length` in the sentence.
   * @param totals `length` rows of `LABELS`
   * @param first token `a`'s place in the sentence; may lie beyond it
   */
  addTo(totals: Int32Array, length: number, first: number, place: number): void {
    const row = place * ROW;
    for (let group = 0; group < GROUPS.length; group++) {
      const token = first + FIRST_TOKEN + group;
      if (token < 0 || token >= length) continue;
      for (let y = 0; y < LABELS; y++) totals[token * LABELS + y]! += this.#rows[row + group * LABELS + y]!;
    }
  }

  #learn(place: number, a: WordFacts, b: WordFacts): void {
    this.#pairs[2 * place] = a.id + 1;
    this.#pairs[2 * place + 1] = b.id + 1;
    for (let group = 0; group < GROUPS.length; group++) {
      this.#features.length = 0;
      GROUPS[group]!(a, b, this.#features);
      this.#weights.totals(this.#features, this.#sums);
      this.#rows.set(this.#sums, place * ROW + group * LABELS);
    }
    this.#rows[place * ROW + COHESION] = cohesionOf(a, b, this.#background);
  }
}
