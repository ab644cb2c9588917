/**
 * A term sits where its papers are.
 */
import type { Corpus } from "./corpus.ts";
import { communityCount } from "./partition.ts";

export interface TermVotes {
  readonly community: Int32Array;
  /** 0…1: the winner's share of the votes. */
  readonly share: Float64Array;
}

/**
 * Every paper votes with the term's salience in it, divided by the size of its community:
 * a term that fills half of a small community belongs there, though a large one mentions it as often.
 */
export function termVotes(corpus: Corpus, paperCommunity: Int32Array): TermVotes {
  const communities = communityCount(paperCommunity);
  const sizes = new Int32Array(communities);
  for (const c of paperCommunity) sizes[c]!++;
  const votes: Map<number, number>[] = corpus.terms.map(() => new Map());
  corpus.paperTerms.forEach((entries, paper) => {
    const c = paperCommunity[paper]!;
    for (const { term, salience } of entries) {
      const vote = Math.max(salience, 0.01) / Math.sqrt(sizes[c]!);
      votes[term]!.set(c, (votes[term]!.get(c) ?? 0) + vote);
    }
  });
  const community = new Int32Array(corpus.terms.length);
  const share = new Float64Array(corpus.terms.length);
  votes.forEach((counts, term) => {
    let total = 0;
    let best = 0;
    let bestVote = 0;
    for (const [c, vote] of [...counts].sort((a, b) => a[0] - b[0])) {
      total += vote;
      if (vote > bestVote + 1e-12) [best, bestVote] = [c, vote];
    }
    community[term] = best;
    share[term] = total > 0 ? bestVote / total : 0;
  });
  return { community, share };
}
