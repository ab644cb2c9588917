/**
 * How much more of the edges' weight lies inside communities than chance would put there.
 */
import type { EdgeList } from "../edge-list.ts";
import { communityCount } from "./partition.ts";

/**
 * Weighted modularity at a resolution (Newman 2006; Reichardt & Bornholdt 2006): at most 1; 0 without edges.
 * Σ_c [ w_c / W − γ (d_c / 2W)² ] with w_c the weight inside, d_c the weighted degree of community c.
 */
export function modularity(edges: EdgeList, community: Int32Array, resolution: number): number {
  const inside = new Float64Array(communityCount(community));
  const degree = new Float64Array(inside.length);
  let total = 0;
  for (let e = 0; e < edges.weight.length; e++) {
    const a = community[edges.source[e]!]!;
    const b = community[edges.target[e]!]!;
    const weight = edges.weight[e]!;
    total += weight;
    degree[a]! += weight;
    degree[b]! += weight;
    if (a === b) inside[a]! += weight;
  }
  if (total === 0) return 0;
  let sum = 0;
  for (let c = 0; c < inside.length; c++) sum += inside[c]! / total - resolution * (degree[c]! / (2 * total)) ** 2;
  return sum;
}
