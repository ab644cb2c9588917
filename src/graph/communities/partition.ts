/**
 * Partitions of nodes: an array with the community of each node.
 */

/** Renumbers by size, largest first; ties by smallest member. Equal groupings get equal arrays. @param community ≥ 0. */
export function canonicalNumbers(community: Int32Array): Int32Array {
  const size = new Int32Array(communityCount(community));
  const first = new Int32Array(size.length);
  const found: number[] = [];
  for (let i = 0; i < community.length; i++) {
    const c = community[i]!;
    if (size[c]!++ > 0) continue;
    first[c] = i;
    found.push(c);
  }
  found.sort((a, b) => size[b]! - size[a]! || first[a]! - first[b]!);
  const number = new Int32Array(size.length);
  found.forEach((c, to) => (number[c] = to));
  return community.map((c) => number[c]!);
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
