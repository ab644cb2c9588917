/**
 * Share of the shortest ways that pass a node, 0…1; 0 where the document does not say.
 */
import { paperAt, termAt, type MapIndex } from "../data/map-index.ts";

export function betweennessOf(index: MapIndex, node: number): number {
  return (paperAt(index, node) ?? termAt(index, node))?.betweenness ?? 0;
}
