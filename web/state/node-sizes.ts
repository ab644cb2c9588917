/**
 * What the radius of a node can tell, one entry each; the menu and links are made from this list.
 */
import type { MapIndex } from "../data/map-index.ts";
import { TEXTS } from "../texts.ts";
import { betweennessOf } from "./betweenness.ts";

interface SizeMode {
  /** In the menu, after "Size by". */
  readonly name: string;
  readonly needsDocument: boolean;
  readonly isOffered?: (index: MapIndex) => boolean;
  readonly hint?: string;
  /** In the map's units. */
  readonly sizesOf: (index: MapIndex) => Float64Array;
}

/** The sizes that the map was built with. */
const byPapers: SizeMode = { name: "papers", needsDocument: false, sizesOf: ({ size }) => size };

/** Within the range of the sizes that the map was built with; area grows with centrality. */
const byCentrality: SizeMode = {
  name: "centrality",
  needsDocument: true,
  isOffered: (index) => index.columns.central,
  hint: TEXTS.legend.centrality,
  sizesOf: (index) => {
    const min = index.size.reduce((a, b) => Math.min(a, b), Infinity);
    const max = index.size.reduce((a, b) => Math.max(a, b), 0);
    return index.size.map((_, node) => min + (max - min) * Math.sqrt(betweennessOf(index, node)));
  },
};

/** In the order of the menu; the first is that of a new map. Names stand in links. */
export const SIZE_MODES = { map: byPapers, centrality: byCentrality };
export type SizeModeName = keyof typeof SIZE_MODES;
export const SIZE_MODE_NAMES = Object.keys(SIZE_MODES) as SizeModeName[];

export function nodeSizes(index: MapIndex, mode: SizeModeName): Float64Array {
  return SIZE_MODES[mode].sizesOf(index);
}
