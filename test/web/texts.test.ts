/**
 * Texts cut at their mentions, and dates counted by months.
 */
import { describe, expect, test } from "vitest";
import { markField, quotes } from "../../web/data/evidence.ts";
import { indexDocument, nameOf, paperAt } from "../../web/data/map-index.ts";
import { timeBins } from "../../web/data/months.ts";
import { syntheticDocument } from "../documents/synthetic.ts";

const document = syntheticDocument();
const index = indexDocument(document);
const term = index.papers;

describe("texts", () => {
  test("marks cut a field without losing or adding a character", () => {
    const paper = paperAt(index, 0)!;
    const parts = markField(index, 0, paper, "abstract");
    expect(parts.map(({ text }) => text).join("")).toBe(paper.abstract);
    for (const { text, term: node } of parts) if (node !== undefined) expect(text).toBe(nameOf(index, node));
  });

  test("a sentence with two mentions is quoted once", () => {
    const paper = { ...paperAt(index, 0)!, abstract: "Maps of maps. End." };
    const evidence = [0, 8].map((start) => ({
      field: "abstract" as const,
      start,
      end: start + 4,
      sentence: [0, 13] as const,
    }));
    const found = quotes(paper, { ...document.mentions.at(0)!, evidence }, term);
    expect(found.map(({ parts }) => parts.map(({ text }) => text))).toEqual([["Maps", " of ", "maps", "."]]);
  });

  test("dates fall into months, or years when they reach far", () => {
    expect(timeBins(["2020-11-02", "2021-01", undefined]).map(({ label, count }) => [label, count])).toEqual([
      ["2020-11", 1],
      ["2020-12", 0],
      ["2021-01", 1],
    ]);
    expect(timeBins(["2016", "2020-05", "2020-07"]).map(({ label, count }) => [label, count])).toEqual([
      ["2016", 1],
      ["2017", 0],
      ["2018", 0],
      ["2019", 0],
      ["2020", 2],
    ]);
    expect(timeBins([undefined])).toEqual([]);
    const wrong = timeBins(["0001", "2020-05", "2021", "9999"]);
    expect(wrong.filter(({ count }) => count > 0)).toEqual([
      { from: "0001-01", to: "0099-12", label: "0001–0099", count: 1 },
      { from: "2000-01", to: "2099-12", label: "2000–2099", count: 2 },
      { from: "9900-01", to: "9999-12", label: "9900–9999", count: 1 },
    ]);
    expect(wrong).toHaveLength(100);
  });
});
