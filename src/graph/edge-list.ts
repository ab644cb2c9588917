/**
 * Undirected weighted graphs in three flat columns, and what every step asks of them.
 */

/** Edges between nodes 0 … nodes−1; each pair once, `source < target`, sorted by source, then target. */
export interface EdgeList {
  readonly nodes: number;
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** Per edge; positive and finite. */
  readonly weight: Float64Array;
}

/** @param edges each pair once, in any order. @returns them in canonical order. */
export function edgeList(
  nodes: number,
  edges: Iterable<readonly [source: number, target: number, weight: number]>,
): EdgeList {
  const sorted = [...edges].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return {
    nodes,
    source: Int32Array.from(sorted, (edge) => edge[0]),
    target: Int32Array.from(sorted, (edge) => edge[1]),
    weight: Float64Array.from(sorted, (edge) => edge[2]),
  };
}

/** Compressed sparse rows: both directions of every edge. */
export interface Adjacency {
  /** Node `i` owns places `offsets[i]` … `offsets[i + 1] − 1`. */
  readonly offsets: Int32Array;
  /** Ascending within a node. */
  readonly neighbors: Int32Array;
  readonly weights: Float64Array;
}

export function adjacency({ nodes, source, target, weight }: EdgeList): Adjacency {
  const offsets = new Int32Array(nodes + 1);
  for (const ends of [source, target]) for (const node of ends) offsets[node + 1]!++;
  for (let node = 0; node < nodes; node++) offsets[node + 1]! += offsets[node]!;
  const next = offsets.slice();
  const neighbors = new Int32Array(2 * weight.length);
  const weights = new Float64Array(2 * weight.length);
  // Smaller neighbours of a node come from edges that sort before its own: every row fills in ascending order.
  for (let e = 0; e < weight.length; e++) {
    const a = source[e]!;
    const b = target[e]!;
    neighbors[next[a]!] = b;
    weights[next[a]!++] = weight[e]!;
    neighbors[next[b]!] = a;
    weights[next[b]!++] = weight[e]!;
  }
  return { offsets, neighbors, weights };
}

/** The edges for which `keep(e)` holds, with other ends or weights if asked. */
export function keepEdges(
  { nodes, source, target, weight }: EdgeList,
  keep: (e: number) => boolean,
  {
    nodes: keptNodes = nodes,
    renumber = (node) => node,
    reweigh = (e) => weight[e]!,
  }: {
    readonly nodes?: number;
    /** Must keep the order of the nodes that stay. */
    readonly renumber?: (node: number) => number;
    readonly reweigh?: (e: number) => number;
  } = {},
): EdgeList {
  const kept = new Int32Array(weight.length);
  let count = 0;
  for (let e = 0; e < weight.length; e++) if (keep(e)) kept[count++] = e;
  const stays = kept.subarray(0, count);
  return {
    nodes: keptNodes,
    source: stays.map((e) => renumber(source[e]!)),
    target: stays.map((e) => renumber(target[e]!)),
    weight: Float64Array.from(stays, reweigh),
  };
}

/** The edges among some nodes (ascending), which are renumbered by their places. */
export function subgraph(edges: EdgeList, nodes: readonly number[]): EdgeList {
  const place = new Int32Array(edges.nodes).fill(-1);
  nodes.forEach((node, i) => (place[node] = i));
  return keepEdges(edges, (e) => place[edges.source[e]!]! >= 0 && place[edges.target[e]!]! >= 0, {
    nodes: nodes.length,
    renumber: (node) => place[node]!,
  });
}

/** Edges between groups of nodes, weights summed; those inside a group are left out. */
export function contract(edges: EdgeList, groupOf: Int32Array, groups: number): EdgeList {
  const sums = new Map<number, number>();
  for (let e = 0; e < edges.weight.length; e++) {
    const a = groupOf[edges.source[e]!]!;
    const b = groupOf[edges.target[e]!]!;
    if (a === b) continue;
    const pair = Math.min(a, b) * groups + Math.max(a, b);
    sums.set(pair, (sums.get(pair) ?? 0) + edges.weight[e]!);
  }
  const pairs = Float64Array.from(sums.keys()).sort();
  return {
    nodes: groups,
    source: Int32Array.from(pairs, (pair) => Math.floor(pair / groups)),
    target: Int32Array.from(pairs, (pair) => pair % groups),
    weight: pairs.map((pair) => sums.get(pair)!),
  };
}

/** Per node: summed weight of its edges to nodes of its own community. */
export function tiesInside(edges: EdgeList, community: Int32Array): Float64Array {
  const inside = new Float64Array(edges.nodes);
  for (let e = 0; e < edges.weight.length; e++) {
    const a = edges.source[e]!;
    const b = edges.target[e]!;
    if (community[a] !== community[b]) continue;
    inside[a]! += edges.weight[e]!;
    inside[b]! += edges.weight[e]!;
  }
  return inside;
}

/** Per community: the others it shares an edge with → summed weight. @param count number of communities. */
export function tiesBetween(edges: EdgeList, community: Int32Array, count: number): Map<number, number>[] {
  const ties = Array.from({ length: count }, () => new Map<number, number>());
  for (let e = 0; e < edges.weight.length; e++) {
    const a = community[edges.source[e]!]!;
    const b = community[edges.target[e]!]!;
    if (a === b) continue;
    ties[a]!.set(b, (ties[a]!.get(b) ?? 0) + edges.weight[e]!);
    ties[b]!.set(a, (ties[b]!.get(a) ?? 0) + edges.weight[e]!);
  }
  return ties;
}
