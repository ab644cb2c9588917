/**
 * What the camera aims at when cards lie over the map.
 */
import { expect, test } from "vitest";
import { aimedAt } from "../../web/map/camera/projection.ts";

const insets = { left: 20, top: 100, right: 20, bottom: 20 };

test("a card that leaves room is kept free of", () => {
  expect(aimedAt({ ...insets, bottom: 400 }, 844)).toEqual({ ...insets, bottom: 400 });
});

test("a card over nearly all of the window counts as gone: what it hides is aimed at", () => {
  expect(aimedAt({ ...insets, bottom: 700 }, 844)).toEqual({ ...insets, bottom: 100 });
});
