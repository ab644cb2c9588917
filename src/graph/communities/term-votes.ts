/**
 * A term sits where its papers are.
 */
import { type Corpus, termPapers } from "../corpus.ts";
import { communityCount } from "./partition.ts";

/** Votes of each term's papers by community: term `t` owns places `offsets[t]` … `offsets[t + 1] − 1`. */
export interface Votes {
  readonly offsets: Int32Array;
  /** In the order in which the term's papers, ascending, first name them. */
  readonly community: Int32Array;
  readonly votes: Float64Array;
}

/**
 * Every paper votes with the term's salience in it, divided by the root of the size of its community:
 * a term that fills half of a small community belongs there, though a large one mentions it as often.
 */
export function termVotes(corpus: Corpus, paperCommunity: Int32Array): Votes {
  const sizes = new Int32Array(communityCount(paperCommunity));
  for (const c of paperCommunity) sizes[c]!++;
  const { offsets: starts, papers, rows } = termPapers(corpus);
  const { salience } = corpus.paperTerms;
  const terms = corpus.terms.length;
  const offsets = new Int32Array(terms + 1);
  const community = new Int32Array(papers.length);
  const votes = new Float64Array(papers.length);
  /** Place of each community in the list of the term at hand, from its start; of others anything. */
  const placeOf = new Int32Array(sizes.length);
  for (let term = 0; term < terms; term++) {
    const start = offsets[term]!;
    let end = start;
    for (let at = starts[term]!; at < starts[term + 1]!; at++) {
      const c = paperCommunity[papers[at]!]!;
      const vote = Math.max(salience[rows[at]!]!, 0.01) / Math.sqrt(sizes[c]!);
      const place = placeOf[c]!;
      if (place >= start && place < end && community[place] === c) votes[place]! += vote;
      else {
        placeOf[c] = end;
        community[end] = c;
        votes[end++] = vote;
      }
    }
    offsets[term + 1] = end;
  }
  return { offsets, community: community.slice(0, offsets[terms]), votes: votes.slice(0, offsets[terms]) };
}

export interface Winner {
  /** −1 where nobody voted. */
  readonly community: number;
  /** 0…1: its share of the votes. */
  readonly share: number;
}

/** @param allowed communities that may win; all when left out. Ties go to the smaller number. */
export function winner(votes: Votes, term: number, allowed: (community: number) => boolean = () => true): Winner {
  let community = -1;
  let max = 0;
  const places: number[] = [];
  for (let at = votes.offsets[term]!; at < votes.offsets[term + 1]!; at++) places.push(at);
  if (places.length > 1) places.sort((a, b) => votes.community[a]! - votes.community[b]!);
  for (const at of places) {
    const c = votes.community[at]!;
    if (allowed(c) && votes.votes[at]! > max + 1e-12) [community, max] = [c, votes.votes[at]!];
  }
  return { community, share: shareOf(votes, term, community) };
}

/** 0…1: a community's share of all votes for a term. */
export function shareOf({ offsets, community, votes }: Votes, term: number, wanted: number): number {
  let total = 0;
  let own = 0;
  for (let at = offsets[term]!; at < offsets[term + 1]!; at++) {
    total += votes[at]!;
    if (community[at] === wanted) own = votes[at]!;
  }
  return total > 0 ? own / total : 0;
}
