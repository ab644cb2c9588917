/**
 * What colours, sizes and the ground of the map tell, checked against the document itself.
 */
import { describe, expect, test } from "vitest";
import { indexDocument } from "../../web/data/map-index.ts";
import { LIGHT } from "../../web/lib/color.ts";
import { distances } from "../../web/map/background/distances.ts";
import type { Point } from "../../web/lib/geometry.ts";
import { drawLands } from "../../web/map/background/lands.ts";
import { colorScale } from "../../web/state/colors/color-modes.ts";
import { nodeSizes } from "../../web/state/node-sizes.ts";
import { readLink, writeLink } from "../../web/state/permalink.ts";
import { START } from "../../web/state/view-state.ts";
import { syntheticDocument } from "../documents/synthetic.ts";

describe("centrality", () => {
  test("colours, their legend and sizes follow betweenness; where nothing is known it is not offered", () => {
    const plain = syntheticDocument();
    expect(indexDocument(plain).columns.central).toBe(false);
    const terms = plain.terms.map((term, i) => (i < 2 ? { ...term, betweenness: i === 0 ? 1 : 0.25 } : term));
    const central = indexDocument({ ...plain, terms });
    expect(central.columns.central).toBe(true);
    expect(colorScale(central, "centrality", LIGHT)).toMatchObject({ low: "0", high: "1" });
    const sizes = nodeSizes(central, "centrality");
    const [least, most] = [Math.min(...central.size), Math.max(...central.size)];
    const first = central.papers;
    expect([sizes[first], sizes[first + 2]]).toEqual([most, least]);
    expect(sizes[first + 1]).toBeCloseTo((least + most) / 2, 9);
    expect(nodeSizes(central, "map")).toBe(central.size);
    const link = writeLink(central, { ...START, sizeBy: "centrality" });
    expect(readLink(central, link).sizeBy).toBe("centrality");
  });
});

describe("lands", () => {
  const plain = syntheticDocument();
  const [one, other] = plain.communities.map(({ id }) => id) as [number, number];
  const landsOf = (places: readonly (readonly [x: number, y: number, community: number])[]) => {
    const papers = places.map(([x, y, community], i) => ({ ...plain.papers[i]!, x, y, size: 1, community }));
    return drawLands(indexDocument({ ...plain, papers, terms: [], mentions: [], relations: [], similar: [] }));
  };
  const group = (x: number, community: number) =>
    Array.from({ length: 5 }, (_, i) => [x + (i % 3), Math.floor(i / 3), community] as const);

  test("a group has land, a lone node has none", () => {
    const lands = landsOf([...group(0, one), [100, 0, other]]);
    expect(lands.ownerAt({ x: 1, y: 0 })).toBe(one);
    expect(lands.ownerAt({ x: 100, y: 0 })).toBeUndefined();
    expect(lands.ownerAt({ x: 50, y: 0 })).toBeUndefined();
  });

  test("neighbours meet in one border, half way between them", () => {
    const lands = landsOf([...group(0, one), ...group(8, other), [60, 0, one], [-60, 0, other]]);
    const owners = [1, 3, 4.5, 5.5, 7, 9].map((x) => lands.ownerAt({ x, y: 0 }));
    expect(owners).toEqual([one, one, one, other, other, other]);
    expect(lands.list.filter(({ rings }) => rings.length > 0)).toHaveLength(2);
  });

  test("every place on land is of the community whose nodes are nearest, far from them and in corners, too", () => {
    const places = [...group(0, one), ...group(8, other), ...group(70, one), ...group(90, other)];
    const lands = landsOf(places);
    const found = new Set<number>();
    for (let x = -3; x < 96; x += 0.7)
      for (let y = -3; y < 5; y += 0.7) {
        const owner = lands.ownerAt({ x, y });
        if (owner === undefined) continue;
        found.add(owner);
        const distanceTo = (community: number) =>
          Math.min(
            ...places.flatMap((place) => (place[2] === community ? [Math.hypot(place[0] - x, place[1] - y)] : [])),
          );
        // Borders are rounded.
        const rounding = 1.5;
        expect(distanceTo(owner)).toBeLessThan(distanceTo(owner === one ? other : one) + rounding);
      }
    expect([...found].sort()).toEqual([one, other].sort());
  });

  test("no hole is left between lands, where three of them meet neither", () => {
    const third = plain.communities[2]!.id;
    const above = group(4, third).map(([x, y, community]) => [x, y + 6, community] as const);
    const lands = landsOf([...group(0, one), ...group(8, other), ...above, [60, 0, one], [-60, 0, other]]);
    const met = new Set<number | undefined>();
    for (let x = 2; x < 8; x += 0.05)
      for (let y = -1; y < 6; y += 0.05) {
        const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => lands.ownerAt({ x: x + dx, y: y + dy })));
        if (around.includes(undefined)) continue;
        for (const owner of around) met.add(owner);
        const isOn = lands.list.some(({ rings }) => rings.filter((ring) => isInside({ x, y }, ring)).length % 2 === 1);
        expect(isOn, `a hole at ${x}, ${y}`).toBe(true);
      }
    expect(met.size).toBe(3);
  });

  test("the distance of every cell is that of the nearest marked one", () => {
    const [width, height] = [13, 9];
    const marked = Array.from({ length: width * height }, (_, cell) => (cell * 7919) % 11 === 0);
    const expected = marked.map((_, cell) => {
      const own = marked.flatMap((is, other) =>
        is ? [Math.hypot((cell % width) - (other % width), Math.floor(cell / width) - Math.floor(other / width))] : [],
      );
      return Math.min(...own);
    });
    distances(marked, width, height).forEach((distance, cell) => expect(distance).toBeCloseTo(expected[cell]!, 5));
  });
});

/** @param ring closed, x and y by turns */
function isInside({ x, y }: Point, ring: readonly number[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
