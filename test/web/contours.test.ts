import { describe, expect, it } from "vitest";
import { indexDocument } from "../../web/data/map-index.ts";
import { writtenForms } from "../../web/data/written-forms.ts";
import type { Rgb } from "../../web/lib/color.ts";
import { LEVELS, traceContours, type Contour } from "../../web/map/background/contours.ts";
import { Occupied, placeRegion } from "../../web/map/names/label-placement.ts";
import { syntheticDocument } from "../documents/synthetic.ts";

const index = indexDocument(syntheticDocument());
const all = new Uint8Array(index.count).fill(1);
const grey = (): Rgb => [120, 120, 120];

/** Twice the enclosed area with its sign: negative where the inside is at the right. */
function signedArea({ points }: Contour): number {
  let sum = 0;
  for (let i = 0; i + 3 < points.length; i += 2) sum += points[i]! * points[i + 3]! - points[i + 2]! * points[i + 1]!;
  return sum;
}

describe("density contours", () => {
  const contours = traceContours(index, all, grey);

  it("close, at every level, the denser side on one side of them", () => {
    expect(new Set(contours.map(({ level }) => level))).toEqual(new Set(LEVELS));
    for (const { points } of contours) expect(points.slice(0, 2)).toEqual(points.slice(-2));
    // Of one node alone: rings around its place, the inner ones smaller.
    const one = new Uint8Array(index.count);
    one[3] = 1;
    const rings = traceContours(index, one, grey);
    expect(rings.map(({ level }) => level)).toEqual(LEVELS);
    const areas = rings.map(signedArea);
    expect(areas.every((area) => area < 0)).toBe(true);
    expect(areas).toEqual([...areas].sort((a, b) => a - b));
    for (const { points } of rings) {
      const xs = points.filter((_, i) => i % 2 === 0);
      const ys = points.filter((_, i) => i % 2 === 1);
      expect(Math.min(...xs) < index.x[3]! && Math.max(...xs) > index.x[3]!).toBe(true);
      expect(Math.min(...ys) < index.y[3]! && Math.max(...ys) > index.y[3]!).toBe(true);
    }
  });

  it("have the colours of the nodes around them", () => {
    const left = (node: number): Rgb => (index.x[node]! < 0 ? [240, 0, 0] : [0, 0, 240]);
    for (const { color, points } of traceContours(index, all, left)) {
      const [red, , blue] = color;
      if (points[0]! < -0.3 * Math.max(...index.x)) expect(red).toBeGreaterThan(blue);
      if (points[0]! > 0.3 * Math.max(...index.x)) expect(blue).toBeGreaterThan(red);
    }
  });

  it("are none where nothing is shown", () => {
    expect(traceContours(index, new Uint8Array(index.count), grey)).toEqual([]);
  });
});

describe("a region's name", () => {
  const region = { x: 300, y: 300, radius: 100 };
  const size = { width: 120, height: 30 };

  it("stands in the middle, or where it costs less", () => {
    const free = new Occupied(800, 600);
    expect(placeRegion(free, region, size, () => 0)?.box).toMatchObject({ left: 240, top: 285 });
    const covers = ({ top, bottom }: { top: number; bottom: number }) => (top < 300 && bottom > 300 ? 1 : 0);
    const moved = placeRegion(new Occupied(800, 600), region, size, covers)!;
    expect(covers(moved.box)).toBe(0);
  });

  it("finds no place where all is taken", () => {
    const full = new Occupied(800, 600);
    full.add({ left: 0, top: 0, right: 800, bottom: 600 });
    expect(placeRegion(full, region, size, () => 0)).toBeUndefined();
  });
});

describe("written forms", () => {
  it("fold capitals, show the commonest spelling, and leave the term's own name out", () => {
    const aliases = [
      { text: "LLMs", rule: "abbreviation", count: 346 },
      { text: "Large Language Models", rule: "case", count: 63 },
      { text: "large language model", rule: "plural", count: 7 },
      { text: "Large Language Model", rule: "plural", count: 12 },
    ];
    expect(writtenForms({ term: "large language models", aliases })).toEqual([
      { text: "LLMs", count: 346, rules: ["abbreviation"] },
      { text: "Large Language Model", count: 19, rules: ["plural"] },
    ]);
  });
});
