/**
 * Names on the map, and the node under the mouse.
 */
import { describe, expect, test } from "vitest";
import { indexDocument } from "../../web/data/map-index.ts";
import { contrast, DARK, LIGHT, channelsOf, readable } from "../../web/lib/color.ts";
import { shortName } from "../../web/lib/short-name.ts";
import { around, Occupied, placeBeside, placeRegion, wrapTitle } from "../../web/map/names/label-placement.ts";
import { leaderOf } from "../../web/map/names/leader.ts";
import { NodeFinder } from "../../web/map/pointer/node-finder.ts";
import { syntheticDocument } from "../documents/synthetic.ts";

const document = syntheticDocument();
const index = indexDocument(document);

describe("names on the map", () => {
  test.each([
    ["Sensor Networks", "Sensor Networks"],
    ["Sensor Networks & Base Stations", "Sensor Networks"],
    ["Sensor Networks, Base Stations & Internet of Things", "Sensor Networks"],
    ["Bread, as it was", "Bread, as it was"],
  ])("of a community: the first term of %s", (label, short) => {
    expect(shortName(label)).toBe(short);
  });

  test("a community's name keeps to the wide steps round its middle, and takes a finer one where they are taken", () => {
    const region = { x: 500, y: 500, radius: 100 };
    const size = { width: 100, height: 20 };
    const place = (occupied: Occupied) => {
      const box = placeRegion(occupied, region, size, () => 0)?.box;
      if (box) occupied.add(around(box));
      return box;
    };
    expect(place(new Occupied(1000, 1000))).toEqual({ left: 450, top: 490, right: 550, bottom: 510 });
    // Free is only a hole half a step to the right and below.
    const hole = { left: 463, top: 505, right: 572, bottom: 530 };
    const occupied = new Occupied(1000, 1000);
    occupied.add({ left: 0, top: 0, right: 1000, bottom: hole.top });
    occupied.add({ left: 0, top: hole.bottom, right: 1000, bottom: 1000 });
    occupied.add({ left: 0, top: 0, right: hole.left, bottom: 1000 });
    occupied.add({ left: hole.right, top: 0, right: 1000, bottom: 1000 });
    expect(place(occupied)).toEqual({ left: 467.5, top: 507.5, right: 567.5, bottom: 527.5 });
    expect(place(occupied)).toBeUndefined();
  });

  test("none lies over another or over the edge", () => {
    const occupied = new Occupied(300, 200);
    const boxes = Array.from({ length: 40 }, (_, i) =>
      placeBeside(occupied, { x: (i * 37) % 300, y: (i * 53) % 200, radius: 3 }, 60, 14),
    ).filter((box) => box !== undefined);
    expect(boxes.length).toBeGreaterThan(5);
    for (const a of boxes) {
      expect(a.left >= 0 && a.right <= 300 && a.top >= 0 && a.bottom <= 200).toBe(true);
      for (const b of boxes)
        expect(a === b || a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
    }
  });

  test("a name takes the first place that suits it, not the first that is free", () => {
    const occupied = new Occupied(300, 200);
    const mark = { x: 150, y: 100, radius: 5 };
    const left = placeBeside(occupied, mark, 60, 14, (box) => box.right < 150)!;
    expect(left.right).toBeLessThan(150);
    expect(placeBeside(occupied, mark, 60, 14, () => false)).toBeUndefined();
  });

  test("larger marks are in a name's way, smaller ones are not", () => {
    const marks = new Occupied(300, 200);
    marks.add({ left: 90, top: 90, right: 110, bottom: 110 });
    const name = { left: 100, top: 95, right: 160, bottom: 109 };
    expect(marks.collides(name)).toBe(true);
    expect(marks.collides(name, (mark) => mark.right - mark.left > 20)).toBe(false);
  });

  test("a name beside its land is led to it, one on it is not", () => {
    const isOwn = ({ x }: { x: number }) => x > 200;
    const middle = { x: 260, y: 100 };
    const [from, to] = leaderOf({ left: 50, top: 93, right: 120, bottom: 107 }, middle, isOwn)!;
    expect(from).toEqual({ x: 122, y: 100 });
    expect(to.x).toBeGreaterThan(200);
    expect(to.x).toBeLessThan(260);
    expect(leaderOf({ left: 150, top: 93, right: 220, bottom: 107 }, middle, isOwn)).toBeUndefined();
    expect(leaderOf({ left: 50, top: 93, right: 120, bottom: 107 }, middle, () => false)).toBeUndefined();
  });

  test("what lies under the mouse is the nearest drawn node within reach", () => {
    const view = { scaleX: 0.5, shiftX: 700, scaleY: -0.5, shiftY: 450, sizeScale: 0.5, width: 1440, height: 900 };
    const finder = new NodeFinder(index);
    const distance = (node: number, x: number, y: number) =>
      Math.hypot(index.x[node]! * view.scaleX + view.shiftX - x, index.y[node]! * view.scaleY + view.shiftY - y) -
      Math.max(1.5, index.size[node]! * view.sizeScale);
    const odd = (node: number) => node % 2 === 1;
    for (let i = 0; i < 200; i++) {
      const [x, y] = [300 + ((i * 151) % 800), 50 + ((i * 97) % 800)];
      const near = Array.from({ length: index.count }, (_, node) => node).filter(
        (node) => odd(node) && distance(node, x, y) < 12,
      );
      const best = near.sort((a, b) => distance(a, x, y) - distance(b, x, y))[0];
      expect(finder.at({ x, y }, 12, view, odd)).toBe(best);
    }
  });

  test("long titles take two lines and end in dots", () => {
    expect(wrapTitle("Short", 20)).toEqual(["Short"]);
    expect(wrapTitle("A title that goes on and on for much longer than that", 20)).toEqual([
      "A title that goes on",
      "and on for much…",
    ]);
  });

  test("community colours can be read on both grounds", () => {
    for (const { color } of document.communities) {
      for (const scheme of [LIGHT, DARK])
        expect(contrast(readable(channelsOf(color), scheme), scheme.paper)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
