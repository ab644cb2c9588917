/**
 * What the last build added in one colour, all else grey: new papers, and terms that only they have.
 */
import { newNodes } from "../../../src/query/new-nodes.ts";
import { adjacencyOf, type MapIndex } from "../../data/map-index.ts";
import { channelsOf } from "../../lib/color.ts";
import { DARK_COLORS, LIGHT_COLORS } from "../../style/tokens.ts";
import { TEXTS } from "../../texts.ts";
import { UNKNOWN, type ColorMode } from "./color-mode.ts";

function marksOf(index: MapIndex): Uint8Array {
  const { start, neighbor } = adjacencyOf(index);
  const papersOf = (term: number) =>
    neighbor.subarray(start[term], start[term + 1]).filter((node) => node < index.papers);
  return newNodes({ papers: index.papers, nodes: index.count }, index.columns.added ?? [], papersOf);
}

export const byNew: ColorMode = {
  name: TEXTS.legend.added,
  needsDocument: false,
  isOffered: (index) => index.columns.added !== undefined,
  hint: TEXTS.legend.addedHint,
  colorsOf: (index, { dark }) => {
    const marks = marksOf(index);
    const color = channelsOf((dark ? DARK_COLORS : LIGHT_COLORS).accent);
    return (node) => (marks[node] === 1 ? color : UNKNOWN);
  },
};
