/**
 * What the colour of a node can tell, one line each; the menu, the legend and links are made from this list.
 */
import type { MapIndex } from "../../data/map-index.ts";
import type { ColorScheme } from "../../lib/color.ts";
import { byCentrality } from "./centrality.ts";
import type { Scale } from "./color-mode.ts";
import { byCommunity } from "./community.ts";
import { byConfidence } from "./confidence.ts";
import { byDate } from "./date.ts";
import { byNew } from "./new.ts";
import { byPapers } from "./papers.ts";
import { byType } from "./type.ts";

/** In the order of the menu; the first is that of a new map. Names stand in links. */
export const COLOR_MODES = {
  community: byCommunity,
  type: byType,
  date: byDate,
  papers: byPapers,
  confidence: byConfidence,
  centrality: byCentrality,
  new: byNew,
};
export type ColorModeName = keyof typeof COLOR_MODES;
export const COLOR_MODE_NAMES = Object.keys(COLOR_MODES) as ColorModeName[];

/** Undefined for modes that name their colours one by one, and where no value is known. */
export function colorScale(index: MapIndex, mode: ColorModeName, scheme: ColorScheme): Scale | undefined {
  return COLOR_MODES[mode].scaleOf?.(index, scheme);
}
