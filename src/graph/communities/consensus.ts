/**
 * One answer from many partitions (Lancichinetti & Fortunato 2012, "Consensus clustering in complex networks").
 */
import { UnionFind } from "../../lib/union-find.ts";
import { cutInParts, type TaskRunner, TASKS_HERE } from "../../lib/task.ts";
import type { GraphConfig } from "../config.ts";
import { type EdgeList, keepEdges } from "../edge-list.ts";
import { LOUVAIN_RUNS } from "./louvain-runs.ts";
import { canonicalNumbers, communityCount, membersOf } from "./partition.ts";

const RUNS_PER_ROUND = 10;
/** Number of the first run, beyond those of the ensemble: under one seed no sequence is used twice. */
const CONSENSUS = 1_000_000;
const MAX_ROUNDS = 6;
/** From the second round on, pairs together in a smaller share of the runs are cut. */
const THRESHOLD = 0.3;

/**
 * Louvain on the graph, then on the agreement of its own runs, again and again, until all of them say the same.
 *
 * @returns the community of every node.
 */
export async function consensus(
  edges: EdgeList,
  { seed }: Pick<GraphConfig, "seed">,
  tasks: TaskRunner = TASKS_HERE,
): Promise<Int32Array> {
  let graph = edges;
  for (let round = 0; ; round++) {
    const runs = await runLouvain(graph, seed, CONSENSUS + round * RUNS_PER_ROUND, tasks);
    const [first] = runs;
    if (first === undefined) return new Int32Array(edges.nodes);
    if (round === MAX_ROUNDS - 1 || runs.every((run) => run.every((c, i) => c === first[i]))) return first;
    graph = agreementGraph(graph, runs, { power: 1, threshold: THRESHOLD });
  }
}

async function runLouvain(edges: EdgeList, seed: number, firstPart: number, tasks: TaskRunner): Promise<Int32Array[]> {
  const runs = Array.from({ length: RUNS_PER_ROUND }, (_, run) => ({ part: firstPart + run, resolution: 1 }));
  const parts = cutInParts(runs, tasks.width);
  const found = parts.map(async (some) => tasks.run(LOUVAIN_RUNS, { edges, seed, jitter: 0, runs: some }));
  return (await Promise.all(found)).flat();
}

/**
 * The same pairs, weight = (share of the partitions in which both ends are together) ^ power; pairs below the threshold,
 * and those never together, are cut.
 *
 * @param threshold 0…1.
 */
export function agreementGraph(
  edges: EdgeList,
  partitions: readonly Int32Array[],
  { power, threshold }: { readonly power: number; readonly threshold: number },
): EdgeList {
  const { source, target } = edges;
  const together = new Int32Array(edges.weight.length);
  for (const partition of partitions) {
    for (let e = 0; e < together.length; e++) if (partition[source[e]!] === partition[target[e]!]) together[e]!++;
  }
  const min = Math.max(1, threshold * partitions.length);
  return keepEdges(edges, (e) => together[e]! >= min, {
    reweigh: (e) => (together[e]! / partitions.length) ** power,
  });
}

/**
 * Merges communities, closest first, while the partitions put their members together in at least a share `min` of the
 * cases: average linkage over the agreement (Fred & Jain 2005).
 *
 * @param community canonical. @param min 0…1. @returns canonical.
 */
export function mergeByAgreement(community: Int32Array, partitions: readonly Int32Array[], min: number): Int32Array {
  const sizes = membersOf(community).map((members) => members.length);
  const merged = new UnionFind(sizes.length);
  const alive = new Set(sizes.keys());
  const agreement = meanAgreement(community, partitions);
  for (;;) {
    const pair = closestPair(alive, agreement, min);
    if (pair === undefined) break;
    const [a, b] = pair;
    for (const c of alive) {
      if (c === a || c === b) continue;
      const mean = (sizes[a]! * agreement[a]![c]! + sizes[b]! * agreement[b]![c]!) / (sizes[a]! + sizes[b]!);
      agreement[a]![c] = mean;
      agreement[c]![a] = mean;
    }
    sizes[a]! += sizes[b]!;
    merged.union(a, b);
    alive.delete(b);
  }
  return canonicalNumbers(community.map((c) => merged.find(c)));
}

/** The pair with the largest agreement, at least `min`, the smaller number first; ties go to the first pair. */
function closestPair(
  alive: ReadonlySet<number>,
  agreement: readonly Float64Array[],
  min: number,
): readonly [number, number] | undefined {
  let closest: readonly [number, number] | undefined;
  let max = min;
  for (const a of alive) {
    for (const b of alive) {
      const value = agreement[a]![b]!;
      if (a >= b || value < max || (closest !== undefined && value === max)) continue;
      closest = [a, b];
      max = value;
    }
  }
  return closest;
}

/** Mean over pairs (one member of each group) and partitions of "together". */
function meanAgreement(community: Int32Array, partitions: readonly Int32Array[]): Float64Array[] {
  const groups = membersOf(community);
  const mean = groups.map(() => new Float64Array(groups.length));
  for (const partition of partitions) {
    const width = communityCount(partition);
    const shares = groups.map((members) => {
      const share = new Float64Array(width);
      for (const node of members) share[partition[node]!]! += 1 / members.length;
      return share;
    });
    for (let a = 0; a < groups.length; a++) {
      for (let b = a + 1; b < groups.length; b++) {
        let together = 0;
        for (let c = 0; c < width; c++) together += shares[a]![c]! * shares[b]![c]!;
        mean[a]![b]! += together / partitions.length;
        mean[b]![a] = mean[a]![b]!;
      }
    }
  }
  return mean;
}
