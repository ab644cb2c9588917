import { describe, expect, it } from "vitest";
import { sequenceOf } from "../../src/contract/sequence.ts";

describe("a sequence whose items are made when asked for", () => {
  const squares = sequenceOf(4, (place) => ({ square: place * place }));

  it("reads by place, and knows where it ends", () => {
    expect(squares.length).toBe(4);
    expect(squares.at(3)).toEqual({ square: 9 });
    expect([squares.at(4), squares.at(-1)]).toEqual([undefined, undefined]);
  });

  it("reads in order, as often as asked, as JSON too", () => {
    expect([...squares]).toEqual([...squares]);
    expect(Array.from(squares, ({ square }) => square)).toEqual([0, 1, 4, 9]);
    expect(JSON.stringify(squares)).toBe(JSON.stringify([...squares]));
  });
});
