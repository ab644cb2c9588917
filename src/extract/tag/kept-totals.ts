/**
 * Weight totals of small groups of features, kept by a key so that they are looked up once: a row of whole numbers per
 * key, worked out when first asked for.
 */
import { type HashList } from "../model/feature-hash.ts";
import { type WeightTable } from "./weight-table.ts";

export class KeptTotals {
  readonly #weights: WeightTable;
  readonly #rows: Int16Array;
  readonly #known: Uint8Array;
  readonly #features: HashList;
  readonly #sums: Int32Array;

  /** @param keys keys are 0 … keys−1 */
  constructor(weights: WeightTable, keys: number, features: HashList) {
    this.#weights = weights;
    this.#rows = new Int16Array(keys * weights.classes);
    this.#known = new Uint8Array(keys);
    this.#features = features;
    this.#sums = new Int32Array(weights.classes);
  }

  isKnown(key: number): boolean {
    return this.#known[key] === 1;
  }

  /** Works out the row of a key from the group's features, which the caller has just written to the shared list. */
  learn(key: number): void {
    this.#weights.totals(this.#features, this.#sums);
    this.#rows.set(this.#sums, key * this.#weights.classes);
    this.#known[key] = 1;
  }

  /** Adds the key's row to `totals[at …]`. */
  addTo(totals: Int32Array, at: number, key: number): void {
    const { classes } = this.#weights;
    const row = key * classes;
    for (let y = 0; y < classes; y++) totals[at + y]! += this.#rows[row + y]!;
  }
}
