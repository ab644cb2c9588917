/**
 * A binary heap (Williams 1964): what comes first by an order, without sorting the rest.
 *
 * As `tinyqueue`, which is as short. `mnemonist` has one too, but its ES module brings all of the library into the
 * viewer's page.
 */
import type { Compare } from "./order.ts";

export class Heap<T> {
  private readonly items: T[] = [];
  private readonly compare: Compare<T>;

  /** @param compare a total order, so that what comes out does not depend on the heap. */
  constructor(compare: Compare<T>) {
    this.compare = compare;
  }

  push(item: T): void {
    let at = this.items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.compare(item, this.items[parent]!) >= 0) break;
      this.items[at] = this.items[parent]!;
      at = parent;
    }
    this.items[at] = item;
  }

  /** Takes out the first; undefined when none is left. */
  pop(): T | undefined {
    const first = this.items[0];
    const item = this.items.pop();
    if (item === undefined || this.items.length === 0) return first;
    const inner = this.items.length >> 1;
    let at = 0;
    while (at < inner) {
      let child = 2 * at + 1;
      if (child + 1 < this.items.length && this.compare(this.items[child + 1]!, this.items[child]!) < 0) child++;
      if (this.compare(this.items[child]!, item) >= 0) break;
      this.items[at] = this.items[child]!;
      at = child;
    }
    this.items[at] = item;
    return first;
  }
}
