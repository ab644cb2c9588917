import { expect, test } from "vitest";
import { certainMentions, definedPairs } from "../../../src/extract/choose/defined-pairs.ts";
import { chooseSpans } from "../../../src/extract/choose/choose-spans.ts";
import type { Candidate, TaggedPaper } from "../../../src/extract/types.ts";

const TEXT = "Mean arterial pressure (AP) fell. The arterial pressure rose again.";
const span = (text: string, from = 0) => {
  const start = TEXT.indexOf(text, from);
  return { start, end: start + text.length, text };
};
const candidate = (text: string, probability: number, from = 0): Candidate => ({
  field: "abstract",
  ...span(text, from),
  key: text.toLowerCase(),
  sentence: { start: 0, end: 33 },
  sentenceNumber: 0,
  words: text.split(" ").length,
  probability,
  types: [1, 0, 0, 0, 0],
  typesByForm: [1, 0, 0, 0, 0],
  ends: [],
});
const WHOLE = candidate("Mean arterial pressure", 0.9);
const SHORT = candidate("AP", 0.6);
const LONG = candidate("arterial pressure", 0.1);
const AGAIN = candidate("arterial pressure", 0.8, 30);

const paper = (candidates: readonly Candidate[]): TaggedPaper => ({
  english: true,
  candidates,
  abbreviations: [{ field: "abstract", short: span("AP"), long: span("arterial pressure") }],
  sentences: { title: 0, abstract: 2 },
  sentencesOf: () => [
    { start: 0, end: 33 },
    { start: 34, end: TEXT.length },
  ],
});
const lower = (text: string) => text.toLowerCase();

/** Texts that are chosen, in text order. */
function chosen(candidates: readonly Candidate[], strings: Readonly<Record<string, number>>): string[] {
  const probabilities = new Map(Object.entries(strings));
  const { pairs, added } = definedPairs(paper(candidates), lower);
  const all = [...candidates, ...added];
  const free = chooseSpans(all, probabilities, 0.3);
  const certain = certainMentions(pairs, free, probabilities, 0.3);
  return chooseSpans(all, probabilities, 0.3, certain).map(({ candidate: { text } }) => text);
}

test("a defined long form takes the place of a longer term around it", () => {
  const strings = { "mean arterial pressure": 0.7, ap: 0.5, "arterial pressure": 0.6 };
  expect(chosen([WHOLE, SHORT, LONG, AGAIN], strings)).toEqual(["arterial pressure", "AP", "arterial pressure"]);
});

test("not of one that is sure and stands nowhere else", () => {
  const strings = { "mean arterial pressure": 0.9, ap: 0.5, "arterial pressure": 0.6 };
  expect(chosen([WHOLE, SHORT, LONG, AGAIN], strings)).toEqual(["Mean arterial pressure", "AP", "arterial pressure"]);
});

test("a form that the tagger did not see is made a mention, with the types of the other", () => {
  expect(chosen([SHORT], { ap: 0.5 })).toEqual(["arterial pressure", "AP"]);
  expect(definedPairs(paper([SHORT]), lower).added[0]).toMatchObject({
    text: "arterial pressure",
    types: [1, 0, 0, 0, 0],
  });
  expect(chosen([LONG], { "arterial pressure": 0.5 })).toEqual(["arterial pressure", "AP"]);
});

test("a pair of which neither is a term makes no mention", () => {
  expect(chosen([SHORT, LONG], { ap: 0.2, "arterial pressure": 0.1 })).toEqual([]);
});
