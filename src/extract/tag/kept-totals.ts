/**
 * Weight totals of small groups of features, kept by a key so that they are looked up once: a row of whole numbers per
 * key, worked out when first asked for.
 */
import { HashList, type HashSink } from "../model/feature-hash.ts";
import { type WeightTable } from "./weight-table.ts";

/** @template Subject what the features of a group are read from; the key says all of it that they look at */
export class KeptTotals<Subject> {
  readonly #weights: WeightTable;
  readonly #writeFeatures: (subject: Subject, out: HashSink) => void;
  readonly #rows: Int16Array;
  readonly #known: Uint8Array;
  readonly #features = new HashList();
  readonly #sums: Int32Array;

  /** @param keys keys are 0 … keys−1 */
  constructor(weights: WeightTable, keys: number, writeFeatures: (subject: Subject, out: HashSink) => void) {
    this.#weights = weights;
    this.#writeFeatures = writeFeatures;
    this.#rows = new Int16Array(keys * weights.classes);
    this.#known = new Uint8Array(keys);
    this.#sums = new Int32Array(weights.classes);
  }

  /** Adds the group's totals for the subject, which is the one of the key, to `totals[at …]`. */
  addTo(totals: Int32Array, at: number, key: number, subject: Subject): void {
    if (this.#known[key] === 0) this.#learn(key, subject);
    const { classes } = this.#weights;
    const row = key * classes;
    for (let y = 0; y < classes; y++) totals[at + y]! += this.#rows[row + y]!;
  }

  #learn(key: number, subject: Subject): void {
    this.#features.length = 0;
    this.#writeFeatures(subject, this.#features);
    this.#weights.totals(this.#features, this.#sums);
    this.#rows.set(this.#sums, key * this.#weights.classes);
    this.#known[key] = 1;
  }
}
