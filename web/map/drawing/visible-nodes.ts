/**
 * Which nodes Sigma is given: all that are drawn while they are few, else those in and around the window, the most
 * important first. The rest stays in the columns.
 */
import type { MapIndex } from "../../data/map-index.ts";
import type { Box } from "../../lib/geometry.ts";
import type { LabelRank } from "../names/label-rank.ts";

/** Nodes that Sigma holds at most. A node costs it about 1 kB and 3 µs whenever nodes come or go. */
export const MAX_HELD = 20_000;
/** Papers are given so many places at least: they are the grain of the map. */
const MIN_PAPERS = MAX_HELD / 2;

/**
 * @param box in the map's units; nodes outside of it can wait.
 * @param drawn whether filters and distance leave a node.
 * @returns numbers of nodes, ascending.
 */
export function visibleNodes(
  index: MapIndex,
  importance: LabelRank,
  box: Box | undefined,
  drawn: (node: number) => boolean,
): Uint32Array {
  const { x, y } = index;
  const isIn = (node: number): boolean =>
    drawn(node) &&
    (box === undefined ||
      (x[node]! >= box.left && x[node]! <= box.right && y[node]! >= box.bottom && y[node]! <= box.top));
  const papers = take(importance.papers, isIn, MAX_HELD);
  const terms = take(importance.terms, isIn, MAX_HELD - Math.min(papers.length, MIN_PAPERS));
  const held = new Uint32Array(Math.min(MAX_HELD, papers.length + terms.length));
  held.set(terms);
  held.set(papers.slice(0, held.length - terms.length), terms.length);
  return held.sort();
}

function take(nodes: Iterable<number>, isIn: (node: number) => boolean, most: number): number[] {
  const taken: number[] = [];
  for (const node of nodes) {
    if (taken.length === most) break;
    if (isIn(node)) taken.push(node);
  }
  return taken;
}

/** Every community gives the same share of its papers, its own most important ones. */
export function evenly(index: MapIndex, papers: readonly number[]): readonly number[] {
  if (papers.length <= MAX_HELD) return papers;
  const seen = new Map<number, number>();
  const sizes = new Map<number, number>();
  for (const paper of papers) sizes.set(index.community[paper]!, (sizes.get(index.community[paper]!) ?? 0) + 1);
  const share = new Float64Array(index.papers);
  for (const paper of papers) {
    const community = index.community[paper]!;
    const before = seen.get(community) ?? 0;
    seen.set(community, before + 1);
    share[paper] = before / sizes.get(community)!;
  }
  return [...papers].sort((a, b) => share[a]! - share[b]! || a - b);
}
