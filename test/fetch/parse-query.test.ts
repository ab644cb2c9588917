import { describe, expect, it } from "vitest";
import { nextDay } from "../../src/fetch/days.ts";
import { parseQuery } from "../../src/fetch/parse-query.ts";
import { sourceCalled } from "../../src/fetch/sources.ts";

const ask = (source: string, ...words: string[]) => parseQuery(words, sourceCalled(source));

describe("the words of a query", () => {
  it.each([
    [["graph", "pooling"], { words: "graph pooling" }],
    [["graph pooling", "2024-05-01"], { words: "graph pooling", from: "2024-05-01", to: "2024-05-01" }],
    [["2024-02..2024-04", "graph"], { words: "graph", from: "2024-02-01", to: "2024-04-30" }],
    [["2024-02"], { from: "2024-02-01", to: "2024-02-29" }],
    [["2023-02"], { from: "2023-02-01", to: "2023-02-28" }],
    [["2024"], { from: "2024-01-01", to: "2024-12-31" }],
    [["covid", "2020"], { words: "covid 2020" }],
    [["2019..2020"], { from: "2019-01-01", to: "2020-12-31" }],
    [["graph", "2024-05-01.."], { words: "graph", from: "2024-05-01" }],
    [["graph", "..2024-05-01"], { words: "graph", to: "2024-05-01" }],
    [["  graph  ", ""], { words: "graph" }],
    [["a..b"], { words: "a..b" }],
    [[".."], { words: ".." }],
  ])("%j", (words, asked) => {
    expect(ask("arxiv", ...words)).toEqual(asked);
  });

  it.each([
    [["arxiv", "graph", "2024-13"], "there is no 2024-13"],
    [["arxiv", "2024-02-30"], "there is no 2024-02-30"],
    [["arxiv", "2024-05..2024-04"], "2024-05..2024-04 ends before it begins"],
    [["arxiv", " "], "arxiv: nothing asked for"],
    [["hf-daily", "graph pooling"], 'hf-daily takes days, no words such as "graph pooling"'],
    [["scholar", "graph"], 'unknown source "scholar"'],
  ])("%j is refused", ([source = "", ...words], message) => {
    expect(() => ask(source, ...words)).toThrow(message);
  });
});

it.each([
  ["2024-02-28", "2024-02-29"],
  ["2023-02-28", "2023-03-01"],
  ["2024-12-31", "2025-01-01"],
  ["2024-04-30", "2024-05-01"],
])("the day after %s is %s", (day, next) => {
  expect(nextDay(day)).toBe(next);
});
