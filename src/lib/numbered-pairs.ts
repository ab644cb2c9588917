/**
 * A dictionary of pairs of integers.
 */
import { scatterBits } from "./hash.ts";

/**
 * Numbers for pairs of integers, in the order in which they first come: a hash table with open addressing, as millions
 * of pairs of words as strings in a `Map` would take most of the memory of a large corpus.
 */
export class NumberedPairs {
  #count = 0;
  #firsts = new Int32Array(1024);
  #seconds = new Int32Array(1024);
  /** Number + 1 of the pair in each slot; 0: free. At least twice as long as the pairs. */
  #slots = new Int32Array(4096);

  get size(): number {
    return this.#count;
  }

  /** First member of the pair with a number. */
  first(number: number): number {
    return this.#firsts[number]!;
  }

  /** Second member of it. */
  second(number: number): number {
    return this.#seconds[number]!;
  }

  /** The number of the pair; the next free one if it is new. */
  numberOf(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(first, second) & mask;
    for (let held = this.#slots[slot]!; held > 0; held = this.#slots[slot]!) {
      if (this.#firsts[held - 1] === first && this.#seconds[held - 1] === second) return held - 1;
      slot = (slot + 1) & mask;
    }
    if (this.#count === this.#firsts.length) {
      this.#grow();
      return this.numberOf(first, second);
    }
    this.#firsts[this.#count] = first;
    this.#seconds[this.#count] = second;
    this.#slots[slot] = ++this.#count;
    return this.#count - 1;
  }

  /** The number of the pair, -1 if it has none. */
  find(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(first, second) & mask;
    for (let held = this.#slots[slot]!; held > 0; held = this.#slots[slot]!) {
      if (this.#firsts[held - 1] === first && this.#seconds[held - 1] === second) return held - 1;
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  #grow(): void {
    const twice = (old: Int32Array<ArrayBuffer>) => {
      const grown = new Int32Array(2 * old.length);
      grown.set(old);
      return grown;
    };
    this.#firsts = twice(this.#firsts);
    this.#seconds = twice(this.#seconds);
    this.#slots = new Int32Array(2 * this.#slots.length);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.#count; number++) {
      let slot = hash(this.#firsts[number]!, this.#seconds[number]!) & mask;
      while (this.#slots[slot]! > 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number + 1;
    }
  }
}

/** Mixes two 32-bit integers. */
function hash(a: number, b: number): number {
  return scatterBits(Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 0;
}
