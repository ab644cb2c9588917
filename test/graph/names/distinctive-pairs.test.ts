import { describe, expect, it } from "vitest";
import { distinctiveness, distinctivePairs } from "../../../src/graph/names/distinctive-pairs.ts";

const papers = (first: number, end: number) => Int32Array.from({ length: end - first }, (_, i) => first + i);
const inside = Uint8Array.from({ length: 100 }, (_, paper) => (paper < 20 ? 1 : 0));
const term = (number: number, score: number) => ({ term: number, score, worth: 1 });

describe("pairs of terms for a name", () => {
  it("prefer a second specific term to a general one that covers more", () => {
    // Term 0: ten papers, all inside. Term 1: general, in all of the rest inside and in half of the others.
    const papersOf = [papers(0, 10), papers(10, 60), papers(10, 15)];
    const [best] = distinctivePairs([term(0, 30), term(1, 20), term(2, 20)], (t) => papersOf[t]!, inside);
    expect(best).toEqual([0, 2]);
  });

  it("prefer a second term with papers of its own", () => {
    const papersOf = [papers(0, 10), papers(0, 8), papers(10, 16)];
    const [best] = distinctivePairs([term(0, 30), term(1, 20), term(2, 20)], (t) => papersOf[t]!, inside);
    expect(best).toEqual([0, 2]);
  });

  it("are none where there is one term", () => {
    expect(distinctivePairs([term(0, 30)], () => papers(0, 10), inside)).toEqual([]);
  });

  it("weigh what is as frequent outside at nothing, and less than nothing what is rarer inside", () => {
    expect(distinctiveness(5, 20, 20, 80)).toBeCloseTo(0);
    expect(distinctiveness(1, 20, 40, 80)).toBeLessThan(0);
    expect(distinctiveness(10, 20, 0, 80)).toBeGreaterThan(distinctiveness(10, 20, 10, 80));
  });
});
