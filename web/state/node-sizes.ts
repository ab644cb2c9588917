/**
 * The radius of every node by what the reader wants it to tell.
 */
import { paperAt, termAt, type MapIndex } from "../data/map-index.ts";
import type { SizeMode } from "./view-state.ts";

/** In the map's units, within the range of the sizes that it was built with; area grows with centrality. */
export function nodeSizes(index: MapIndex, mode: SizeMode): Float64Array {
  if (mode === "map") return index.size;
  const least = index.size.reduce((a, b) => Math.min(a, b), Infinity);
  const most = index.size.reduce((a, b) => Math.max(a, b), 0);
  return index.size.map((_, node) => {
    const { betweenness = 0 } = paperAt(index, node) ?? termAt(index, node) ?? {};
    return least + (most - least) * Math.sqrt(betweenness);
  });
}
