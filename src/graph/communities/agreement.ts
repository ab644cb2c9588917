/**
 * How sure a partition is, read from the runs that led to it.
 */
import { communityCount, membersOf } from "./partition.ts";

/** Below these stabilities other runs would draw other borders; topics are finer than most runs look. */
export const WEAK_STABILITY = { community: 0.4, topic: 0.2 } as const;

export interface Agreement {
  /** Per node, 0…1: share of the runs that put it into the community that answers to its final one. */
  readonly confidence: Float64Array;
  /** Per community, 0…1: mean over the runs of its largest Jaccard overlap (Hennig 2007, clusterwise stability). */
  readonly stability: Float64Array;
}

/** @param community canonical. @param runs partitions of the same nodes, canonical each. */
export function agreementWith(community: Int32Array, runs: readonly Int32Array[]): Agreement {
  const members = membersOf(community);
  const confidence = new Float64Array(community.length);
  const stability = new Float64Array(members.length);
  for (const run of runs) {
    const sizes = new Int32Array(communityCount(run));
    for (const c of run) sizes[c]!++;
    /** Members of the community at hand by their community in the run. */
    const shared = new Int32Array(sizes.length);
    members.forEach((nodes, c) => {
      const found: number[] = [];
      for (const node of nodes) if (shared[run[node]!]!++ === 0) found.push(run[node]!);
      let best = -1;
      let bestJaccard = -1;
      for (const other of found) {
        const count = shared[other]!;
        shared[other] = 0;
        const jaccard = count / (nodes.length + sizes[other]! - count);
        if (jaccard > bestJaccard || (jaccard === bestJaccard && other < best)) {
          best = other;
          bestJaccard = jaccard;
        }
      }
      stability[c]! += bestJaccard / runs.length;
      for (const node of nodes) if (run[node] === best) confidence[node]! += 1 / runs.length;
    });
  }
  return { confidence, stability };
}
