/**
 * Colours of the map: the document's community colours, brought to where they can be read by day and by night.
 */
import { parseHex, type Rgb } from "../../src/lib/color.ts";
import { DARK_COLORS, GREY, LIGHT_COLORS } from "../style/tokens.ts";

export { toHex, type Rgb } from "../../src/lib/color.ts";

/** WCAG's contrast for small text, and a little more. */
const READABLE = 4.6;
const GREY_RGB: Rgb = parseHex(GREY)!;

/** What the map is drawn on and written with. */
export interface ColorScheme {
  readonly dark: boolean;
  readonly paper: Rgb;
  readonly ink: Rgb;
}

/** Channels of `#rrggbb`; of any other text, grey. */
export function channelsOf(hex: string): Rgb {
  return parseHex(hex) ?? GREY_RGB;
}

export const LIGHT: ColorScheme = {
  dark: false,
  paper: channelsOf(LIGHT_COLORS.paper),
  ink: channelsOf(LIGHT_COLORS.ink),
};
export const DARK: ColorScheme = { dark: true, paper: channelsOf(DARK_COLORS.paper), ink: channelsOf(DARK_COLORS.ink) };
/** @param share 0: all `a`, 1: all `b`. */
export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

/** Relative luminance, 0…1 (WCAG 2). */
function luminance(color: Rgb): number {
  const [r, g, b] = color.map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** 1…21 (WCAG 2). */
export function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** The colour, moved towards the ink until it can be read as text on the paper. */
export function readable(color: Rgb, scheme: ColorScheme): Rgb {
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = mix(color, scheme.ink, share);
    if (contrast(candidate, scheme.paper) >= READABLE) return candidate;
  }
  return scheme.ink;
}

/** A node's own colour: a little livelier at night. */
export function nodeColor(color: Rgb, scheme: ColorScheme): Rgb {
  return scheme.dark ? mix(color, [255, 255, 255], 0.12) : color;
}
