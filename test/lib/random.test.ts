import { describe, expect, it } from "vitest";
import { edgeList } from "../../src/graph/edge-list.ts";
import { louvainOn } from "../../src/graph/communities/louvain.ts";
import { partRandom, shuffle } from "../../src/lib/random.ts";

const SEEDS = Array.from({ length: 500 }, (_, seed) => seed + 1);

describe("seeded randomness", () => {
  it("gives the same sequence for the same seed and part", () => {
    const [a, b] = [partRandom(42, 7), partRandom(42, 7)];
    for (let i = 0; i < 50; i++) expect(a()).toBe(b());
  });

  it.each([
    ["parts of one seed", (n: number) => partRandom(1, n)],
    ["one part of many seeds", (n: number) => partRandom(n, 0)],
  ])("starts apart: first numbers are uniform and do not follow the number (%s)", (_, randomOf) => {
    for (const nth of [0, 1, 2]) {
      const numbers = SEEDS.map((seed) => {
        const random = randomOf(seed);
        for (let i = 0; i < nth; i++) random();
        return random();
      });
      const bins = new Int32Array(10);
      for (const value of numbers) bins[Math.floor(10 * value)]!++;
      // 50 expected in each; five standard deviations.
      for (const count of bins) expect(Math.abs(count - 50)).toBeLessThan(34);
      expect(Math.abs(correlation(numbers.slice(0, -1), numbers.slice(1)))).toBeLessThan(0.2);
      expect(Math.abs(correlation(SEEDS, numbers))).toBeLessThan(0.2);
    }
  });

  it("shuffles every order", () => {
    const orders = new Set(SEEDS.map((seed) => shuffle([1, 2, 3, 4], partRandom(seed, 3)).join("")));
    expect(orders.size).toBe(24);
  });

  it("lets Louvain start where the seed says: runs on a ring, which has no communities of its own, differ", () => {
    const ring = edgeList(
      40,
      Array.from({ length: 40 }, (_, i) => [Math.min(i, (i + 1) % 40), Math.max(i, (i + 1) % 40), 1] as const),
    );
    const louvain = louvainOn(ring);
    const partitions = SEEDS.slice(0, 20).map((seed) => louvain(partRandom(seed, 3), { resolution: 1 }));
    const together = new Set(
      partitions.map((of) => Array.from(of, (c, i) => (c === of[(i + 1) % 40] ? 1 : 0)).join("")),
    );
    expect(together.size).toBeGreaterThan(5);
  });
});

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [ma, mb] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((value, i) => {
    ab += (value - ma) * (b[i]! - mb);
    aa += (value - ma) ** 2;
    bb += (b[i]! - mb) ** 2;
  });
  return ab / Math.sqrt(aa * bb);
}
