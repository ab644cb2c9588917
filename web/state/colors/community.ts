/**
 * Nodes in the colour of their community.
 */
import { channelsOf, nodeColor } from "../../lib/color.ts";
import { UNKNOWN, type ColorMode } from "./color-mode.ts";

export const byCommunity: ColorMode = {
  name: "community",
  needsDocument: false,
  neutral: false,
  colorsOf: (index, scheme) => {
    const colors = new Map(index.topLevel.map(({ id, color }) => [id, nodeColor(channelsOf(color), scheme)]));
    const grey = nodeColor(UNKNOWN, scheme);
    return (node) => colors.get(index.community[node]!) ?? grey;
  },
};
