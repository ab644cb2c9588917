/**
 * 32-bit hashes that stand for words and features, so that neither table nor model carries strings.
 * With 2·10⁵ keys about five pairs collide: far below the noise of the model.
 */

/** FNV-1a over UTF-16 units with Murmur3's finaliser. */
export function hash32(text: string, seed = 0x811c9dc5): number {
  let h = seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return finalize(h);
}

/** Hash of an ordered pair of hashes. */
export function mix32(a: number, b: number): number {
  return finalize(Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ (b + 0x7f4a7c15 + (a << 6) + (a >>> 2)));
}

function finalize(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Hash of a phrase from its words' hashes: extends by one word with `mix32`. */
export function phraseHash(words: readonly string[]): number {
  return words.slice(1).reduce((hash, word) => mix32(hash, hash32(word)), hash32(words[0] ?? ""));
}

/** Open-addressing map from 32-bit hashes to their position in the list they came from. */
export class HashIndex {
  /** Key and position side by side, so that a probe costs one cache line; position -1 = free. */
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly size: number;

  constructor(keys: Uint32Array) {
    let size = 16;
    while (size < keys.length * 2) size *= 2;
    this.size = keys.length;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size * 2).fill(-1);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]! | 0;
      let slot = key & this.#mask;
      while (this.#slots[slot * 2 + 1] !== -1) slot = (slot + 1) & this.#mask;
      this.#slots[slot * 2] = key;
      this.#slots[slot * 2 + 1] = i;
    }
  }

  /** Position of the key, or -1. */
  get(key: number): number {
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
