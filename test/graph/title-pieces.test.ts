import { expect, it } from "vitest";
import { isTitlePiece } from "../../src/graph/title-pieces.ts";

it.each([
  ["Rethinking Frogs", true, true],
  ["Frogs Meet Toads", true, true],
  ["Pond and Marsh Ecology", false, true],
  ["Seek, Find and Keep", true, false],
  ["learning rate", false, false],
  ["Understanding", false, false],
  ["Pond Ecology", false, false],
])("%s, before the colon: %s, is a piece of a title: %s", (text, isLabel, isPiece) => {
  expect(isTitlePiece(text, isLabel)).toBe(isPiece);
});
