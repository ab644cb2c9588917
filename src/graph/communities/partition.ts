/**
 * Partitions of nodes: an array with the community of each node.
 */

/** Renumbers by size, largest first; ties by smallest member. Equal groupings get equal arrays. */
export function canonicalNumbers(community: Int32Array): Int32Array {
  const size = new Map<number, number>();
  const first = new Map<number, number>();
  community.forEach((c, i) => {
    size.set(c, (size.get(c) ?? 0) + 1);
    if (!first.has(c)) first.set(c, i);
  });
  const order = [...size.keys()].sort((a, b) => size.get(b)! - size.get(a)! || first.get(a)! - first.get(b)!);
  const number = new Map(order.map((c, i) => [c, i]));
  return community.map((c) => number.get(c)!);
}

/** One more than the largest number. */
export function communityCount(community: Int32Array): number {
  let max = -1;
  for (const c of community) if (c > max) max = c;
  return max + 1;
}

/** A partition of the micro-clusters (and of whatever nodes follow them) as one of the papers. */
export function partitionOfPapers(partition: Int32Array, microClusterOf: Int32Array): Int32Array {
  return microClusterOf.map((cluster) => partition[cluster]!);
}

/** Members of each community, ascending. */
export function membersOf(community: Int32Array): number[][] {
  const members: number[][] = Array.from({ length: communityCount(community) }, () => []);
  community.forEach((c, i) => members[c]!.push(i));
  return members;
}
