import { describe, expect, it } from "vitest";
import { KnownSenses } from "../../../src/extract/group/known-senses.ts";
import type { LongForm } from "../../../src/extract/group/sense-clusters.ts";
import type { KnownSense } from "../../../src/extract/model/notions.ts";

const sense = (papers: number, ...keys: string[]): KnownSense => ({
  text: keys[0]!,
  papers,
  vector: new Float32Array(),
  keys,
});

/** "AA" and "BB" share a long form, "BB" and "CC" another; "DD" stands alone. */
const KNOWN = new Map([
  ["AA", [sense(9, "apple art", "apple arts")]],
  ["BB", [sense(9, "apple arts", "bread art")]],
  ["CC", [sense(9, "bread art", "corn art")]],
  ["DD", [sense(9, "date art", "date arts")]],
]);
const keysNear = (...ownKeys: string[]) =>
  new KnownSenses(KNOWN, (key) => key, new Map(ownKeys.map((key) => [key, 3])))
    .near(new Map())
    .flatMap(({ keys }) => keys);

describe("senses that the background knows", () => {
  it("are near over any number of short forms that share a long one", () => {
    expect(new Set(keysNear("corn art"))).toEqual(new Set(["apple art", "apple arts", "bread art", "corn art"]));
    expect(new Set(keysNear("date art"))).toEqual(new Set(["date art", "date arts"]));
    expect(keysNear("elder art")).toEqual([]);
  });

  it("are near by a long form that papers define, if none has it as a term", () => {
    const known = new KnownSenses(KNOWN, (key) => key, new Map());
    const own = new Map([["EE", new Map([["date arts", { key: "date arts", text: "date arts", papers: 1 }]])]]);
    expect(known.near(own).map(({ keys }) => keys[0])).toEqual(["date art"]);
  });

  it("leave out a short form that papers define: what is known of it stands among their long forms", () => {
    const known = new KnownSenses(KNOWN, (key) => key, new Map([["date art", 3]]));
    const longs = new Map<string, LongForm>();
    known.addTo(longs, "DD");
    expect([...longs.keys()]).toEqual(["date art", "date arts"]);
    expect(known.near(new Map([["DD", longs]]))).toEqual([]);
  });
});
