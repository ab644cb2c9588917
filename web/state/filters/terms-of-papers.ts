/**
 * Terms follow their papers.
 */
import { EDGE_KINDS, type MapIndex } from "../../data/map-index.ts";

const MENTIONS = EDGE_KINDS.indexOf("mentions");

/** Hides the papers that do not stay, and the terms that no paper that stays mentions. @param stays 1 for papers that do. */
export function keepPapers(index: MapIndex, shown: Uint8Array, stays: Uint8Array): void {
  for (let paper = 0; paper < index.papers; paper++) if (!stays[paper]) shown[paper] = 0;
  for (let node = index.papers; node < index.count; node++) {
    let found = false;
    for (let i = index.start[node]!; i < index.start[node + 1]! && !found; i++)
      found = index.edgeKind[i] === MENTIONS && stays[index.neighbor[i]!] === 1;
    if (!found) shown[node] = 0;
  }
}
