/**
 * What "Ask" answers, checked against the document itself.
 */
import { describe, expect, test } from "vitest";
import { gapMatrix } from "../../web/data/gap-matrix.ts";
import { indexDocument, mentionsOf, shapeOf } from "../../web/data/map-index.ts";
import { bridgeRows, gapRows, trendRows } from "../../web/data/questions.ts";
import { LIGHT } from "../../web/lib/color.ts";
import { COARSE, FINE, paintTerritories } from "../../web/map/background/territories.ts";
import { colorScale } from "../../web/state/colors/color-modes.ts";
import { nodeSizes } from "../../web/state/node-sizes.ts";
import { readLink, writeLink } from "../../web/state/permalink.ts";
import { START } from "../../web/state/view-state.ts";
import { syntheticDocument } from "./synthetic-document.ts";

const index = indexDocument(syntheticDocument());
const papersOf = (term: number) => new Set(mentionsOf(index, term).map(({ node }) => node));
const together = (a: number, b: number) => [...papersOf(a)].filter((paper) => papersOf(b).has(paper)).length;

describe("questions", () => {
  test("gaps join a method and another term that no paper has together, with papers of each side", () => {
    const gaps = gapRows(index);
    expect(gaps.length).toBeGreaterThan(0);
    for (const { method, concept, via, methodPapers, conceptPapers } of gaps) {
      expect(shapeOf(index, method)).toBe("method");
      expect(together(method, concept)).toBe(0);
      expect(via.length).toBeGreaterThan(0);
      for (const paper of methodPapers) expect(papersOf(method)).toContain(paper);
      for (const paper of conceptPapers) expect(papersOf(concept)).toContain(paper);
    }
  });

  test("the matrix counts papers, scores only empty cells, and agrees with the list of gaps", () => {
    const { id } = index.topLevel[0]!;
    const { rows, methods, concepts } = gapMatrix(index, id, id, 40);
    expect(rows.map((cells) => cells.map(({ papers }) => papers))).toEqual(
      methods.map((method) => concepts.map((concept) => together(method, concept))),
    );
    const cells = rows.flat();
    expect(cells.some(({ score }) => score > 0)).toBe(true);
    expect(cells.filter(({ papers, score }) => papers > 0 && score > 0)).toEqual([]);
    for (const gap of gapRows(index)) {
      const cell = cells.find(({ method, concept }) => method === gap.method && concept === gap.concept);
      if (cell) expect(cell.score).toBeCloseTo(gap.score, 6);
    }
  });

  test("the document's own centrality decides on bridges; without it the query does", () => {
    const plain = syntheticDocument();
    expect(bridgeRows(indexDocument(plain)).length).toBeGreaterThan(0);
    const terms = plain.terms.map((term, i) => (i === 7 ? { ...term, betweenness: 1, participation: 0.5 } : term));
    const [best, ...others] = bridgeRows(indexDocument({ ...plain, terms }));
    expect(best).toMatchObject({ node: plain.papers.length + 7, score: Math.sqrt(0.5) });
    expect(best!.communities.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
    expect(others).toEqual([]);
  });

  test("trends: strongest first on both sides, no term both new and rising", () => {
    const { periods, rising, falling, fresh } = trendRows(index);
    const rises = rising.map(({ rise }) => rise);
    const falls = falling.map(({ rise }) => rise);
    expect(rises).toEqual([...rises].sort((a, b) => b - a));
    expect(falls).toEqual([...falls].sort((a, b) => a - b));
    expect([...rises, ...falls.map((fall) => -fall)].every((rise) => rise >= 1)).toBe(true);
    const nodes = new Set(rising.map(({ node }) => node));
    expect(fresh.filter(({ node }) => nodes.has(node))).toEqual([]);
    expect(new Set([...rising, ...falling].map(({ shares }) => shares.length))).toEqual(new Set([periods.length]));
  });
});

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
