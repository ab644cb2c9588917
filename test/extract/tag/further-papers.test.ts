import { expect, test } from "vitest";
import { labelledPaper } from "../../../src/dev/train/further-papers.ts";

const PAPER = {
  id: "p1",
  source: "conferences",
  title: "RainNet for Flood Forecasting",
  abstract: "Graph neural networks (GNNs) forecast floods. RainNet beats GNNs.",
};
const partsOf = (line: string) => labelledPaper(PAPER, line.split(" "));

test("places and letters become terms, roles and relations", () => {
  const { paper, labels } = partsOf("0+7m*p 12+17t*s 30+21mc 53+4mc=3 u1>2 b1>3");
  expect(paper.terms).toEqual([
    { text: "RainNet", type: "method", key: true },
    { text: "Flood Forecasting", type: "task", key: true },
    { text: "Graph neural networks", type: "method", key: false },
    { text: "GNNs", type: "method", key: false, abbr_of: "Graph neural networks" },
  ]);
  expect(labels.roles).toEqual([
    { term: "RainNet", role: "proposes" },
    { term: "Flood Forecasting", role: "studies" },
    { term: "Graph neural networks", role: "compares" },
  ]);
  expect(labels.relations).toEqual([
    { type: "used_for", head: "RainNet", tail: "Flood Forecasting" },
    { type: "better_than", head: "RainNet", tail: "Graph neural networks" },
  ]);
});

test.each([
  ["a place outside the text", "400+7m*p"],
  ["a place at a blank", "7+4m*p"],
  ["a relation to no term", "0+7m*p u1>9"],
  ["a relation of no kind", "0+7m*p z1>1"],
])("%s is an error", (_, line) => {
  expect(() => partsOf(line)).toThrow(/^p1 /u);
});
