/**
 * Ribbons between regions: what they count, and where they run.
 */
import { expect, test } from "vitest";
import { acrossOf, ribbonsOf } from "../../web/data/between.ts";
import { indexDocument } from "../../web/data/map-index.ts";
import { Ribbons } from "../../web/map/background/ribbons.ts";
import { circleOf } from "../../web/map/names/circle-of.ts";
import { LIGHT } from "../../web/lib/color.ts";
import { syntheticDocument } from "../documents/synthetic.ts";

const document = syntheticDocument();
const index = indexDocument(document);

test("a ribbon counts the papers of one community that use terms of the other, both ways", () => {
  const [ribbon] = ribbonsOf(index);
  const communityOf = new Map([...document.papers, ...document.terms].map(({ node, community }) => [node, community]));
  const uses = [...document.mentions].filter(({ paper, term }) => {
    const ends = [communityOf.get(paper)!, communityOf.get(term)!].sort((a, b) => a - b);
    return ends[0] === ribbon!.a && ends[1] === ribbon!.b && ends[0] !== ends[1];
  });
  expect(ribbon!.uses).toBe(uses.length);
  const { terms, papers } = acrossOf(index, ribbon!.a, ribbon!.b);
  for (const list of [terms, papers]) expect(list.reduce((sum, { count }) => sum + count, 0)).toBe(uses.length);
  expect(terms.every(({ node }) => node >= index.papers) && papers.every(({ node }) => node < index.papers)).toBe(true);
});

test("a map has few ribbons, and one for every community that is tied to another", () => {
  const ribbons = ribbonsOf(index);
  expect(ribbons.length).toBeLessThanOrEqual(index.topLevel.length);
  for (const { id } of index.topLevel) expect(ribbons.some(({ a, b }) => a === id || b === id)).toBe(true);
});

test("the mouse finds a ribbon where it runs, and edges take its place from near by", () => {
  const ribbons = new Ribbons(index, (id) => circleOf(index, index.members.get(id) ?? []));
  ribbons.dress(LIGHT, false);
  const view = { scaleX: 1, shiftX: 700, scaleY: -1, shiftY: 450, sizeScale: 1, width: 1440, height: 900 };
  const looks = ribbons.looks(view, 1);
  expect(looks.length).toBeGreaterThan(0);
  const { from, bend, to } = looks[0]!;
  const middle = { x: (from.x + 2 * bend.x + to.x) / 4, y: (from.y + 2 * bend.y + to.y) / 4 };
  expect(ribbons.at(middle, view, 1)).toBeDefined();
  expect(ribbons.at({ x: -5000, y: 0 }, view, 1)).toBeUndefined();
  expect(ribbons.looks(view, 3)).toEqual([]);
  expect(ribbons.at(middle, view, 3)).toBeUndefined();
});
