import { expect, test } from "vitest";
import { parseSearch } from "../../src/query/search-expression.ts";

test.each([
  ["brackets", "(".repeat(2_000), /Too many brackets/],
  ["negations", "NOT ".repeat(900), /Too many brackets/],
  ["signs", "- - ".repeat(900), /Too many brackets|missing|not expected/],
  ["letters", "x".repeat(100_000), /at most 4000/],
])("thousands of %s are told, not thrown", (_, text, message) => {
  expect(parseSearch(text)).toMatchObject({ ok: false, message: expect.stringMatching(message) as string });
});

test("what people type is far below", () => {
  expect(parseSearch(`${"(".repeat(50)}a${")".repeat(50)}`).ok).toBe(true);
});
