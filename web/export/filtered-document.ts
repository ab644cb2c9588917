/**
 * The part of the document that the filters leave.
 */
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { partOfDocument } from "../../src/export/part-of-document.ts";
import { documentOf, idOf, type MapIndex } from "../data/map-index.ts";

export function filteredDocument(index: MapIndex, shown: Uint8Array): GraphDocument {
  const kept = new Set<string>();
  for (let node = 0; node < index.count; node++) if (shown[node]) kept.add(idOf(index, node));
  return partOfDocument(documentOf(index), (id) => kept.has(id));
}
