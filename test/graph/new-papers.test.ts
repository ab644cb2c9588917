import { expect, test } from "vitest";
import { newPapers } from "../../src/graph/new-papers.ts";

const papersOf = (ids: string) => ids.split("").map((id) => ({ id }));
/** Ids in capitals were marked as new. */
const before = (ids: string) =>
  ({
    papers: ids.split("").map((id) => ({ id: id.toLowerCase(), ...(id === id.toUpperCase() && { new: true }) })),
  }) as unknown as Parameters<typeof newPapers>[1];

test.each([
  ["there was no build", "abc", undefined, ""],
  ["what came", "abcd", "abc", "d"],
  ["the same again", "abcd", "abcD", "d"],
  ["others come: those are known by now", "abcde", "abcD", "e"],
  ["one went, none came", "acd", "abcD", "d"],
  ["one went, one came", "acde", "abcD", "e"],
  ["another corpus", "xyz", "abc", ""],
  ["half of it is left", "abxy", "abcd", "xy"],
  ["less than half is left", "axyz", "abc", ""],
] as const)("%s", (_, now, last, expected) => {
  const papers = papersOf(now);
  const marks = newPapers(papers, last === undefined ? undefined : before(last));
  expect(papers.filter((_paper, i) => marks[i] === 1).map(({ id }) => id)).toEqual(expected.split(""));
});
