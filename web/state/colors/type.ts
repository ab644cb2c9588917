/**
 * Papers grey, terms in the colour of their type: the same as of the marks in texts.
 */
import { SHAPES } from "../../data/map-index.ts";
import { channelsOf, type ColorScheme, type Rgb } from "../../lib/color.ts";
import { DARK_COLORS, LIGHT_COLORS } from "../../style/tokens.ts";
import { UNKNOWN, type ColorMode } from "./color-mode.ts";

const COLORS = [LIGHT_COLORS, DARK_COLORS].map((colors) =>
  SHAPES.map((shape) => channelsOf(colors[shape === "paper" ? "paper-mark" : shape])),
);

/** @param shape place in `SHAPES`. */
function shapeColor(shape: number, { dark }: ColorScheme): Rgb {
  return COLORS[dark ? 1 : 0]?.[shape] ?? UNKNOWN;
}

export const byType: ColorMode = {
  name: "type",
  needsDocument: false,
  colorsOf: (index, scheme) => (node) => shapeColor(index.shape[node]!, scheme),
  shapeColor,
};
