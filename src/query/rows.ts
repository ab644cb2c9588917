/**
 * Neighbours of every node as slices of flat arrays (compressed sparse rows).
 */
export interface Rows {
  /** Node `i` has the places `start[i]` … `start[i + 1] − 1` of the arrays below. */
  readonly start: Int32Array;
  /** The node at the other end. */
  readonly node: Int32Array;
  /** The edge's place in its list. */
  readonly edge: Int32Array;
  /** The edge's strength. */
  readonly value: Float64Array;
}

/** The ends of edges in numbers of nodes, by place of the edge; −1 where there is no such node. */
export interface Ends {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/**
 * Each edge at both of its ends, in the order of the edges.
 *
 * @param nodes number of nodes.
 * @param strength by place of the edge.
 * @param takes whether the edge is to be found at this end of it.
 */
export function rowsOf(
  nodes: number,
  { from, to }: Ends,
  strength: Float64Array,
  takes: (edge: number, end: number) => boolean = () => true,
): Rows {
  const start = new Int32Array(nodes + 1);
  const each = (visit: (edge: number, end: number, other: number) => void): void => {
    for (let edge = 0; edge < from.length; edge++) {
      const [a, b] = [from[edge]!, to[edge]!];
      if (a < 0 || b < 0) continue;
      if (takes(edge, a)) visit(edge, a, b);
      if (takes(edge, b)) visit(edge, b, a);
    }
  };
  each((_, end) => {
    start[end + 1]!++;
  });
  for (let i = 0; i < nodes; i++) start[i + 1]! += start[i]!;
  const total = start[nodes]!;
  const rows: Rows = {
    start,
    node: new Int32Array(total),
    edge: new Int32Array(total),
    value: new Float64Array(total),
  };
  const next = start.slice();
  each((edge, end, other) => {
    const at = next[end]!++;
    rows.node[at] = other;
    rows.edge[at] = edge;
    rows.value[at] = strength[edge]!;
  });
  return rows;
}

/** Neighbours of a node, in the order of their edges. */
export function neighborsIn({ start, node }: Rows, of: number): Int32Array {
  return node.subarray(start[of], start[of + 1]);
}

/** Places of a node's edges in their list, ascending. */
export function edgesIn({ start, edge }: Rows, of: number): Int32Array {
  return edge.subarray(start[of], start[of + 1]);
}
