/**
 * What "Ask" answers, checked against the document itself.
 */
import { describe, expect, test } from "vitest";
import { gapMatrix } from "../../web/data/gap-matrix.ts";
import { indexDocument, mentionsOf, shapeOf } from "../../web/data/map-index.ts";
import { bridgeRows, gapRows, trendRows } from "../../web/data/questions.ts";
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
    const { rows, methods, concepts } = gapMatrix(index, id, 40);
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
