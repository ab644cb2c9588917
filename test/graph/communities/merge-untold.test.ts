import { describe, expect, it } from "vitest";
import type { Corpus } from "../../../src/graph/corpus.ts";
import { edgeList } from "../../../src/graph/edge-list.ts";
import { mergeUntold } from "../../../src/graph/communities/merge-untold.ts";

/** Only what is read: which paper has which terms. */
function corpusOf(lists: readonly (readonly number[])[], terms: number): Corpus {
  const offsets = Int32Array.from([0, ...lists.map((_, i) => lists.slice(0, i + 1).flat().length)]);
  const paperTerms = { offsets, term: Int32Array.from(lists.flat()) };
  return { papers: lists, terms: Array.from({ length: terms }), paperTerms } as unknown as Corpus;
}

const chain = edgeList(
  30,
  Array.from({ length: 29 }, (_, i) => [i, i + 1, 1] as const),
);
const whole = new Int32Array(30);
const topicOf = Int32Array.from({ length: 30 }, (_, i) => (i < 14 ? 0 : i < 24 ? 1 : 2));
const told = (i: number) => (i < 14 ? [0] : i < 24 ? [1] : [2]);

describe("topics without a term of their own", () => {
  it("stay where each has one", () => {
    const corpus = corpusOf(
      Array.from({ length: 30 }, (_, i) => [...told(i), 3]),
      4,
    );
    expect(mergeUntold(corpus, chain, { topicOf, communityOf: whole })).toEqual(topicOf);
  });

  it("join the one they are tied to where all they have is common", () => {
    const corpus = corpusOf(
      Array.from({ length: 30 }, (_, i) => (i < 24 ? [...told(i), 3] : [3])),
      4,
    );
    const merged = topicOf.map((topic) => (topic === 0 ? 1 : 0));
    expect(mergeUntold(corpus, chain, { topicOf, communityOf: whole })).toEqual(merged);
  });

  it("are not told by two papers", () => {
    const corpus = corpusOf(
      Array.from({ length: 30 }, (_, i) => (i < 24 ? told(i) : i < 26 ? [2] : [])),
      4,
    );
    expect(new Set(mergeUntold(corpus, chain, { topicOf, communityOf: whole })).size).toBe(2);
  });

  it("stay in their community, and the only one of it stays", () => {
    const corpus = corpusOf(
      Array.from({ length: 30 }, () => [3]),
      4,
    );
    const communityOf = topicOf.map((topic) => (topic === 2 ? 1 : 0));
    expect(mergeUntold(corpus, chain, { topicOf, communityOf })).toEqual(communityOf);
  });
});
