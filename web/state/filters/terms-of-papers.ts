/**
 * Terms follow their papers.
 */
import { EDGE_KINDS, type MapIndex } from "../../data/map-index.ts";

const MENTIONS = EDGE_KINDS.indexOf("mentions");

/** Hides the papers that do not stay, and the terms that no paper that stays mentions. @param stays 1 for papers that do. */
export function keepPapers(index: MapIndex, shown: Uint8Array, stays: Uint8Array): void {
  for (let paper = 0; paper < index.papers; paper++) if (!stays[paper]) shown[paper] = 0;
  const { from, to, kind } = index.columns;
  const found = new Uint8Array(index.count);
  for (let edge = 0; edge < from.length; edge++)
    if (kind[edge] === MENTIONS && stays[from[edge]!] === 1) found[to[edge]!] = 1;
  for (let node = index.papers; node < index.count; node++) if (!found[node]) shown[node] = 0;
}
