/**
 * What the last build added in one colour, all else grey: new papers, and terms that only they have.
 */
import { adjacencyOf, type MapIndex } from "../../data/map-index.ts";
import { channelsOf } from "../../lib/color.ts";
import { DARK_COLORS, LIGHT_COLORS } from "../../style/tokens.ts";
import { TEXTS } from "../../texts.ts";
import { UNKNOWN, type ColorMode } from "./color-mode.ts";

function newNodes(index: MapIndex): Uint8Array {
  const { start, neighbor } = adjacencyOf(index);
  const marks = new Uint8Array(index.count);
  for (const paper of index.columns.added ?? []) marks[paper] = 1;
  for (let term = index.papers; term < index.count; term++) {
    const papers = neighbor.subarray(start[term], start[term + 1]).filter((node) => node < index.papers);
    if (papers.length > 0 && papers.every((paper) => marks[paper] === 1)) marks[term] = 1;
  }
  return marks;
}

export const byNew: ColorMode = {
  name: TEXTS.legend.added,
  needsDocument: false,
  isOffered: (index) => index.columns.added !== undefined,
  hint: TEXTS.legend.addedHint,
  colorsOf: (index, { dark }) => {
    const marks = newNodes(index);
    const color = channelsOf((dark ? DARK_COLORS : LIGHT_COLORS).accent);
    return (node) => (marks[node] === 1 ? color : UNKNOWN);
  },
};
