import { describe, expect, it } from "vitest";
import { coinedCue } from "../../../src/extract/choose/coined-names.ts";
import { resourceCue, ResourceCue } from "../../../src/extract/choose/resource-cue.ts";
import type { Candidate, TaggedPaper } from "../../../src/extract/types.ts";

const cueIn = (text: string, name: string) => resourceCue(text, text.indexOf(name), text.indexOf(name) + name.length);

describe("what a sentence calls a name", () => {
  it.each([
    ["We release PondLife, a large benchmark for frog detection.", "PondLife", ResourceCue.Dataset],
    ["We report results on the PondLife dataset.", "PondLife", ResourceCue.Dataset],
    ["Experiments on PondLife and MarshSet datasets show it.", "PondLife", ResourceCue.Dataset],
    ["Experiments on PondLife and MarshSet datasets show it.", "MarshSet", ResourceCue.Dataset],
    ["It wins on benchmarks such as PondLife.", "PondLife", ResourceCue.Dataset],
    ["FrogBench tells them apart.", "FrogBench", ResourceCue.Dataset],
    ["It takes 3.2 FROG models.", "FROG", ResourceCue.None],
    ["It gains 3.2 FROG, as before.", "FROG", ResourceCue.Metric],
    ["We propose CROAK, a metric of loudness.", "CROAK", ResourceCue.Metric],
    // The noun that follows is only a part of another one, or the name only describes it.
    ["We present PondLife, a dataset distillation method.", "PondLife", ResourceCue.None],
    ["We collect a CROAK dataset.", "CROAK", ResourceCue.None],
    ["PondLife is trained longer.", "PondLife", ResourceCue.None],
  ])("%s (%s)", (text, name, cue) => {
    expect(cueIn(text, name)).toBe(cue);
  });
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
