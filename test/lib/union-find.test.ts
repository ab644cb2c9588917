import fc from "fast-check";
import { expect, it } from "vitest";
import { UnionFind } from "../../src/lib/union-find.ts";

it("names each set by its smallest member, as a plain relabelling does", () => {
  const pair = fc.tuple(fc.nat({ max: 19 }), fc.nat({ max: 19 }));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 30 }), (pairs) => {
      const sets = new UnionFind(20);
      let labels = Array.from({ length: 20 }, (_, i) => i);
      for (const [a, b] of pairs) {
        sets.union(a, b);
        const [keep, drop] = [Math.min(labels[a]!, labels[b]!), Math.max(labels[a]!, labels[b]!)];
        labels = labels.map((label) => (label === drop ? keep : label));
      }
      expect(labels.map((_, i) => sets.find(i))).toEqual(labels);
    }),
    { seed: 1 },
  );
});
