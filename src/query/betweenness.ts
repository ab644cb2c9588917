/**
 * Betweenness of nodes in an unweighted undirected graph.
 *
 * Brandes 2001, from a fixed number of evenly spaced pivots (Brandes & Pich 2007): deterministic, and linear in the
 * number of edges. Exact when there are no more nodes than pivots.
 */
export function betweenness(nodes: number, edges: readonly (readonly [number, number])[], pivots = 200): Float64Array {
  const neighbors: number[][] = Array.from({ length: nodes }, (): number[] => []);
  for (const [a, b] of edges) {
    neighbors[a]!.push(b);
    neighbors[b]!.push(a);
  }
  const score = new Float64Array(nodes);
  const step = Math.max(1, nodes / pivots);
  for (let at = 0; at < nodes; at += step) accumulate(Math.floor(at), neighbors, score);
  let most = 0;
  for (const value of score) most = Math.max(most, value);
  return most > 0 ? score.map((value) => value / most) : score;
}

/** Adds the share of the shortest paths from `source` that pass through each node. */
function accumulate(source: number, neighbors: readonly (readonly number[])[], score: Float64Array): void {
  const distance = new Int32Array(neighbors.length).fill(-1);
  const paths = new Float64Array(neighbors.length);
  const order = [source];
  distance[source] = 0;
  paths[source] = 1;
  for (let head = 0; head < order.length; head++) {
    const node = order[head]!;
    for (const next of neighbors[node]!) {
      if (distance[next]! < 0) {
        distance[next] = distance[node]! + 1;
        order.push(next);
      }
      if (distance[next] === distance[node]! + 1) paths[next]! += paths[node]!;
    }
  }
  const dependency = new Float64Array(neighbors.length);
  for (let i = order.length - 1; i > 0; i--) {
    const node = order[i]!;
    for (const before of neighbors[node]!) {
      if (distance[before] === distance[node]! - 1) {
        dependency[before]! += (paths[before]! / paths[node]!) * (1 + dependency[node]!);
      }
    }
    score[node]! += dependency[node]!;
  }
}
