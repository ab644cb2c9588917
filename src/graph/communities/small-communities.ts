/**
 * No dust: tiny communities join the neighbour they are tied to most; what is tied to nothing is gathered "apart".
 */
import type { EdgeList } from "../graphology.ts";
import { canonicalNumbers, membersOf } from "./partition.ts";

export interface Folded {
  readonly community: Int32Array;
  /** Number of the community that gathers what has no tie to any other. */
  readonly apart?: number;
}

/** Smallest community that stands on its own: 1 % of the papers, but 3 … 10 of them. */
export function smallestCommunity(papers: number): number {
  return Math.min(10, Math.max(3, Math.ceil(papers / 100)));
}

/** @param least fewest members of a community that stays. */
export function foldDust(edges: EdgeList, community: Int32Array, least = smallestCommunity(community.length)): Folded {
  let current = canonicalNumbers(community);
  const ties = tiesBetween(edges, current);
  const members = membersOf(current);
  const into = members.map((_, c) => c);
  const weightOf = members.map((nodes) => nodes.length);
  // Smallest first: a speck may join another speck and grow past the limit.
  for (let c = members.length - 1; c >= 0; c--) {
    if (weightOf[c]! >= least) continue;
    let best = -1;
    let bestTie = 0;
    for (const [other, weight] of [...ties[c]!].sort((a, b) => a[0] - b[0])) {
      if (weight > bestTie) [best, bestTie] = [other, weight];
    }
    if (best < 0) continue;
    into[c] = best;
    weightOf[best]! += weightOf[c]!;
    for (const [other, weight] of ties[c]!) {
      ties[other]!.delete(c);
      if (other === best) continue;
      ties[best]!.set(other, (ties[best]!.get(other) ?? 0) + weight);
      ties[other]!.set(best, (ties[other]!.get(best) ?? 0) + weight);
    }
  }
  const final = (c: number): number => (into[c] === c ? c : final(into[c]!));
  current = current.map(final);
  const size = new Map<number, number>();
  for (const c of current) size.set(c, (size.get(c) ?? 0) + 1);
  const loose = [...size.keys()].filter((c) => size.get(c)! < least).sort((a, b) => a - b);
  if (loose.length < 2) return { community: current };
  const apart = loose[0]!;
  const isLoose = new Set(loose);
  return { community: current.map((c) => (isLoose.has(c) ? apart : c)), apart };
}

/** Weight between every two communities that share an edge. */
export function tiesBetween(edges: EdgeList, community: Int32Array): Map<number, number>[] {
  const ties = membersOf(community).map(() => new Map<number, number>());
  for (let e = 0; e < edges.weight.length; e++) {
    const a = community[edges.source[e]!]!;
    const b = community[edges.target[e]!]!;
    if (a === b) continue;
    ties[a]!.set(b, (ties[a]!.get(b) ?? 0) + edges.weight[e]!);
    ties[b]!.set(a, (ties[b]!.get(a) ?? 0) + edges.weight[e]!);
  }
  return ties;
}
