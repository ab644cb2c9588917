/**
 * Lists whose items are made when they are asked for: columns stay columns, and no object outlives its reader.
 */

/** What is read by place or in order; an array is one. */
export interface Sequence<T> extends Iterable<T> {
  readonly length: number;
  /** Undefined where there is none. */
  at(place: number): T | undefined;
}

/** @param itemAt makes the item of a place, 0 … `length` − 1; the same place gives an equal item each time. */
export function sequenceOf<T>(length: number, itemAt: (place: number) => T): Sequence<T> {
  return new MadeSequence(length, itemAt);
}

class MadeSequence<T> implements Sequence<T> {
  readonly length: number;
  readonly #itemAt: (place: number) => T;

  constructor(length: number, itemAt: (place: number) => T) {
    this.length = length;
    this.#itemAt = itemAt;
  }

  at(place: number): T | undefined {
    return place >= 0 && place < this.length ? this.#itemAt(place) : undefined;
  }

  *[Symbol.iterator](): Generator<T> {
    for (let place = 0; place < this.length; place++) yield this.#itemAt(place);
  }

  /** As `JSON.stringify` writes an array. */
  toJSON(): T[] {
    return [...this];
  }
}
