import { expect, test } from "vitest";
import { chooseSpans } from "../../../src/extract/choose/choose-spans.ts";
import type { Candidate } from "../../../src/extract/types.ts";

function candidate(text: string, start: number, probability: number): Candidate {
  const end = start + text.length;
  return {
    field: "abstract",
    start,
    end,
    text,
    key: text,
    sentence: { start: 0, end: 60 },
    sentenceNumber: 0,
    words: text.split(" ").length,
    probability,
    types: [0, 0, 0, 0, 0],
    typesByForm: [0, 0, 0, 0, 0],
    ends: [],
  };
}

const textsOf = (candidates: readonly Candidate[], probabilities: Readonly<Record<string, number>>) =>
  chooseSpans(candidates, new Map(Object.entries(probabilities)), 0.3).map(({ candidate: { text } }) => text);

// "overlapping sound event" at 0, "sound event" in it at 12 and alone at 40.
const LONG = candidate("overlapping sound event", 0, 0.85);
const INSIDE = candidate("sound event", 12, 0.1);
const ALONE = candidate("sound event", 40, 0.97);

test("a string that is sure elsewhere gives way to a longer term whose place it is", () => {
  expect(textsOf([LONG, INSIDE, ALONE], { "overlapping sound event": 0.8, "sound event": 0.98 })).toEqual([
    "overlapping sound event",
    "sound event",
  ]);
});

test("it stands where the longer string is no term", () => {
  expect(textsOf([LONG, INSIDE, ALONE], { "overlapping sound event": 0.2, "sound event": 0.98 })).toEqual([
    "sound event",
    "sound event",
  ]);
});

test("a string that is a term is one in unlikely places too", () => {
  expect(textsOf([INSIDE], { "sound event": 0.31 })).toEqual(["sound event"]);
});
