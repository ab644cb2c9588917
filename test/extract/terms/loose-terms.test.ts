import { expect, it } from "vitest";
import { looseTerms } from "../../../src/extract/terms/loose-terms.ts";

it("what most papers say and do not use as a term is none, unless it is a notion that others are kinds of", () => {
  const rows: [name: string, papers: number, users: number][] = [
    ["in-depth analysis", 9, 2],
    ["flexibility", 12, 4],
    ["attention", 60, 5],
    ["self-attention", 3, 3],
    ["cross attention", 2, 2],
    ["linear attention", 2, 2],
    ["sparse attention", 1, 1],
    ["wording", 30, 2],
    ["precise wording", 1, 1],
    ["new wording", 1, 1],
    ["old wording", 1, 1],
    ["odd wording", 1, 1],
    ["frog", 2, 0],
    ["toad", 3, 2],
  ];
  const loose = looseTerms(
    rows.map(([name]) => name),
    rows.map(([, papers]) => papers),
    rows.map(([, , users]) => users),
  );
  expect(rows.filter((_, t) => loose[t] === 1).map(([name]) => name)).toEqual([
    "in-depth analysis",
    "flexibility",
    "wording",
  ]);
});
