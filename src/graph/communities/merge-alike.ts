/**
 * Communities whose papers have mostly the same terms are one: a border that no term explains can be neither named nor
 * understood. It is met where all papers are on one subject, and there only.
 */
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
  let merged = community;
  for (;;) {
    const pair = mostAlike(corpus, merged, wider, apart);
    if (!pair) return merged === community ? community : canonicalNumbers(merged);
    const [kept, gone] = pair;
    merged = merged.map((c) => (c === gone ? kept : c));
  }
}

/**
 * The pair with the largest overlap, if that is enough, the smaller number first; of equal ones the first. Only what two
 * communities share is summed up, term by term: of most terms few communities have papers.
 */
function mostAlike(
  corpus: Corpus,
  community: Int32Array,
  wider: Int32Array | undefined,
  apart: number | undefined,
): readonly [number, number] | undefined {
  const count = communityCount(community);
  const sizes = new Int32Array(count);
  const parent = new Int32Array(count);
  community.forEach((c, paper) => {
    sizes[c]!++;
    parent[c] = wider?.[paper] ?? 0;
  });
  const total = new Float64Array(count);
  const shared = new Float64Array(count * count);
  forEachTerm(corpus, community, sizes, (here, share) => {
    for (const a of here) {
      total[a]! += share[a]!;
      for (const b of here) if (a < b) shared[a * count + b]! += Math.min(share[a]!, share[b]!);
    }
  });
  let best: readonly [number, number] | undefined;
  let most = MIN_OVERLAP;
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      const low = shared[a * count + b]!;
      if (low === 0 || parent[a] !== parent[b] || a === apart || b === apart) continue;
      const overlap = low / (total[a]! + total[b]! - low);
      if (overlap > most) [best, most] = [[a, b], overlap];
    }
  }
  return best;
}

/** Visits the terms that several papers have, with the communities that have it and the shares of their papers. */
function forEachTerm(
  corpus: Corpus,
  community: Int32Array,
  sizes: Int32Array,
  visit: (here: readonly number[], share: Float64Array) => void,
): void {
  const { offsets, papers } = termPapers(corpus);
  const min = minFeaturePapers(corpus.papers.length);
  const share = new Float64Array(sizes.length);
  for (let term = 0; term < corpus.terms.length; term++) {
    if (offsets[term + 1]! - offsets[term]! < min) continue;
    const here: number[] = [];
    for (let at = offsets[term]!; at < offsets[term + 1]!; at++) {
      const c = community[papers[at]!]!;
      if (share[c] === 0) here.push(c);
      share[c]! += 1 / sizes[c]!;
    }
    visit(here, share);
    for (const c of here) share[c] = 0;
  }
}
