/**
 * Functions that are to give Node's bits, compared with Node's own. Where a new version of Node fails here, the pipeline
 * no longer makes the same bytes as before either.
 */
import { expect, it } from "vitest";
import { atan2 } from "../../src/lib/fdlibm-atan.ts";
import { cos, exp, log, log2, sin } from "../../src/lib/fdlibm.ts";
import { power } from "../../src/lib/power.ts";
import { seededRandom } from "../../src/lib/random.ts";

const CASES = 50_000;
const random = seededRandom(7);
const around = (size: number): number => (2 * random() - 1) * size;
const positive = (): number => (random() < 0.5 ? 3 * random() : Math.exp(around(700)));
const EDGES = [0, -0, 1, -1, NaN, Infinity, -Infinity, 1e-320, 1e-9, Math.PI / 2, Math.PI, 0.5, 2, 710, -746];

it.each([
  ["exp", exp, Math.exp, () => around(random() < 0.5 ? 2 : 720)],
  ["log", log, Math.log, positive],
  ["log2", log2, Math.log2, positive],
  ["sin", sin, Math.sin, () => around(random() < 0.5 ? 4 : 500_000)],
  ["cos", cos, Math.cos, () => around(random() < 0.5 ? 4 : 500_000)],
] as const)("%s gives the bits of Node", (_, own, node, draw) => {
  const differ = [...EDGES, ...Array.from({ length: CASES }, draw)].filter((x) => !Object.is(own(x), node(x)));
  expect(differ).toEqual([]);
});

it("atan2 gives the bits of Node", () => {
  const pairs = [
    ...EDGES.flatMap((y) => EDGES.map((x) => [y, x] as const)),
    ...Array.from(
      { length: CASES },
      () => [around(random() < 0.5 ? 1 : 1e6), around(random() < 0.5 ? 1 : 1e6)] as const,
    ),
  ];
  expect(pairs.filter(([y, x]) => !Object.is(atan2(y, x), Math.atan2(y, x)))).toEqual([]);
});

it("powers are those of Math.pow but for the last digits", () => {
  for (let i = 0; i < 1000; i++) {
    const [base, exponent] = [random(), around(4)];
    expect(power(base, exponent) / base ** exponent).toBeCloseTo(1, 12);
  }
  expect([power(0, 0.5), power(0, 0)]).toEqual([0, 1]);
});
