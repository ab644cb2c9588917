/**
 * The places of the last build, kept: only what is new, or has another community now, is put among its neighbours.
 */
import type { Anchor } from "../last-build.ts";
import { communityCount } from "../communities/partition.ts";
import { adjacency, type EdgeList } from "../edge-list.ts";
import { type Circles, GOLDEN_ANGLE, type Positions } from "./circles.ts";
import { joinColumns } from "../../tables/column.ts";
import { removeOverlaps } from "./overlaps.ts";

/**
 * Circles that stand as they stood must not count as too near: places are rounded to two digits in the document, and what
 * took a free spot stands up to 0.05 nearer than the gap that is kept (`overlaps.ts`).
 */
const ROUNDING = 0.035;
/** How far from the middle of its neighbours a node is put, in the map's units, for each that was put before. */
const STEP = 0.7;
/** Each round places those that have a placed neighbour by then. */
const ROUNDS = 3;

/**
 * @param edges over papers, then terms.
 * @param community of each node, as numbers of this build.
 * @param radius of each node.
 */
export function anchoredLayout(
  edges: EdgeList,
  community: Int32Array,
  radius: Float64Array,
  { papers, terms }: Anchor,
): Circles {
  const { x, y } = placesOf({ papers, terms });
  const then = Int32Array.from([...papers.community, ...terms.community]);
  const stood = mostCommonBefore(community, then);
  for (let node = 0; node < x.length; node++) if (then[node] !== stood[community[node]!]) x[node] = NaN;
  putAmongNeighbors(edges, community, x, y);
  removeOverlaps({ x, y, radius: radius.map((r) => r - ROUNDING) });
  return { x, y, radius };
}

/** Of each community now: the number that most of its nodes had in the last build. */
function mostCommonBefore(community: Int32Array, then: Int32Array): number[] {
  const counts = Array.from({ length: communityCount(community) }, () => new Map<number, number>());
  community.forEach((c, node) => {
    const count = counts[c]!;
    if (then[node]! >= 0) count.set(then[node]!, (count.get(then[node]!) ?? 0) + 1);
  });
  return counts.map((count) => {
    let best = -1;
    for (const [number, times] of count) {
      const most = count.get(best) ?? 0;
      if (times > most || (times === most && number < best)) best = number;
    }
    return best;
  });
}

/** @param x NaN where a node has no place; @param y in step. */
function putAmongNeighbors(edges: EdgeList, community: Int32Array, x: Float64Array, y: Float64Array): void {
  const { offsets, neighbors, weights } = adjacency(edges);
  const middles = middlesOf(community, x, y);
  let put = 0;
  const place = (node: number, middle: { readonly x: number; readonly y: number }) => {
    const reach = STEP * Math.sqrt(++put);
    x[node] = middle.x + reach * Math.cos(put * GOLDEN_ANGLE);
    y[node] = middle.y + reach * Math.sin(put * GOLDEN_ANGLE);
  };
  for (let round = 0; round <= ROUNDS; round++) {
    for (let node = 0; node < x.length; node++) {
      if (!Number.isNaN(x[node]!)) continue;
      const sum = { x: 0, y: 0, weight: 0 };
      for (let at = offsets[node]!; at < offsets[node + 1]!; at++) {
        const other = neighbors[at]!;
        if (Number.isNaN(x[other]!) || community[other] !== community[node]) continue;
        sum.x += weights[at]! * x[other]!;
        sum.y += weights[at]! * y[other]!;
        sum.weight += weights[at]!;
      }
      if (sum.weight > 0) place(node, { x: sum.x / sum.weight, y: sum.y / sum.weight });
      else if (round === ROUNDS) place(node, middles[community[node]!]!);
    }
  }
}

/** Of each community: the mean of its placed nodes; the map's own where it has none. */
function middlesOf(community: Int32Array, x: Float64Array, y: Float64Array): { x: number; y: number }[] {
  const sums = Array.from({ length: communityCount(community) }, () => ({ x: 0, y: 0, count: 0 }));
  const all = { x: 0, y: 0, count: 0 };
  community.forEach((c, node) => {
    if (Number.isNaN(x[node]!)) return;
    for (const sum of [sums[c]!, all]) {
      sum.x += x[node]!;
      sum.y += y[node]!;
      sum.count++;
    }
  });
  return sums.map((own) => {
    const { x: left, y: up, count } = own.count > 0 ? own : all;
    return { x: left / Math.max(1, count), y: up / Math.max(1, count) };
  });
}

/** Of papers, then terms; NaN for new ones. */
export function placesOf({ papers, terms }: Pick<Anchor, "papers" | "terms">): Positions {
  return { x: joinColumns(papers.x, terms.x), y: joinColumns(papers.y, terms.y) };
}
