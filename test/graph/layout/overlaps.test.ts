import { describe, expect, it } from "vitest";
import { type Circles, GOLDEN_ANGLE } from "../../../src/graph/layout/circles.ts";
import { closePairs } from "../../../src/graph/layout/close-pairs.ts";
import { countOverlaps, relax } from "../../../src/graph/layout/overlaps.ts";
import { seededRandom } from "../../../src/lib/random.ts";

function crowd(count: number, extent: number, seed: number): Circles {
  const random = seededRandom(seed);
  const column = (value: () => number) => Float64Array.from({ length: count }, value);
  return {
    x: column(() => Math.round(random() * extent)),
    y: column(() => Math.round(random() * extent)),
    radius: column(() => 2 + 12 * random() ** 6),
  };
}

const copy = ({ x, y, radius }: Circles): Circles => ({ x: x.slice(), y: y.slice(), radius });

/** One round over all pairs from left to right, the plain way. */
function pushAllPairs({ x, y, radius }: Circles): void {
  const order = Array.from(x.keys()).sort((a, b) => x[a]! - x[b]! || a - b);
  const shiftX = new Float64Array(x.length);
  const shiftY = new Float64Array(x.length);
  order.forEach((first, at) => {
    for (const second of order.slice(at + 1)) {
      const [i, j] = [Math.min(first, second), Math.max(first, second)];
      const distance = Math.sqrt((x[j]! - x[i]!) ** 2 + (y[j]! - y[i]!) ** 2);
      const missing = radius[i]! + radius[j]! + 0.5 - distance;
      if (missing <= 1e-9) continue;
      const share = radius[j]! / (radius[i]! + radius[j]!);
      const angle = (i * 31 + j) * GOLDEN_ANGLE;
      const alongX = missing * 0.55 * (distance <= 1e-9 ? Math.cos(angle) : (x[j]! - x[i]!) / distance);
      const alongY = missing * 0.55 * (distance <= 1e-9 ? Math.sin(angle) : (y[j]! - y[i]!) / distance);
      shiftX[i]! -= alongX * share;
      shiftY[i]! -= alongY * share;
      shiftX[j]! += alongX * (1 - share);
      shiftY[j]! += alongY * (1 - share);
    }
  });
  for (let i = 0; i < x.length; i++) {
    x[i]! += shiftX[i]!;
    y[i]! += shiftY[i]!;
  }
}

describe("pushing circles apart", () => {
  // Whole-numbered places: some circles share a spot, many an x.
  const table = [
    { count: 1, extent: 10, rounds: 3 },
    { count: 40, extent: 30, rounds: 20 },
    { count: 300, extent: 200, rounds: 30 },
    { count: 300, extent: 4000, rounds: 5 },
  ];
  it.each(table)("looks at all pairs that matter, in one order: $count on $extent", ({ count, extent, rounds }) => {
    const circles = crowd(count, extent, count + extent);
    const plain = copy(circles);
    relax(circles, rounds);
    for (let round = 0; round < rounds; round++) pushAllPairs(plain);
    expect(circles).toEqual(plain);
  });

  it("finds the close pairs that a comparison of all finds", () => {
    for (const [count, extent] of [
      [0, 1],
      [2, 0],
      [200, 100],
      [200, 5000],
    ] as const) {
      const circles = crowd(count, extent, 7);
      const { x, y, radius } = circles;
      const isClose = (i: number, j: number, slack: number) =>
        i !== j && (x[i]! - x[j]!) ** 2 + (y[i]! - y[j]!) ** 2 < (radius[i]! + slack + radius[j]!) ** 2;
      const { offsets, neighbors } = closePairs(circles, 3);
      const all = Array.from(x.keys());
      for (const i of all)
        expect([...neighbors.subarray(offsets[i], offsets[i + 1])].sort((a, b) => a - b)).toEqual(
          all.filter((j) => isClose(i, j, 3)),
        );
      expect(countOverlaps(circles)).toBe(all.flatMap((i) => all.filter((j) => i < j && isClose(i, j, 0))).length);
    }
  });
});
