/**
 * How a region's name is worded and where it stands: on its own land, smaller or shorter where it finds no room there.
 */
import type { Box, Circle, Point } from "../../lib/geometry.ts";
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
export const LEADING = 1.14;
/** Width of the halo around the letters, in pixels. */
export const HALO = 6;
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

/** The half before "&" of a name of two. */
export function shortName(label: string): string {
  return label.split(" & ")[0]!;
}

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

/** What a place is judged by. */
export interface Ground {
  /** Share of what matters in the region under a box, 0…1. */
  readonly covered: (box: Box) => number;
  /** Does a pixel lie on the land of another region? */
  readonly isForeign: (pixel: Point) => boolean;
  /** Share of the box that may lie there, 0…1. */
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
  { covered, isForeign, maxForeign }: Ground,
): WordedPlace | undefined {
  let best: WordedPlace | undefined;
  let least = maxForeign;
  for (const wording of wordings) {
    const cost = (box: Box) => covered(box) + FOREIGN_COST * foreignShare(box, isForeign);
    const placed = placeRegion(free, region, wording, cost);
    if (!placed) continue;
    const foreign = foreignShare(placed.box, isForeign);
    if (foreign < least) {
      least = foreign;
      best = { box: placed.box, wording };
    }
    if (foreign <= FOREIGN_EASY) break;
  }
  return best;
}

function foreignShare({ left, top, right, bottom }: Box, isForeign: Ground["isForeign"]): number {
  let foreign = 0;
  for (let column = 0; column < COLUMNS; column++) {
    for (let row = 0; row < ROWS; row++) {
      const x = left + ((column + 0.5) / COLUMNS) * (right - left);
      const y = top + ((row + 0.5) / ROWS) * (bottom - top);
      if (isForeign({ x, y })) foreign++;
    }
  }
  return foreign / (COLUMNS * ROWS);
}
