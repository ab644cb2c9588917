/**
 * Many seeded Louvain runs, one answer (Lancichinetti & Fortunato 2012, "Consensus clustering in complex networks").
 */
import { seededRandom } from "../lib/random.ts";
import type { EdgeList } from "./graphology.ts";
import { louvainOn } from "./graphology.ts";
import { canonicalNumbers } from "./partition.ts";

export interface ConsensusOptions {
  readonly seed: number;
  readonly resolution: number;
  /** Runs per round. */
  readonly runs: number;
}

export interface Consensus {
  /** Community per node, 0 is the largest. */
  readonly community: Int32Array;
  /** The partitions of the first round: what confidence and stability are read from. */
  readonly runs: readonly Int32Array[];
}

/** Each run sees every weight off by up to this share, so that agreement means more than "same start". */
const JITTER = 0.2;
/** Pairs together in a smaller share of the runs are cut. */
const THRESHOLD = 0.3;
const MAX_ROUNDS = 6;

export function consensusCommunities(edges: EdgeList, options: ConsensusOptions): Consensus {
  const first = round(edges, options, 0);
  let partitions = first;
  for (let number = 1; number < MAX_ROUNDS && !allEqual(partitions); number++) {
    partitions = round(agreement(edges, partitions), options, number);
  }
  return { community: partitions[0] ?? new Int32Array(edges.nodes), runs: first };
}

function round(edges: EdgeList, options: ConsensusOptions, number: number): Int32Array[] {
  const louvain = louvainOn(edges);
  const partitions: Int32Array[] = [];
  for (let run = 0; run < options.runs; run++) {
    const random = seededRandom(options.seed * 1_000_003 + number * 10_007 + run);
    const weight = edges.weight.map((value) => value * (1 + JITTER * (2 * random() - 1)));
    partitions.push(canonicalNumbers(louvain(random, options, weight)));
  }
  return partitions;
}

/** Share of the runs in which both ends are together, for every pair that was an edge. */
function agreement(edges: EdgeList, partitions: readonly Int32Array[]): EdgeList {
  const source: number[] = [];
  const target: number[] = [];
  const weight: number[] = [];
  for (let e = 0; e < edges.weight.length; e++) {
    const a = edges.source[e]!;
    const b = edges.target[e]!;
    let together = 0;
    for (const partition of partitions) if (partition[a] === partition[b]) together++;
    const share = together / partitions.length;
    if (share < THRESHOLD) continue;
    source.push(a);
    target.push(b);
    weight.push(share);
  }
  return {
    nodes: edges.nodes,
    source: Int32Array.from(source),
    target: Int32Array.from(target),
    weight: Float64Array.from(weight),
  };
}

function allEqual(partitions: readonly Int32Array[]): boolean {
  const [first] = partitions;
  return first === undefined || partitions.every((partition) => partition.every((value, i) => value === first[i]));
}
