import { expect, test } from "vitest";
import { rivalsOf } from "../../../src/extract/choose/rivals.ts";
import { keysToRerank } from "../../../src/extract/choose/reranker.ts";
import { RERANKER_FEATURES } from "../../../src/extract/choose/reranker-features.ts";
import { keyFactsOf } from "../../../src/extract/choose/key-records.ts";
import type { Candidate, TaggedPaper } from "../../../src/extract/types.ts";

const TEXT = "we bake slow sourdough bread daily";

function candidate(text: string, probability: number): Candidate {
  const start = TEXT.indexOf(text);
  return {
    field: "abstract",
    start,
    end: start + text.length,
    text,
    key: text,
    sentence: { start: 0, end: TEXT.length },
    sentenceNumber: 0,
    words: text.split(" ").length,
    probability,
    types: [0, 0, 0, 0, 0],
    typesByForm: [0, 0, 0, 0, 0],
    ends: [],
  };
}

const CANDIDATES = [
  candidate("slow sourdough", 0.1),
  candidate("slow sourdough bread", 0.3),
  candidate("sourdough", 0.2),
  candidate("sourdough bread", 0.6),
  candidate("bread", 0.15),
];

test("each candidate knows its strongest rivals around and inside, whichever end they share", () => {
  const { longer, shorter, crossing, longerAt, shorterAt } = rivalsOf(CANDIDATES);
  expect([...longerAt]).toEqual([1, -1, 3, 1, 3]);
  expect([...shorterAt]).toEqual([2, 3, -1, 2, -1]);
  expect([...longer]).toEqual([0.3, 0, 0.6, 0.3, 0.6]);
  expect([...shorter]).toEqual([0.2, 0.6, 0, 0.2, 0]);
  expect([...crossing]).toEqual([0.6, 0, 0, 0.1, 0]);
});

test("a string is judged with what is known of its rivals, and the side on which they differ", () => {
  const paper: TaggedPaper = {
    english: true,
    candidates: CANDIDATES,
    abbreviations: [],
    sentences: { title: 0, abstract: 1 },
    sentencesOf: () => [],
  };
  const records = new Map([["slow sourdough bread", { papers: 5, sum: 2 }]]);
  const factsOf = keyFactsOf((key) => (key === "sourdough" ? { papers: 8, mean: 0.25 } : undefined));
  const rowOf = new Map(keysToRerank(paper, records, factsOf).map(({ key, features }) => [key, features]));
  const read = (key: string, ...names: (typeof RERANKER_FEATURES)[number][]) =>
    names.map((name) => rowOf.get(key)![RERANKER_FEATURES.indexOf(name)]);
  expect(read("sourdough bread", "longerPapers", "longerMean", "longerCorpus", "longerSide")).toEqual([-1, -1, 4, 1]);
  expect(read("sourdough bread", "shorterPapers", "shorterMean", "shorterCorpus", "shorterSide")).toEqual([
    3, 0.25, 0, 2,
  ]);
  expect(read("slow sourdough bread", "longerCorpus", "longerSide")).toEqual([-1, 0]);
});
