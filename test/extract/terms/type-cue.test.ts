import { describe, expect, it } from "vitest";
import { addTypeEvidence, describeTypeCue, newTypeEvidence } from "../../../src/extract/terms/type-cue.ts";
import type { Candidate } from "../../../src/extract/types.ts";

const TEXT = "Here we introduce Marigold for parsing of menus.";

/** Scores in the order method, task, dataset, metric, concept. */
function mention(own: readonly number[], place: readonly number[]): Candidate {
  const start = TEXT.indexOf("Marigold");
  const types = own.map((score, t) => score + place[t]!);
  const base = { field: "abstract" as const, start, end: start + 8, text: "Marigold", key: "marigold" };
  return {
    ...base,
    sentence: { start: 0, end: TEXT.length },
    sentenceNumber: 0,
    words: 1,
    probability: 1,
    types,
    ownTypes: own,
    ends: [],
  };
}

describe("what decided a type", () => {
  const cases: readonly [what: string, own: number[], place: number[], canonical: string, cue: RegExp][] = [
    [
      "the words around it",
      [0.1, 0, 0, 0, 0],
      [2, 0, 0, 0, 0],
      "Marigold",
      /^it stands in “Here we introduce … for parsing”; 90 % of the evidence in 3 papers says so$/,
    ],
    ["its own form", [2, 0, 0, 0, 0], [0.1, 0, 0, 0, 0], "Marigold", /^its own form, “Marigold”;/],
    ["its head", [2, 0, 0, 0, 0], [-1, 0, 0, 0, 0], "marigold network", /^it ends in “network”;/],
  ];
  it.each(cases)("is named: %s", (_, own, place, canonical, cue) => {
    const evidence = newTypeEvidence();
    addTypeEvidence(evidence, mention(own, place), TEXT);
    expect(describeTypeCue(evidence, "method", 0.9, 3, canonical)).toMatch(cue);
  });
});
