/**
 * Betweenness of nodes in an unweighted undirected graph.
 *
 * Brandes 2001, from a fixed number of evenly spaced pivots (Brandes & Pich 2007): deterministic, and linear in the
 * number of edges. Exact when there are no more nodes than pivots.
 */
export function betweenness(nodes: number, edges: readonly (readonly [number, number])[], pivots = 200): Float64Array {
  const graph = neighborRows(nodes, edges);
  const score = new Float64Array(nodes);
  const scratch = {
    distance: new Int32Array(nodes),
    paths: new Float64Array(nodes),
    dependency: new Float64Array(nodes),
    order: new Int32Array(nodes),
  };
  const step = Math.max(1, nodes / pivots);
  for (let at = 0; at < nodes; at += step) accumulate(Math.floor(at), graph, scratch, score);
  let max = 0;
  for (const value of score) max = Math.max(max, value);
  return max > 0 ? score.map((value) => value / max) : score;
}

/** Node `i` has the neighbours `offsets[i]` … `offsets[i + 1] − 1`. */
interface NeighborRows {
  readonly offsets: Int32Array;
  readonly neighbors: Int32Array;
}

function neighborRows(nodes: number, edges: readonly (readonly [number, number])[]): NeighborRows {
  const offsets = new Int32Array(nodes + 1);
  for (const [a, b] of edges) {
    offsets[a + 1]!++;
    offsets[b + 1]!++;
  }
  for (let i = 0; i < nodes; i++) offsets[i + 1]! += offsets[i]!;
  const next = offsets.slice();
  const neighbors = new Int32Array(2 * edges.length);
  for (const [a, b] of edges) {
    neighbors[next[a]!++] = b;
    neighbors[next[b]!++] = a;
  }
  return { offsets, neighbors };
}

interface Scratch {
  readonly distance: Int32Array;
  readonly paths: Float64Array;
  readonly dependency: Float64Array;
  /** Nodes as the search from the pivot finds them. */
  readonly order: Int32Array;
}

/** Adds the share of the shortest paths from `source` that pass through each node. */
function accumulate(
  source: number,
  { offsets, neighbors }: NeighborRows,
  { distance, paths, dependency, order }: Scratch,
  score: Float64Array,
): void {
  distance.fill(-1);
  paths.fill(0);
  dependency.fill(0);
  let found = 1;
  order[0] = source;
  distance[source] = 0;
  paths[source] = 1;
  for (let head = 0; head < found; head++) {
    const node = order[head]!;
    const further = distance[node]! + 1;
    for (let at = offsets[node]!, end = offsets[node + 1]!; at < end; at++) {
      const next = neighbors[at]!;
      if (distance[next]! < 0) {
        distance[next] = further;
        order[found++] = next;
      }
      if (distance[next] === further) paths[next]! += paths[node]!;
    }
  }
  for (let i = found - 1; i > 0; i--) {
    const node = order[i]!;
    const nearer = distance[node]! - 1;
    for (let at = offsets[node]!, end = offsets[node + 1]!; at < end; at++) {
      const before = neighbors[at]!;
      if (distance[before] === nearer) dependency[before]! += (paths[before]! / paths[node]!) * (1 + dependency[node]!);
    }
    score[node]! += dependency[node]!;
  }
}
