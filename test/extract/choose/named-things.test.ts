import { describe, expect, it } from "vitest";
import { coinedCue } from "../../../src/extract/choose/coined-names.ts";
import { KindCue, kindCue, listedKind } from "../../../src/extract/choose/kind-cue.ts";
import type { Candidate, TaggedPaper } from "../../../src/extract/types.ts";

const cueIn = (text: string, name: string) => kindCue(text, text.indexOf(name), text.indexOf(name) + name.length);

describe("what a sentence calls a name", () => {
  it.each([
    ["We release PondLife, a large benchmark for frog detection.", "PondLife", KindCue.Dataset],
    ["We report results on the PondLife dataset.", "PondLife", KindCue.Dataset],
    ["Experiments on PondLife and MarshSet datasets show it.", "PondLife", KindCue.Dataset],
    ["Experiments on PondLife and MarshSet datasets show it.", "MarshSet", KindCue.Dataset],
    ["It wins on benchmarks such as PondLife.", "PondLife", KindCue.Dataset],
    ["FrogBench tells them apart.", "FrogBench", KindCue.Dataset],
    ["It takes 3.2 FROG models.", "FROG", KindCue.None],
    ["It gains 3.2 FROG, as before.", "FROG", KindCue.Metric],
    ["We propose CROAK, a metric of loudness.", "CROAK", KindCue.Metric],
    ["CroakNet, a framework for listening, wins.", "CroakNet", KindCue.Method],
    ["NDCG@10 rises.", "NDCG@10", KindCue.Metric],
    ["AP50 rises.", "AP50", KindCue.Metric],
    ["R50 rises.", "R50", KindCue.None],
    // The noun that follows is only a part of another one, or the name only describes it.
    ["We present PondLife, a dataset distillation method.", "PondLife", KindCue.Method],
    ["We collect a CROAK dataset.", "CROAK", KindCue.None],
    ["PondLife is trained longer.", "PondLife", KindCue.None],
  ])("%s (%s)", (text, name, cue) => {
    expect(cueIn(text, name)).toBe(cue);
  });
});

it("a list of metrics holds metrics, written small or not", () => {
  const text = "By metrics such as exact match. Frogs rise by exact match.";
  expect(listedKind(text, text.indexOf("exact match"))).toBe(KindCue.Metric);
  expect(listedKind(text, text.lastIndexOf("exact match"))).toBe(KindCue.None);
});

describe("names that a paper coins", () => {
  const coined = (text: string, name: string, long?: string) => {
    const place = (part: string) => {
      const start = text.indexOf(part);
      return { start, end: start + part.length, text: part };
    };
    const sentence = { start: 0, end: text.length };
    const candidate = { field: "abstract", ...place(name), sentence } as unknown as Candidate;
    const abbreviations = long === undefined ? [] : [{ field: "abstract", short: place(name), long: place(long) }];
    return coinedCue(candidate, text, { abbreviations } as unknown as TaggedPaper) !== undefined;
  };

  it.each<[text: string, name: string, long: string | undefined, isCoined: boolean]>([
    ["We propose CroakNet, which listens.", "CroakNet", undefined, true],
    ["We then introduce a new architecture, CROAK, for ponds.", "CROAK", undefined, true],
    ["In this paper we present a simple method called CroakNet.", "CroakNet", undefined, true],
    ["We introduce a self-taught frog listener (STFL) that hears.", "STFL", "self-taught frog listener", true],
    ["We propose an extension of CroakNet.", "CroakNet", undefined, false],
    ["We propose a method based on CROAK.", "CROAK", undefined, false],
    ["We propose an effective CROAK method.", "CROAK", undefined, false],
    ["Others use CroakNet.", "CroakNet", undefined, false],
    ["We propose frogs.", "frogs", undefined, false],
  ])("%s %s", (text, name, long, isCoined) => {
    expect(coined(text, name, long)).toBe(isCoined);
  });
});
