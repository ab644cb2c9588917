import { describe, expect, it } from "vitest";
import { strayPapers } from "../../../src/graph/edges/stray-papers.ts";

/** Two nearest for each paper, the better one given. */
function straysOf(best: readonly number[]): number[] {
  const nearest = {
    k: 2,
    count: Int32Array.from(best, (cosine) => (cosine > 0 ? 2 : 0)),
    indices: new Int32Array(2 * best.length),
    cosines: Float64Array.from(best.flatMap((cosine) => [cosine, cosine / 2])),
  };
  return [...strayPapers(nearest).keys()].filter((paper) => strayPapers(nearest)[paper] === 1);
}

const usual = (papers: number, cosine = 0.2) => Array.from({ length: papers }, () => cosine);

describe("stray papers", () => {
  it("are far less like any other than is usual", () => {
    expect(straysOf([...usual(40), 0.05, 0.1, 0])).toEqual([40, 42]);
  });

  it("are told by what is usual in the corpus", () => {
    expect(straysOf([...usual(40, 0.1), 0.05])).toEqual([]);
    expect(straysOf([...usual(40, 0.9), 0.2])).toEqual([40]);
  });

  it("are none among few papers", () => {
    expect(straysOf([...usual(20), 0])).toEqual([]);
  });
});
