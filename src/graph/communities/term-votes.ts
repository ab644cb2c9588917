/**
 * A term sits where its papers are.
 */
import type { Corpus } from "../corpus.ts";

/** Per term: votes of its papers by community. */
export type Votes = readonly ReadonlyMap<number, number>[];

/**
 * Every paper votes with the term's salience in it, divided by the root of the size of its community:
 * a term that fills half of a small community belongs there, though a large one mentions it as often.
 */
export function termVotes(corpus: Corpus, paperCommunity: Int32Array): Votes {
  const sizes = new Map<number, number>();
  for (const c of paperCommunity) sizes.set(c, (sizes.get(c) ?? 0) + 1);
  const votes = corpus.terms.map(() => new Map<number, number>());
  corpus.paperTerms.forEach((entries, paper) => {
    const c = paperCommunity[paper]!;
    for (const { term, salience } of entries) {
      const vote = Math.max(salience, 0.01) / Math.sqrt(sizes.get(c)!);
      votes[term]!.set(c, (votes[term]!.get(c) ?? 0) + vote);
    }
  });
  return votes;
}

export interface Winner {
  /** −1 where nobody voted. */
  readonly community: number;
  /** 0…1: its share of the votes. */
  readonly share: number;
}

/** @param allowed communities that may win; all when left out. Ties go to the smaller number. */
export function winner(
  votes: ReadonlyMap<number, number>,
  allowed: (community: number) => boolean = () => true,
): Winner {
  let community = -1;
  let max = 0;
  for (const [c, vote] of [...votes].sort((a, b) => a[0] - b[0])) {
    if (allowed(c) && vote > max + 1e-12) [community, max] = [c, vote];
  }
  return { community, share: shareOf(votes, community) };
}

/** 0…1: a community's share of all votes. */
export function shareOf(votes: ReadonlyMap<number, number>, community: number): number {
  let total = 0;
  for (const vote of votes.values()) total += vote;
  return total > 0 ? (votes.get(community) ?? 0) / total : 0;
}
