/**
 * How one term leads to another, as `paperweave query … path` finds it, in node numbers.
 */
import { findPaths } from "../../src/query/path.ts";
import { termAt, type MapIndex } from "./map-index.ts";
import { queryIndex } from "./typed-search.ts";

const known = new WeakMap<MapIndex["document"], Map<string, number[][]>>();

/** Best first; terms and papers in turn. Empty when nothing leads there. */
export function pathsBetween(index: MapIndex, from: number, to: number): number[][] {
  const [start, end] = [termAt(index, from), termAt(index, to)];
  if (!start || !end) return [];
  let answers = known.get(index.document);
  if (!answers) known.set(index.document, (answers = new Map<string, number[][]>()));
  const key = `${from} ${to}`;
  let paths = answers.get(key);
  if (!paths) {
    const found = findPaths(queryIndex(index.document), start, end);
    answers.set(key, (paths = found.map((path) => path.flatMap((step) => index.numberOf.get(step.node.node) ?? []))));
  }
  return paths;
}
