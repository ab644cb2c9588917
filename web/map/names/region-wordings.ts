/**
 * How a region's name is worded and where it stands: on its own land, smaller or shorter where it finds no room there.
 */
import { channelsOf, mix, readable, toHex, type ColorScheme } from "../../lib/color.ts";
import type { Box, Circle, Point } from "../../lib/geometry.ts";
import { landColor } from "../background/land-layer.ts";
import type { RegionText } from "../scene.ts";
import { placeRegion, type Occupied } from "./label-placement.ts";
import { breakLines, type BrokenLine } from "./line-breaks.ts";
import type { NameStyle } from "./name-style.ts";
import type { TextWidths } from "./text-width.ts";

/** A text in a size, broken into lines. */
export interface Wording {
  readonly style: NameStyle;
  readonly lines: readonly BrokenLine[];
  readonly width: number;
  readonly height: number;
}

/** Distance of a name's lines, in sizes of its letters. */
const LEADING = 1.14;
/** Width of the halo around the letters, in pixels. */
export const HALO = 4;
/** Sizes that are tried, as shares of the largest; in pixels at least. */
const SIZES = [1, 0.86, 0.74];
const MIN_SIZE = 11;
/** What a name costs that stands on the land of others with all of its box, beside what it covers (1: all). */
const FOREIGN_COST = 4;
/** Share of the box that may stand there without trying another wording. */
const FOREIGN_EASY = 0.06;
/** Places of a box that are looked at. */
const COLUMNS = 8;
const ROWS = 4;

/** From the largest size to the smallest. @param largest style in the size that is tried first */
export function wordingsOf(widths: TextWidths, text: string, largest: NameStyle): Wording[] {
  const sizes = [...new Set(SIZES.map((share) => Math.max(Math.min(MIN_SIZE, largest.size), largest.size * share)))];
  return sizes.map((size) => {
    const style = { ...largest, size };
    const lines = breakLines(widths, style, text);
    const width = Math.max(...lines.map((line) => line.width)) + HALO;
    return { style, lines, width, height: lines.length * LEADING * size + HALO };
  });
}

/** A worded place as it is written. */
export function textAt({ box, wording }: WordedPlace, { color, halo }: Ink, alpha: number): RegionText {
  const { lines, width, style } = wording;
  return {
    style: { ...style, color, halo },
    alpha,
    lines: lines.map((line, i) => ({
      text: line.text,
      left: box.left + (width - line.width) / 2,
      top: box.top + HALO / 2 + i * LEADING * style.size,
    })),
  };
}

/** Colours of letters on the land of a community, and of the halo around them. */
export interface Ink {
  readonly color: string;
  readonly halo: string;
}

/** @param color of the community, as the document has it @param ink share of the scheme's ink in the letters, 0…1 */
export function inkOnLand(color: string, scheme: ColorScheme, ink = 0): Ink {
  const own = channelsOf(color);
  const ground = landColor(own, scheme);
  const letters = mix(readable(own, { ...scheme, paper: ground }), scheme.ink, ink);
  return { color: toHex(letters), halo: toHex(ground) };
}

/** What a place is judged by. */
export interface Ground {
  /** Share of what matters in the region under a box, 0…1. */
  readonly covered: (box: Box) => number;
  /** How wrong a pixel is for the name: 0 on the region's own land, 1 on that of another. */
  readonly strangeness: (pixel: Point) => number;
  /** Share of the box that may be wrong, 0…1. */
  readonly maxForeign: number;
}

export interface WordedPlace {
  readonly box: Box;
  readonly wording: Wording;
}

/** The first wording that stands on its own land; else the one that stands least on that of others. */
export function bestPlace(
  wordings: readonly Wording[],
  region: Circle,
  free: Occupied,
  { covered, strangeness, maxForeign }: Ground,
): WordedPlace | undefined {
  let best: WordedPlace | undefined;
  let least = maxForeign;
  for (const wording of wordings) {
    const cost = (box: Box) => covered(box) + FOREIGN_COST * foreignShare(box, strangeness);
    const placed = placeRegion(free, region, wording, cost);
    if (!placed) continue;
    const foreign = foreignShare(placed.box, strangeness);
    if (foreign < least) {
      least = foreign;
      best = { box: placed.box, wording };
    }
    if (foreign <= FOREIGN_EASY) break;
  }
  return best;
}

/** How much of a name at sea speaks against a place, as a share of what it would on the land of another. */
export const SEA = 0.3;

/** Mean over the box. */
export function foreignShare({ left, top, right, bottom }: Box, strangeness: Ground["strangeness"]): number {
  let foreign = 0;
  for (let column = 0; column < COLUMNS; column++) {
    for (let row = 0; row < ROWS; row++) {
      const x = left + ((column + 0.5) / COLUMNS) * (right - left);
      const y = top + ((row + 0.5) / ROWS) * (bottom - top);
      foreign += strangeness({ x, y });
    }
  }
  return foreign / (COLUMNS * ROWS);
}
