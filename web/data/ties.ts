/**
 * Which communities a community is tied to, by edges between their members.
 */
import { adjacencyOf, type MapIndex } from "./map-index.ts";

export interface Tie {
  readonly community: number;
  /** Number of edges. */
  readonly ties: number;
}

/** Most tied first. */
export function tiesOf(index: MapIndex, community: number): Tie[] {
  const { start, neighbor } = adjacencyOf(index);
  const ties = new Map<number, number>();
  for (const node of index.members.get(community) ?? []) {
    for (let i = start[node]!; i < start[node + 1]!; i++) {
      const other = index.community[neighbor[i]!]!;
      if (other !== community) ties.set(other, (ties.get(other) ?? 0) + 1);
    }
  }
  return [...ties]
    .map(([id, count]) => ({ community: id, ties: count }))
    .sort((a, b) => b.ties - a.ties || a.community - b.community);
}
