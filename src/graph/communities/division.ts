/**
 * A division of papers and terms into communities and topics, before anything is said of how sure it is.
 */
import type { Corpus } from "../corpus.ts";
import { communityCount } from "./partition.ts";
import { termVotes, type Votes, type Winner } from "./term-votes.ts";

export interface Division {
  /** Per paper, canonical; every topic lies in one community. */
  readonly communityOf: Int32Array;
  readonly topicOf: Int32Array;
  /** The community that gathers what nothing ties to the rest, if there is such. */
  readonly unconnected: number | undefined;
  readonly communityOfTerm: Winners;
  readonly topicOfTerm: Winners;
}

/** Winners in columns, one row a term. */
export interface Winners {
  /** −1 where nobody voted. */
  readonly community: Int32Array;
  readonly share: Float64Array;
}

export function eachTerm(
  corpus: Corpus,
  paperCommunity: Int32Array,
  choose: (votes: Votes, term: number) => Winner,
): Winners {
  const votes = termVotes(corpus, paperCommunity);
  const winners = {
    community: new Int32Array(corpus.terms.length),
    share: new Float64Array(corpus.terms.length),
  };
  for (let term = 0; term < corpus.terms.length; term++) {
    const { community, share } = choose(votes, term);
    winners.community[term] = community;
    winners.share[term] = share;
  }
  return winners;
}

/** Per community: the wider one that its papers are in. */
export function parents(community: Int32Array, wider: Int32Array): Int32Array {
  const parent = new Int32Array(communityCount(community));
  community.forEach((c, paper) => (parent[c] = wider[paper]!));
  return parent;
}
