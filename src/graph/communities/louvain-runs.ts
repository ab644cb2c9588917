/**
 * Several Louvain runs on one graph: a task for any thread.
 */
import { partRandom } from "../../lib/random.ts";
import type { Task } from "../../lib/task.ts";
import type { EdgeList } from "../edge-list.ts";
import { louvainOn } from "./louvain.ts";
import { canonicalNumbers } from "./partition.ts";

interface LouvainRun {
  /** Number of the run under the seed: no two share a sequence of random numbers. */
  readonly part: number;
  readonly resolution: number;
}

export interface LouvainJob {
  readonly edges: EdgeList;
  readonly seed: number;
  /** Weights are disturbed by up to this share, anew in each run; 0: they are taken as they are. */
  readonly jitter: number;
  readonly runs: readonly LouvainRun[];
}

/** The partition of each run, canonical. */
export const LOUVAIN_RUNS: Task<LouvainJob, Int32Array[]> = { name: "louvain-runs", run: louvainRuns };

function louvainRuns({ edges, seed, jitter, runs }: LouvainJob): Int32Array[] {
  const louvain = louvainOn(edges);
  const weight = edges.weight.slice();
  return runs.map(({ part, resolution }) => {
    const random = partRandom(seed, part);
    if (jitter > 0)
      for (let e = 0; e < weight.length; e++) weight[e] = edges.weight[e]! * (1 + jitter * (2 * random() - 1));
    return canonicalNumbers(louvain(random, { resolution }, weight));
  });
}
