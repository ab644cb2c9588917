/**
 * Only one node and its neighbours, set in the panel of the node.
 */
import { adjacencyOf, nameOf } from "../../data/map-index.ts";
import { readNode, writeNode } from "../link-names.ts";
import type { Filter } from "./filter.ts";

export const aroundFilter: Filter<number | undefined> = {
  none: undefined,
  needsDocument: false,
  hide: (index, shown, center) => {
    const { start, neighbor } = adjacencyOf(index);
    const near = new Set([center, ...neighbor.subarray(start[center], start[center + 1])]);
    for (let node = 0; node < index.count; node++) if (!near.has(node)) shown[node] = 0;
  },
  words: (index, center) => `around ${nameOf(index, center)}`,
  writeLink: (index, center, link) => {
    link.set("around", writeNode(index, center));
  },
  readLink: (index, link) => readNode(index, link.get("around") ?? ""),
};
