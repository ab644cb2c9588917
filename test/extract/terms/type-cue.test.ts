import { describe, expect, it } from "vitest";
import { Origin } from "../../../src/extract/choose/corpus-mentions.ts";
import { EvidenceCue, gatherEvidence } from "../../../src/extract/terms/type-cue.ts";

const TEXT = "Here we introduce Marigold for parsing of menus.";
const START = TEXT.indexOf("Marigold");

/** One mention, and its scores in the order method, task, dataset, metric, concept. */
function mentionOf(own: readonly number[], place: readonly number[]) {
  return {
    ends: Uint32Array.of(1),
    chosenEnds: Uint32Array.of(1),
    origin: Uint8Array.of(Origin.Chosen),
    field: Uint8Array.of(1),
    start: Uint32Array.of(START),
    end: Uint32Array.of(START + "Marigold".length),
    types: Float32Array.from(own, (score, t) => score + place[t]!),
    typesByForm: Float32Array.from(own),
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
    const mentions = mentionOf(own, place);
    const evidence = gatherEvidence(mentions, Uint32Array.of(0), Uint8Array.of(0), [0]);
    const texts = { evidence, places: mentions, papers: [{ title: "", abstract: TEXT }] };
    expect(new EvidenceCue(texts, 0, canonical, 0.9, 3).describe()).toMatch(cue);
  });
});
