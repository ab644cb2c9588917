/**
 * A dictionary of words that are looked up where they stand in a text, without cutting them out of it.
 */
import { scatterBits } from "../../lib/hash.ts";

/** Words and their numbers: a hash table with open addressing over one pool of UTF-16 units. */
export class FormTable {
  #count = 0;
  /** Word `w` owns units `#ends[w]` … `#ends[w + 1] − 1`. */
  #ends = new Int32Array(1025);
  #units = new Uint16Array(8192);
  #numbers = new Int32Array(1024);
  #hashes = new Int32Array(1024);
  /** Word + 1 in each slot; 0: free. At least twice as long as the words. */
  #slots = new Int32Array(4096);

  /** The number of the word that stands from `start` to before `end`; undefined if it was never added. */
  find(text: string, start: number, end: number): number | undefined {
    const hash = hashOf(text, start, end);
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const word = this.#slots[slot]! - 1;
      if (word < 0) return undefined;
      if (this.#hashes[word] === hash && this.#equals(word, text, start, end)) return this.#numbers[word];
    }
  }

  /** Adds a word that is not there yet. @returns its number. */
  add(text: string, start: number, end: number, number: number): number {
    const word = this.#count++;
    const from = this.#ends[word]!;
    const to = from + end - start;
    while (to > this.#units.length) this.#units = twice(this.#units, new Uint16Array(2 * this.#units.length));
    if (word === this.#numbers.length) this.#grow();
    for (let at = 0; at < end - start; at++) this.#units[from + at] = text.charCodeAt(start + at);
    this.#ends[word + 1] = to;
    this.#numbers[word] = number;
    this.#hashes[word] = hashOf(text, start, end);
    this.#place(word);
    return number;
  }

  #equals(word: number, text: string, start: number, end: number): boolean {
    const from = this.#ends[word]!;
    if (this.#ends[word + 1]! - from !== end - start) return false;
    for (let at = 0; at < end - start; at++) if (this.#units[from + at] !== text.charCodeAt(start + at)) return false;
    return true;
  }

  #place(word: number): void {
    const mask = this.#slots.length - 1;
    let slot = this.#hashes[word]! & mask;
    while (this.#slots[slot]! > 0) slot = (slot + 1) & mask;
    this.#slots[slot] = word + 1;
  }

  #grow(): void {
    const size = 2 * this.#numbers.length;
    this.#ends = twice(this.#ends, new Int32Array(size + 1));
    this.#numbers = twice(this.#numbers, new Int32Array(size));
    this.#hashes = twice(this.#hashes, new Int32Array(size));
    this.#slots = new Int32Array(4 * size);
    for (let word = 0; word < this.#count - 1; word++) this.#place(word);
  }
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) hash = Math.imul(hash, 31) + text.charCodeAt(at);
  return scatterBits(hash);
}

function twice<T extends Int32Array | Uint16Array>(old: T, grown: T): T {
  grown.set(old);
  return grown;
}
