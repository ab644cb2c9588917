/**
 * Betweenness of nodes in an unweighted undirected graph.
 *
 * Brandes 2001, from a fixed number of evenly spaced pivots (Brandes & Pich 2007): deterministic, and linear in the
 * number of edges. Exact when there are no more nodes than pivots.
 */
import type { Rows } from "./rows.ts";

type Graph = Pick<Rows, "start" | "node">;

/** @returns by node: 0…1, 1 for the node that most shortest paths pass. */
export function betweenness(graph: Graph, pivots = 200): Float64Array {
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
  const step = Math.max(1, nodes / pivots);
  for (let at = 0; at < nodes; at += step) {
    const found = searchFrom(Math.floor(at), graph, search);
    addDependencies(found, search, dependency, score);
  }
  let max = 0;
  for (const value of score) max = Math.max(max, value);
  return max > 0 ? score.map((value) => value / max) : score;
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
