/**
 * 32-bit hashes that stand for words and features, so that neither table nor model carries strings.
 * With 2·10⁵ keys about five pairs collide: far below the noise of the model.
 */
import { hash32, scatterBits } from "../../lib/hash.ts";

/**
 * Hash of an ordered pair of hashes (signed or not), as a signed integer: those the engine keeps without a box, and
 * features are nothing but hashes of hashes.
 */
export function mix32(a: number, b: number): number {
  return scatterBits(Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ (b + 0x7f4a7c15 + (a << 6) + (a >>> 2)));
}

/** Hash of a phrase from its words' hashes: extends by one word with `mix32`. */
export function phraseHash(words: readonly string[]): number {
  return words.slice(1).reduce((hash, word) => mix32(hash, hash32(word)), hash32(words[0] ?? "")) >>> 0;
}

/** A reusable list of hashes. */
export class HashList {
  #hashes = new Int32Array(256);
  length = 0;

  push(hash: number): void {
    if (this.length === this.#hashes.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.#hashes);
      this.#hashes = larger;
    }
    this.#hashes[this.length++] = hash;
  }

  at(i: number): number {
    return this.#hashes[i]!;
  }
}

/** What features are written to. */
export interface HashSink {
  push(hash: number): unknown;
}

/** Open-addressing map from 32-bit hashes to their position in the list they came from. */
export class HashIndex {
  /** Key and position side by side, so that a probe costs one cache line; position -1 = free. */
  readonly #slots: Int32Array;
  readonly #mask: number;
  /** One bit per bucket of keys, small enough for the processor's cache: most questions end here with "absent". */
  readonly #filter: Uint8Array;
  readonly #filterShift: number;
  readonly size: number;

  constructor(keys: Uint32Array) {
    let size = 16;
    while (size < keys.length * 2) size *= 2;
    this.size = keys.length;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size * 2).fill(-1);
    const bits = Math.max(6, Math.ceil(Math.log2(keys.length + 1)) + 3);
    this.#filterShift = 32 - bits;
    this.#filter = new Uint8Array(2 ** (bits - 3));
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]! | 0;
      const bucket = key >>> this.#filterShift;
      this.#filter[bucket >>> 3]! |= 1 << (bucket & 7);
      let slot = key & this.#mask;
      while (this.#slots[slot * 2 + 1] !== -1) slot = (slot + 1) & this.#mask;
      this.#slots[slot * 2] = key;
      this.#slots[slot * 2 + 1] = i;
    }
  }

  /** All keys with their positions, in no particular order. */
  forEach(visit: (key: number, position: number) => void): void {
    const slots = this.#slots;
    for (let slot = 0; slot < slots.length; slot += 2)
      if (slots[slot + 1] !== -1) visit(slots[slot]!, slots[slot + 1]!);
  }

  /** Position of the key, or -1. */
  get(key: number): number {
    const bucket = key >>> this.#filterShift;
    if ((this.#filter[bucket >>> 3]! & (1 << (bucket & 7))) === 0) return -1;
    const slots = this.#slots;
    const wanted = key | 0;
    let slot = wanted & this.#mask;
    for (;;) {
      const at = slots[slot * 2 + 1]!;
      if (at === -1 || slots[slot * 2] === wanted) return at;
      slot = (slot + 1) & this.#mask;
    }
  }
}
