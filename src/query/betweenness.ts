/**
 * Betweenness of nodes in an unweighted undirected graph.
 *
 * Brandes 2001, from a fixed number of evenly spaced pivots (Brandes & Pich 2007): deterministic, and linear in the
 * number of edges. Exact when there are no more nodes than pivots.
 */
import { cutInParts, type Task, type TaskRunner } from "../lib/task.ts";
import type { Rows } from "./rows.ts";

type Graph = Pick<Rows, "start" | "node">;

const PIVOTS = 200;
/** Parts of the pivots, whoever searches from them: sums of fractions depend on how they are grouped. */
const PARTS = 8;

/** @returns by node: 0…1, 1 for the node that most shortest paths pass. */
export function betweenness(graph: Graph): Float64Array {
  return joinParts(betweennessJobs(graph).map(scorePart));
}

/** The same, part by part wherever there is room. */
export async function betweennessBy(graph: Graph, tasks: TaskRunner): Promise<Float64Array> {
  return joinParts(await Promise.all(betweennessJobs(graph).map(async (job) => tasks.run(BETWEENNESS, job))));
}

export interface BetweennessJob {
  readonly graph: Graph;
  /** Nodes. */
  readonly pivots: Int32Array;
}

/** By node: the sum of the dependencies of the pivots on it. */
export const BETWEENNESS: Task<BetweennessJob, Float64Array> = { name: "betweenness", run: scorePart };

function betweennessJobs({ start, node }: Graph): BetweennessJob[] {
  const nodes = start.length - 1;
  const count = Math.min(nodes, PIVOTS);
  const pivots = Array.from({ length: count }, (_, i) => Math.floor((i * nodes) / count));
  return cutInParts(pivots, PARTS).map((part) => ({ graph: { start, node }, pivots: Int32Array.from(part) }));
}

function joinParts([first = new Float64Array(), ...others]: readonly Float64Array[]): Float64Array {
  const score = first.slice();
  for (const other of others) for (let node = 0; node < score.length; node++) score[node]! += other[node]!;
  let max = 0;
  for (const value of score) max = Math.max(max, value);
  return max > 0 ? score.map((value) => value / max) : score;
}

function scorePart({ graph, pivots }: BetweennessJob): Float64Array {
  const nodes = graph.start.length - 1;
  const score = new Float64Array(nodes);
  const search: Search = {
    place: new Int32Array(nodes),
    order: new Int32Array(nodes + 1),
    paths: new Float64Array(nodes),
    nearer: new Int32Array(graph.node.length / 2 + 1),
    firstNearer: new Int32Array(nodes + 1),
  };
  const dependency = new Float64Array(nodes);
  for (const pivot of pivots) addDependencies(searchFrom(pivot, graph, search), search, dependency, score);
  return score;
}

/**
 * A search from one pivot, level by level. All but `place` goes by place in the search, where nodes that are near to
 * each other are near in memory.
 */
interface Search {
  /** By node; −1 before it is found. */
  readonly place: Int32Array;
  /** The nodes found. */
  readonly order: Int32Array;
  /** Number of shortest paths from the pivot. */
  readonly paths: Float64Array;
  /** Places of the neighbours one step nearer to the pivot; those of place `i` from `firstNearer[i]` on. */
  readonly nearer: Int32Array;
  readonly firstNearer: Int32Array;
}

/** @returns the number of nodes that paths from `pivot` lead to, itself among them. */
function searchFrom(pivot: number, { start, node: neighbors }: Graph, search: Search): number {
  const { place, order, paths, nearer, firstNearer } = search;
  place.fill(-1);
  place[pivot] = 0;
  order[0] = pivot;
  let [found, edges, level, nextLevel] = [1, 0, 0, 1];
  for (let head = 0; head < found; head++) {
    if (head === nextLevel) {
      level = nextLevel;
      nextLevel = found;
    }
    const first = edges;
    firstNearer[head] = first;
    const node = order[head]!;
    for (let at = start[node]!, end = start[node + 1]!; at < end; at++) {
      const next = neighbors[at]!;
      const there = place[next]!;
      // Without branches, as no processor can guess them: 1 or 0, and what is written in vain is written over.
      const isNew = there >>> 31;
      const isNearer = ((there - level) >>> 31) - isNew;
      order[found] = next;
      place[next] = there ^ ((there ^ found) & -isNew);
      found += isNew;
      nearer[edges] = there;
      edges += isNearer;
    }
    let count = head === 0 ? 1 : 0;
    for (let at = first; at < edges; at++) count += paths[nearer[at]!]!;
    paths[head] = count;
  }
  firstNearer[found] = edges;
  return found;
}

/** Adds to each node's score the share of the shortest paths from the pivot that pass through it. */
function addDependencies(found: number, search: Search, dependency: Float64Array, score: Float64Array): void {
  const { order, paths, nearer, firstNearer } = search;
  dependency.fill(0, 0, found);
  for (let head = found - 1; head > 0; head--) {
    const own = dependency[head]!;
    const count = paths[head]!;
    for (let at = firstNearer[head]!, end = firstNearer[head + 1]!; at < end; at++) {
      const there = nearer[at]!;
      dependency[there]! += (paths[there]! / count) * (1 + own);
    }
    score[order[head]!]! += own;
  }
}
