import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitTo } from "../../../src/graph/layout/fit-to.ts";

const coordinate = fc.integer({ min: -500, max: 500 });
const places = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 30 });

describe("a map that is laid on an earlier one", () => {
  it("that was turned, mirrored and shifted comes back", () => {
    fc.assert(
      fc.property(places, fc.double({ min: 0, max: 6, noNaN: true }), fc.boolean(), (points, angle, isMirrored) => {
        const target = { x: Float64Array.from(points, ([x]) => x), y: Float64Array.from(points, ([, y]) => y) };
        const sign = isMirrored ? -1 : 1;
        const turned = {
          x: Float64Array.from(points, ([x, y]) => x * Math.cos(angle) - sign * y * Math.sin(angle) + 70),
          y: Float64Array.from(points, ([x, y]) => x * Math.sin(angle) + sign * y * Math.cos(angle) - 30),
        };
        // Of a node that is new nothing is known; it comes along.
        const known = { x: target.x.slice(), y: target.y.slice() };
        const spread = new Set(points.slice(0, -1).map(([x, y]) => `${x} ${y}`)).size;
        const line = points.slice(0, -1).every(([x, y]) => {
          const [[x0, y0], [x1, y1]] = [points[0]!, points[1]!];
          return (x - x0) * (y1 - y0) === (y - y0) * (x1 - x0);
        });
        if (spread > 2 && !line) known.x[points.length - 1] = NaN;
        fitTo(turned, known);
        points.forEach(([x, y], i) => {
          expect(turned.x[i]).toBeCloseTo(x, 5);
          expect(turned.y[i]).toBeCloseTo(y, 5);
        });
      }),
    );
  });

  it("stays as it is where nothing is known of it", () => {
    const map = { x: Float64Array.of(1, 2), y: Float64Array.of(3, 4) };
    fitTo(map, { x: Float64Array.of(NaN, 9), y: Float64Array.of(NaN, 9) });
    expect(map).toEqual({ x: Float64Array.of(1, 2), y: Float64Array.of(3, 4) });
  });
});
