/**
 * A sparse model laid out for look-up: a feature's key and weights lie side by side, so that a question costs one
 * cache line; a filter small enough for the processor's cache answers most questions about absent features before.
 */
import { type HashList } from "../model/feature-hash.ts";
import { type SparseModel } from "../model/sparse-model.ts";

/** Bytes before the weights: the key and a mark that the place is taken. */
const HEAD = 5;
/** Bits of the filter per key, as a power of two: one absent feature in nine passes it. */
const FILTER_BITS = 3;

export class WeightTable {
  readonly classes: number;
  /** A weight as summed by `totals`, times this, is a score. */
  readonly scale: number;
  /** Open addressing; every place is `2 ** #shift` bytes: key (4), taken (1), one weight per class. */
  readonly #keys: Int32Array;
  readonly #bytes: Int8Array;
  readonly #shift: number;
  readonly #mask: number;
  /** One bit per bucket of keys (Bloom 1970, with one hash: the keys are hashes already). */
  readonly #filter: Uint32Array;
  readonly #filterShift: number;

  constructor({ classes, keys, weights, scale }: SparseModel) {
    this.classes = classes;
    this.scale = scale;
    this.#shift = Math.ceil(Math.log2(HEAD + classes));
    let places = 16;
    while (places < keys.size * 2) places *= 2;
    this.#mask = places - 1;
    const buffer = new ArrayBuffer(places << this.#shift);
    this.#keys = new Int32Array(buffer);
    this.#bytes = new Int8Array(buffer);
    const bits = Math.max(5, Math.ceil(Math.log2(keys.size + 1)) + FILTER_BITS);
    this.#filterShift = 32 - bits;
    this.#filter = new Uint32Array(2 ** (bits - 5));
    keys.forEach((key, row) => {
      const bucket = key >>> this.#filterShift;
      this.#filter[bucket >>> 5]! |= 1 << (bucket & 31);
      let place = key & this.#mask;
      while (this.#bytes[(place << this.#shift) + HEAD - 1]) place = (place + 1) & this.#mask;
      const at = place << this.#shift;
      this.#keys[at >> 2] = key;
      this.#bytes[at + HEAD - 1] = 1;
      for (let y = 0; y < classes; y++) this.#bytes[at + HEAD + y] = weights[row * classes + y]!;
    });
  }

  /** Adds the scores of one feature to `scores[at …]`. */
  addScores(feature: number, scores: Float32Array, at: number): void {
    const from = this.#find(feature);
    if (from < 0) return;
    for (let y = 0; y < this.classes; y++) scores[at + y]! += this.#bytes[from + y]! * this.scale;
  }

  /**
   * Sums the weights of all features into `totals`: whole numbers, so that the order of the features
   * cannot show.
   */
  totals(features: HashList, totals: Int32Array): void {
    const { classes } = this;
    const bytes = this.#bytes;
    totals.fill(0);
    for (let k = 0; k < features.length; k++) {
      const from = this.#find(features.at(k));
      if (from < 0) continue;
      for (let y = 0; y < classes; y++) totals[y]! += bytes[from + y]!;
    }
  }

  /** Where the feature's weights start, or -1. */
  #find(feature: number): number {
    const bucket = feature >>> this.#filterShift;
    if ((this.#filter[bucket >>> 5]! & (1 << (bucket & 31))) === 0) return -1;
    const wanted = feature | 0;
    const shift = this.#shift;
    let place = wanted & this.#mask;
    for (;;) {
      const at = place << shift;
      if (this.#bytes[at + HEAD - 1] === 0) return -1;
      if (this.#keys[at >> 2] === wanted) return at + HEAD;
      place = (place + 1) & this.#mask;
    }
  }
}
