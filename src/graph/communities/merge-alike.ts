/**
 * Communities whose papers have mostly the same terms are one: a border that no term explains can be neither named nor
 * understood. It is met where all papers are on one subject, and there only.
 */
import { UnionFind } from "../../lib/union-find.ts";
import { type Corpus, minFeaturePapers, termPapers } from "../corpus.ts";
import { canonicalNumbers, communityCount } from "./partition.ts";

/** Above it, the terms of two communities overlap more than they differ. */
const MIN_OVERLAP = 0.5;

/**
 * Merges the two communities that are most alike, again and again, while their overlap is above `MIN_OVERLAP`: the
 * weighted Jaccard index of the shares of their papers that have each term, Σ min / Σ max (Ioffe 2010). Terms of a
 * single paper do not count.
 *
 * @param community canonical.
 * @param wider of each paper: only communities within one of these are merged.
 * @param apart a community that stays as it is.
 * @returns canonical.
 */
export function mergeAlike(corpus: Corpus, community: Int32Array, wider?: Int32Array, apart?: number): Int32Array {
  const count = communityCount(community);
  if (count < 2) return community;
  const sizes = new Int32Array(count);
  const parent = new Int32Array(count);
  community.forEach((c, paper) => {
    sizes[c]!++;
    parent[c] = wider?.[paper] ?? 0;
  });
  const papersWith = countsByTerm(corpus, community, count);
  const merged = new UnionFind(count);
  const alive = [...sizes.keys()].filter((c) => c !== apart);
  for (;;) {
    const pair = mostAlike(alive, parent, papersWith, sizes);
    if (!pair) break;
    const [a, b] = pair;
    merged.union(a, b);
    sizes[a]! += sizes[b]!;
    for (const counts of papersWith) counts[a]! += counts[b]!;
    alive.splice(alive.indexOf(b), 1);
  }
  return alive.length + (apart === undefined ? 0 : 1) === count
    ? community
    : canonicalNumbers(community.map((c) => merged.find(c)));
}

/** Per term that several papers have: the number of papers of each community that do. */
function countsByTerm(corpus: Corpus, community: Int32Array, count: number): Int32Array[] {
  const { offsets, papers } = termPapers(corpus);
  const min = minFeaturePapers(corpus.papers.length);
  const counts: Int32Array[] = [];
  for (let term = 0; term < corpus.terms.length; term++) {
    if (offsets[term + 1]! - offsets[term]! < min) continue;
    const inEach = new Int32Array(count);
    for (let at = offsets[term]!; at < offsets[term + 1]!; at++) inEach[community[papers[at]!]!]!++;
    counts.push(inEach);
  }
  return counts;
}

/** The pair with the largest overlap, if that is enough, the smaller number first; of equal ones the first. */
function mostAlike(
  alive: readonly number[],
  parent: Int32Array,
  papersWith: readonly Int32Array[],
  sizes: Int32Array,
): readonly [number, number] | undefined {
  let best: readonly [number, number] | undefined;
  let most = MIN_OVERLAP;
  for (const a of alive) {
    for (const b of alive) {
      if (b <= a || parent[a] !== parent[b]) continue;
      let [low, high] = [0, 0];
      for (const counts of papersWith) {
        const [inA, inB] = [counts[a]! / sizes[a]!, counts[b]! / sizes[b]!];
        low += Math.min(inA, inB);
        high += Math.max(inA, inB);
      }
      if (high > 0 && low / high > most) [best, most] = [[a, b], low / high];
    }
  }
  return best;
}
