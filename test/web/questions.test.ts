/**
 * What colours, sizes and the ground of the map tell, checked against the document itself.
 */
import { describe, expect, test } from "vitest";
import { indexDocument } from "../../web/data/map-index.ts";
import { LIGHT } from "../../web/lib/color.ts";
import { COARSE, FINE, paintTerritories } from "../../web/map/background/territories.ts";
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

describe("territories", () => {
  test.each([COARSE, FINE])("a lone node holds no territory, a group does (%o)", (grain) => {
    const plain = syntheticDocument();
    const community = plain.communities[0]!.id;
    const place = (x: number) => ({ x, y: 0, size: 1, community });
    const papers = plain.papers.slice(0, 9).map((paper, i) => ({ ...paper, ...place(i < 8 ? i : 1000) }));
    const small = indexDocument({ ...plain, papers, terms: [], mentions: [], relations: [], similar: [] });
    const { rgba, width, height } = paintTerritories(small, new Uint8Array(9).fill(1), LIGHT, grain)!;
    const inked = (from: number, to: number) =>
      Array.from({ length: width * height }, (_, i) => i).filter(
        (i) => i % width >= from && i % width < to && rgba[4 * i + 3]! > 0,
      ).length;
    expect(inked(0, width / 2)).toBeGreaterThan(0);
    expect(inked(width / 2, width)).toBe(0);
  });
});
