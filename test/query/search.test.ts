import { describe, expect, it } from "vitest";
import { indexGraph } from "../../src/query/graph-index.ts";
import { searchPapers } from "../../src/query/search.ts";
import { parseSearch } from "../../src/query/search-expression.ts";
import { smallDocument } from "../documents/small.ts";

const index = indexGraph(smallDocument());

function found(text: string): string[] {
  const parsed = parseSearch(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return searchPapers(index, parsed.expression).map((paper) => index.document.papers[paper]!.id);
}

describe("search", () => {
  const table: [expression: string, papers: string[]][] = [
    ['method:"contrastive learning"', ["a", "b"]],
    ['method:"contrastive learning" AND task:segmentation', ["a", "b"]],
    ['method:"contrastive learning" AND task:segmentation NOT dataset:ImageNet', ["b"]],
    ["task:segmentation -dataset:imagenet", ["b"]],
    ["concept:imagenet", ["a", "c"]],
    ["method:imagenet", []],
    ['"contrastive learning" OR retrieval', ["a", "b", "d"]],
    ["(retrieval OR imagenet) NOT segmentation", ["c", "d"]],
    ["proposes:contrastive", ["a"]],
    ["term:=segmentation", []],
    ['term:="semantic segmentation"', ["a", "b"]],
    ["contrast*", ["a", "b"]],
    ["contrast", []],
    ["SEGMENTATION", ["a", "b"]],
    ["author:curie", ["d"]],
    ["date:2023", ["b", "c"]],
    ["date:2022..2023-05", ["a", "b"]],
    ["date:2024..", ["d"]],
    ["id:c", ["c"]],
    ["community:vision", ["a", "b", "c"]],
    ["SimCLR", ["a", "b"]],
  ];

  it.each(table)("%s", (expression, papers) => {
    expect(found(expression)).toEqual(papers);
  });
});

describe("a wrong expression", () => {
  const table: [expression: string, position: number, message: RegExp][] = [
    ["", 0, /missing at the end/],
    ["a AND", 5, /missing at the end/],
    ["a OR OR b", 5, /missing before "OR"/],
    ["(a", 0, /bracket is not closed/],
    ["a)", 1, /not expected/],
    ['task:"x', 0, /not closed/],
    ["colour:red", 0, /Unknown field "colour"/],
    ["a task:", 2, /Nothing follows/],
  ];

  it.each(table)("%s: says what and where", (expression, position, message) => {
    const parsed = parseSearch(expression);
    expect(parsed).toMatchObject({ ok: false, position });
    expect(parsed.ok ? "" : parsed.message).toMatch(message);
  });
});
