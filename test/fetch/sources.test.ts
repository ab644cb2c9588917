import { describe, expect, it } from "vitest";
import { type AskedQuery } from "../../src/fetch/source.ts";
import { SOURCES, sourceCalled } from "../../src/fetch/sources.ts";
import { UnreadableAnswer, UsageError } from "../../src/lib/errors.ts";
import { arxivFeed, arxivRefusal, dailyAnswer, europepmcAnswer, openalexAnswer, papers } from "./answers.ts";

const QUERY: AskedQuery = { today: "2024-06-15" };
/** The address as people read it. */
const page = (id: string, query: Partial<AskedQuery>, cursor?: string): string => {
  const source = sourceCalled(id);
  const asked = { ...QUERY, ...query };
  return decodeURIComponent(source.page(asked, cursor ?? source.first(asked)));
};
const read = (id: string, body: string, cursor = "*", query: Partial<AskedQuery> = {}) => {
  const { found, total, next } = sourceCalled(id).read(body, { ...QUERY, ...query }, cursor);
  return { found, ...(total !== undefined && { total }), ...(next !== undefined && { next }) };
};

describe("addresses", () => {
  it.each([
    ["arxiv", { words: "graph pooling" }, "search_query=all:graph AND all:pooling&start=0"],
    ["arxiv", { words: 'graph "message passing"' }, 'search_query=all:graph AND all:"message passing"&'],
    ["arxiv", { words: "cat:cs.CL OR ti:pooling" }, "search_query=cat:cs.CL OR ti:pooling&"],
    ["arxiv", { from: "2024-01-01", to: "2024-01-31" }, "search_query=submittedDate:[202401010000 TO 202401312359]&"],
    [
      "arxiv",
      { words: "a OR b", from: "2024-01-01" },
      "search_query=(a OR b) AND submittedDate:[202401010000 TO 202406152359]&",
    ],
    ["openalex", { words: "coral reefs & heat" }, "/works?search=coral reefs & heat&select=id,"],
    [
      "openalex",
      { from: "2024-01-01", to: "2024-01-31" },
      "/works?filter=from_publication_date:2024-01-01,to_publication_date:2024-01-31&",
    ],
    ["europepmc", { words: "gut" }, "/search?query=gut&format=json&resultType=core&"],
    [
      "europepmc",
      { words: "a OR b", from: "2024-01-01" },
      "query=(a OR b) AND FIRST_PDATE:[2024-01-01 TO 3000-12-31]&",
    ],
    ["hf-daily", { from: "2024-05-01" }, "/api/daily_papers?date=2024-05-01&limit=100&p=0"],
    ["hf-daily", { from: "2025-01-01" }, "/api/daily_papers?date=2024-06-15&"],
  ])("%s %j", (id, query, part) => {
    expect(page(id, query)).toContain(part);
  });

  it("hold what people type as one parameter", () => {
    const address = new URL(sourceCalled("openalex").page({ ...QUERY, words: "a&b=c #d" }, "*"), "http://localhost");
    expect(address.searchParams.get("search")).toBe("a&b=c #d");
  });
});

describe("answers", () => {
  it.each([
    ["arxiv", "0", arxivFeed(papers(0, 3), 5), { found: 3, total: 5, next: "3" }],
    ["arxiv", "3", arxivFeed(papers(3, 5), 5), { found: 2, total: 5 }],
    ["arxiv", "0", arxivFeed([], 0), { found: 0, total: 0 }],
    ["openalex", "*", openalexAnswer(papers(0, 2), 4, "Iaj"), { found: 2, total: 4, next: "Iaj" }],
    ["openalex", "Iaj", openalexAnswer([], 4, "Ibb"), { found: 0, total: 4 }],
    ["europepmc", "*", europepmcAnswer(papers(0, 2), 4, "AoJ"), { found: 2, total: 4, next: "AoJ" }],
    ["europepmc", "AoJ", europepmcAnswer(papers(2, 4), 4, "AoJ"), { found: 2, total: 4 }],
    ["europepmc", "*", europepmcAnswer(papers(0, 2), 2), { found: 2, total: 2 }],
    ["hf-daily", "2024-06-14/0", dailyAnswer(papers(0, 2)), { found: 2, next: "2024-06-15/0" }],
    ["hf-daily", "2024-06-15/0", "[]", { found: 0 }],
    ["hf-daily", "2024-06-15/0", dailyAnswer(papers(0, 100)), { found: 100, next: "2024-06-15/1" }],
  ])("%s at %s", (id, cursor, body, expected) => {
    expect(read(id, body, cursor)).toEqual(expected);
  });

  const GARBLED = [
    "",
    "Rate exceeded.",
    "<html><body>Bad gateway</body></html>",
    "null",
    "{}",
    '{"results": 3}',
    '[{"a": 1',
  ];
  it.each(SOURCES.flatMap(({ id }) => GARBLED.map((body) => [id, body] as const)))(
    "%s: %j is no answer",
    (id, body) => {
      expect(() => read(id, body, "2024-06-15/0")).toThrow(UnreadableAnswer);
    },
  );

  it.each([
    ["arxiv", arxivFeed(papers(0, 3), 3)],
    ["openalex", openalexAnswer(papers(0, 3), 3)],
    ["europepmc", europepmcAnswer(papers(0, 3), 3)],
    ["hf-daily", dailyAnswer(papers(0, 3))],
  ])("%s: an answer that is cut off anywhere is none", (id, body) => {
    for (let length = 0; length < body.trimEnd().length; length += 7)
      expect(() => read(id, body.slice(0, length), "0")).toThrow(UnreadableAnswer);
  });

  it("of arXiv that are empty in the middle of a list are asked for again", () => {
    expect(() => read("arxiv", arxivFeed([], 900), "400")).toThrow("an empty page at entry 400 of 900");
  });

  it("of arXiv that tell of an error end the fetch", () => {
    expect(() => read("arxiv", arxivRefusal("unbalanced brackets"), "0")).toThrow(UsageError);
    expect(() => read("arxiv", arxivRefusal("unbalanced brackets"), "0")).toThrow("unbalanced brackets");
  });
});
