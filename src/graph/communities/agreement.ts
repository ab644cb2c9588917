/**
 * How sure a partition is, read from the runs that led to it.
 */
import { communityCount, membersOf } from "./partition.ts";

/**
 * Below these stabilities other runs would draw other borders, unless this share of the ties of a group's papers stays
 * inside (the definition of Radicchi et al. 2004, sharper for communities): then it is there, whatever runs at other
 * scales say.
 */
export const WEAK = {
  community: { stability: 0.5, ties: 0.8 },
  topic: { stability: 0.2, ties: 0.5 },
} as const;

export interface Agreement {
  /** Per node, 0…1: share of the runs that put it into what answers to its final community. */
  readonly confidence: Float64Array;
  /** Per community, 0…1: mean over the runs of its Jaccard overlap with what answers to it. */
  readonly stability: Float64Array;
}

/**
 * Stability after Hennig 2007 (clusterwise, by Jaccard), with one difference: runs look at several scales, and one that
 * draws further borders *inside* a community does not contradict it. So to a community answers, in each run, the cluster
 * that overlaps most, or all clusters that are mostly inside it, whichever overlaps more.
 *
 * Of several scales the one at which a community is most stable speaks for it: coarser runs do not see it yet.
 *
 * @param community canonical. @param scales runs of each scale: partitions of the same nodes, canonical each.
 */
export function agreementWith(community: Int32Array, scales: readonly (readonly Int32Array[])[]): Agreement {
  const members = membersOf(community);
  const at = scales.map((runs) => agreementAt(community, members, runs));
  const confidence = new Float64Array(community.length);
  const stability = new Float64Array(members.length);
  members.forEach((nodes, c) => {
    const best = at.reduce((a, b) => (b.stability[c]! > a.stability[c]! ? b : a));
    stability[c] = Math.min(1, best.stability[c]!);
    for (const node of nodes) confidence[node] = Math.min(1, best.confidence[node]!);
  });
  return { confidence, stability };
}

function agreementAt(
  community: Int32Array,
  members: readonly (readonly number[])[],
  runs: readonly Int32Array[],
): Agreement {
  const confidence = new Float64Array(community.length);
  const stability = new Float64Array(members.length);
  for (const run of runs) {
    const sizes = new Int32Array(communityCount(run));
    for (const c of run) sizes[c]!++;
    /** Members of the community at hand by their cluster in the run. */
    const shared = new Int32Array(sizes.length);
    const answers = new Uint8Array(sizes.length);
    members.forEach((nodes, c) => {
      const found: number[] = [];
      for (const node of nodes) if (shared[run[node]!]!++ === 0) found.push(run[node]!);
      const { clusters, overlap } = answerTo(nodes.length, found, shared, sizes);
      stability[c]! += overlap / runs.length;
      for (const cluster of clusters) answers[cluster] = 1;
      for (const node of nodes) if (answers[run[node]!] === 1) confidence[node]! += 1 / runs.length;
      for (const cluster of found) shared[cluster] = answers[cluster] = 0;
    });
  }
  return { confidence, stability };
}

/** What of a run answers to a community. @param found clusters that have members of it. */
function answerTo(size: number, found: readonly number[], shared: Int32Array, sizes: Int32Array) {
  let single = { clusters: [] as number[], overlap: -1 };
  const inside: number[] = [];
  let [members, all] = [0, 0];
  for (const cluster of found) {
    const overlap = shared[cluster]! / (size + sizes[cluster]! - shared[cluster]!);
    if (overlap > single.overlap || (overlap === single.overlap && cluster < single.clusters[0]!))
      single = { clusters: [cluster], overlap };
    if (2 * shared[cluster]! <= sizes[cluster]!) continue;
    inside.push(cluster);
    members += shared[cluster]!;
    all += sizes[cluster]!;
  }
  const overlap = members / (size + all - members);
  return overlap > single.overlap ? { clusters: inside, overlap } : single;
}
