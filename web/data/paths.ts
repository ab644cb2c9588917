/**
 * How one term leads to another, as `paperweave query … path` finds it, in node numbers.
 */
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { findPaths } from "../../src/query/path.ts";
import { documentOf, numberOf, termAt, type MapIndex } from "./map-index.ts";
import { queryIndex } from "./typed-search.ts";

const known = new WeakMap<GraphDocument, Map<string, number[][]>>();

/** Best first; terms and papers in turn. Empty when nothing leads there. */
export function pathsBetween(index: MapIndex, from: number, to: number): number[][] {
  const [start, end] = [termAt(index, from), termAt(index, to)];
  if (!start || !end) return [];
  let answers = known.get(documentOf(index));
  if (!answers) known.set(documentOf(index), (answers = new Map<string, number[][]>()));
  const key = `${from} ${to}`;
  let paths = answers.get(key);
  if (!paths) {
    const found = findPaths(queryIndex(documentOf(index)), start, end);
    answers.set(key, (paths = found.map((path) => path.flatMap((step) => numberOf(index, step.node.node) ?? []))));
  }
  return paths;
}
