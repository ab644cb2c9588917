/** Numbers for feature hashes, in the order of first sight: millions of them, of which most are seen once. */
export class FeatureIds {
  /** Hash and 1 + number side by side; 0 = free. */
  #slots = new Uint32Array(1 << 20);
  #hashes = new Uint32Array(1 << 18);
  size = 0;

  /** @param hash unsigned or not */
  numberOf(hash: number): number {
    if (4 * this.size >= this.#slots.length) this.#grow();
    const slot = this.#slotOf(hash >>> 0);
    const known = this.#slots[slot + 1]!;
    if (known > 0) return known - 1;
    if (this.size === this.#hashes.length) {
      const larger = new Uint32Array(2 * this.size);
      larger.set(this.#hashes);
      this.#hashes = larger;
    }
    this.#hashes[this.size] = hash;
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = ++this.size;
    return this.size - 1;
  }

  hashOf(number: number): number {
    return this.#hashes[number]!;
  }

  #slotOf(hash: number): number {
    const slots = this.#slots;
    const mask = slots.length / 2 - 1;
    let place = hash & mask;
    while (slots[2 * place + 1] !== 0 && slots[2 * place] !== hash) place = (place + 1) & mask;
    return 2 * place;
  }

  #grow(): void {
    this.#slots = new Uint32Array(2 * this.#slots.length);
    for (let number = 0; number < this.size; number++) {
      const slot = this.#slotOf(this.#hashes[number]!);
      this.#slots[slot] = this.#hashes[number]!;
      this.#slots[slot + 1] = number + 1;
    }
  }
}
