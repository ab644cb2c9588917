/**
 * How much of the map is shown.
 */
import type { MapIndex } from "../data/map-index.ts";

/** @param shown 1 where the node is shown. */
export function countVisible(index: MapIndex, shown: Uint8Array): { papers: number; terms: number } {
  let papers = 0;
  let terms = 0;
  for (let node = 0; node < index.count; node++) {
    if (!shown[node]) continue;
    if (node < index.papers) papers++;
    else terms++;
  }
  return { papers, terms };
}
