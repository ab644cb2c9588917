import { describe, expect, test } from "vitest";
import { tellingSentence, wordsOfSearch } from "../../web/data/telling-sentence.ts";

describe("the sentence that a search found", () => {
  const text =
    "Rivers are mapped by boats. Drones map 3.5 km of river in an hour, and boats only one. Nobody maps them by foot!";

  test("has most of the words; a point within a number ends none", () => {
    expect(tellingSentence(text, ["drones", "boats"])).toBe(
      "Drones map 3.5 km of river in an hour, and boats only one.",
    );
    expect(tellingSentence(text, ["boats"])).toBe("Rivers are mapped by boats.");
    expect(tellingSentence(text, ["foot", "maps"])).toBe("Nobody maps them by foot!");
  });

  test("is none where none has any", () => {
    expect(tellingSentence(text, ["glacier"])).toBeUndefined();
    expect(tellingSentence("", ["boats"])).toBeUndefined();
    expect(tellingSentence(text, [])).toBeUndefined();
  });

  test("is cut between words where it is long, with the words in it", () => {
    const long = `${"many quiet words before ".repeat(12)}the heron lands ${"and many words after ".repeat(12)}end.`;
    const shown = tellingSentence(long, ["heron"])!;
    expect(shown.length).toBeLessThan(160);
    expect(shown).toMatch(/^… \S.*heron lands.*\S …$/);
    expect(long).toContain(shown.slice(2, -2));
  });
});

describe("words of a search", () => {
  test.each([
    ["heron AND task:mapping NOT dataset:Birds", ["heron", "mapping"]],
    ['heron "and', []],
    ['"closed-loop system"', ["closed", "loop", "system"]],
    ["Über of", ["uber"]],
  ])("%s", (text, words) => {
    expect(wordsOfSearch(text)).toEqual(words);
  });
});
