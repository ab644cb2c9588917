/**
 * Small communities join the neighbour that they are tied to most; those tied to nothing are gathered in one.
 */
import { UnionFind } from "../../lib/union-find.ts";
import { type EdgeList, tiesBetween } from "../edge-list.ts";
import { canonicalNumbers, communityCount } from "./partition.ts";

export interface MergedCommunities {
  /** Per node; numbers in no particular order. */
  readonly community: Int32Array;
  /** Number of the community that gathers what has no tie to any other. */
  readonly unconnected?: number;
}

/** Fewest papers of a community that stands on its own: 1 % of the papers, but 3 … 10. */
function minCommunitySize(papers: number): number {
  return Math.min(10, Math.max(3, Math.ceil(papers / 100)));
}

/** @param minSize fewest members of a community that stays. */
export function mergeSmallCommunities(
  edges: EdgeList,
  community: Int32Array,
  minSize = minCommunitySize(community.length),
): MergedCommunities {
  const start = canonicalNumbers(community);
  const count = communityCount(start);
  const merged = new UnionFind(count);
  const size = new Int32Array(count);
  for (const c of start) size[c]!++;
  const ties = tiesBetween(edges, start, count);
  // Smallest first: a small one may join another, and together they may be large enough.
  for (let c = count - 1; c >= 0; c--) {
    if (size[c]! >= minSize) continue;
    const best = strongestTie(ties[c]!);
    if (best === undefined) continue;
    merged.union(c, best);
    size[best]! += size[c]!;
    moveTies(ties, c, best);
  }
  return gatherUnconnected(
    start.map((c) => merged.find(c)),
    minSize,
  );
}

/** Of equal ties the one to the smaller number, which is the larger community. */
function strongestTie(ties: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined;
  let max = 0;
  for (const [other, weight] of [...ties].sort((a, b) => a[0] - b[0])) {
    if (weight > max) [best, max] = [other, weight];
  }
  return best;
}

/** What was tied to `from` is tied to `to`. */
function moveTies(ties: readonly Map<number, number>[], from: number, to: number): void {
  for (const [other, weight] of ties[from]!) {
    ties[other]!.delete(from);
    if (other === to) continue;
    ties[to]!.set(other, (ties[to]!.get(other) ?? 0) + weight);
    ties[other]!.set(to, (ties[other]!.get(to) ?? 0) + weight);
  }
}

/** All communities that are still too small become one, if there are several. */
function gatherUnconnected(community: Int32Array, minSize: number): MergedCommunities {
  const size = new Int32Array(communityCount(community));
  for (const c of community) size[c]!++;
  const isSmall = (c: number) => size[c]! < minSize;
  const unconnected = community.find(isSmall);
  if (unconnected === undefined || community.every((c) => c === unconnected || !isSmall(c))) return { community };
  return { community: community.map((c) => (isSmall(c) ? unconnected : c)), unconnected };
}
