import fc from "fast-check";
import { expect, test } from "vitest";
import { Heap } from "../../src/lib/heap.ts";

test("gives what was put in, in order, also while more is put in", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.array(fc.integer()), (before, after) => {
      const heap = new Heap<number>((a, b) => a - b);
      for (const item of before) heap.push(item);
      const first = heap.pop();
      expect(first).toBe(before.length > 0 ? before.reduce((a, b) => Math.min(a, b)) : undefined);
      for (const item of after) heap.push(item);
      const taken: number[] = [];
      for (let item = heap.pop(); item !== undefined; item = heap.pop()) taken.push(item);
      const left = [...before].sort((a, b) => a - b).slice(1);
      expect(taken).toEqual([...left, ...after].sort((a, b) => a - b));
      expect(heap.pop()).toBeUndefined();
    }),
  );
});
