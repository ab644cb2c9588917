/**
 * Community colours for every eye: simulated red- and green-blindness (Machado, Oliveira & Fernandes 2009, severity 1),
 * differences by CIEDE2000 (Sharma, Wu & Dalal 2005).
 */
import { describe, expect, it } from "vitest";
import { paletteColor } from "../../src/graph/names/palette.ts";
import { contrast, DARK, LIGHT, nodeColor, channelsOf, readable, type Rgb } from "../../web/lib/color.ts";

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

const SAME: Matrix = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];
const PROTAN: Matrix = [
  [0.152286, 1.052583, -0.204868],
  [0.114503, 0.786281, 0.099216],
  [-0.003882, -0.048116, 1.051998],
];
const DEUTAN: Matrix = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
];
/** Linear sRGB to XYZ, white at 1. */
const XYZ: Matrix = [
  [0.4124 / 0.95047, 0.3576 / 0.95047, 0.1805 / 0.95047],
  [0.2126, 0.7152, 0.0722],
  [0.0193 / 1.08883, 0.1192 / 1.08883, 0.9505 / 1.08883],
];

function times(matrix: Matrix, [a, b, c]: Triple): Triple {
  const row = (r: Triple) => r[0] * a + r[1] * b + r[2] * c;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

/** CIE Lab as an eye sees it. */
function seen(color: Rgb, eye: Matrix): Triple {
  const linear = color.map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;
  const inGamut = times(eye, linear).map((c) => Math.min(1, Math.max(0, c))) as unknown as Triple;
  const [x, y, z] = times(XYZ, inGamut).map((t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)) as [
    number,
    number,
    number,
  ];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function difference([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const mean7 = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7;
  const stretch = 1.5 - 0.5 * Math.sqrt(mean7 / (mean7 + 25 ** 7));
  const [c1, c2] = [Math.hypot(a1 * stretch, b1), Math.hypot(a2 * stretch, b2)];
  const hue = (a: number, b: number) => ((Math.atan2(b, a * stretch) * 180) / Math.PI + 360) % 360;
  const [h1, h2] = [hue(a1, b1), hue(a2, b2)];
  const turn = ((h2 - h1 + 540) % 360) - 180;
  const [l, c, h] = [(l1 + l2) / 2, (c1 + c2) / 2, h1 + turn / 2];
  const t =
    1 -
    0.17 * Math.cos(radians(h - 30)) +
    0.24 * Math.cos(radians(2 * h)) +
    0.32 * Math.cos(radians(3 * h + 6)) -
    0.2 * Math.cos(radians(4 * h - 63));
  const dl = (l2 - l1) / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2));
  const dc = (c2 - c1) / (1 + 0.045 * c);
  const dh = (2 * Math.sqrt(c1 * c2) * Math.sin(radians(turn / 2))) / (1 + 0.015 * c * t);
  const blue = 30 * Math.exp(-(((((h + 360) % 360) - 275) / 25) ** 2));
  const rotation = -2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * Math.sin(radians(2 * blue));
  return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 + rotation * dc * dh);
}

function closest(colors: readonly Rgb[], eye: Matrix): number {
  const labs = colors.map((color) => seen(color, eye));
  return Math.min(...labs.flatMap((a, i) => labs.slice(i + 1).map((b) => difference(a, b))));
}

it("measures differences as published", () => {
  // Pairs 1 and 17 of Sharma, Wu & Dalal's test data.
  expect(difference([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 3);
  expect(difference([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 3);
});

describe.each([
  ["by day", LIGHT],
  ["by night", DARK],
])("community colours %s", (_, scheme) => {
  const colors = Array.from({ length: 21 }, (__, i) => nodeColor(channelsOf(paletteColor(i)), scheme));

  it.each([
    ["all cones", SAME, 15, 20],
    ["no red cones", PROTAN, 8, 12],
    ["no green cones", DEUTAN, 8, 12],
  ] as const)("differ for eyes with %s", (__, eye, all, firstEight) => {
    expect(closest(colors, eye)).toBeGreaterThan(8);
    expect(closest(colors.slice(0, 14), eye)).toBeGreaterThan(all);
    expect(closest(colors.slice(0, 8), eye)).toBeGreaterThan(firstEight);
  });

  it("stand out from the paper as marks, and as text", () => {
    for (const color of colors) {
      expect(contrast(color, scheme.paper)).toBeGreaterThan(1.9);
      expect(contrast(readable(color, scheme), scheme.paper)).toBeGreaterThan(4.5);
    }
  });
});
