/**
 * The division of the last build, carried over: papers and terms stay where they were but for those whose evidence has
 * changed and now speaks clearly for another place; new ones go where their neighbours are.
 */
import type { Anchor } from "../last-build.ts";
import type { Corpus } from "../corpus.ts";
import { type Adjacency, adjacency, type EdgeList } from "../edge-list.ts";
import { type Division, eachTerm, parents } from "./division.ts";
import { canonicalNumbers } from "./partition.ts";
import { shareOf, winner } from "./term-votes.ts";

/** A paper moves when its ties to another place are so many times those to its own. */
const CLEARLY = 1.5;
/** New papers are often tied to new ones: each round places those that have a placed neighbour by then. */
const ROUNDS = 3;

/** @param graph papers and their nearest neighbours. */
export function anchoredDivision(corpus: Corpus, graph: EdgeList, anchor: Anchor): Division {
  const ties = adjacency(graph);
  const { changed } = anchor.papers;
  const community = settle(anchor.papers.community, changed, ties);
  const apart = anchor.apart ?? community.reduce((max, c) => Math.max(max, c), -1) + 1;
  // What is tied to nothing that had a place.
  const placed = community.map((c) => (c < 0 ? apart : c));
  const isStill = (paper: number) => placed[paper] === anchor.papers.community[paper];
  const stayed = anchor.papers.topic.map((topic, paper) => (isStill(paper) ? topic : -1));
  const found = settle(stayed, changed, ties, (a, b) => placed[a] === placed[b]);
  const usual = largestTopics(placed, found);
  const topic = found.map((t, paper) => (t < 0 ? (usual.get(placed[paper]!) ?? placed[paper]!) : t));
  const communityOf = canonicalNumbers(placed);
  const topicOf = canonicalNumbers(topic);
  const unconnected = communityOf.find((_, paper) => placed[paper] === apart);

  const nowCommunity = numbersNow(placed, communityOf);
  const nowTopic = numbersNow(topic, topicOf);
  const communityOfTopic = parents(topicOf, communityOf);
  const { terms } = anchor;
  const communityOfTerm = eachTerm(corpus, communityOf, (votes, term) => {
    const own = nowCommunity.get(terms.community[term]!) ?? -1;
    const ownShare = own < 0 ? 0 : shareOf(votes, term, own);
    if (own >= 0 && ownShare > 0 && terms.changed[term] === 0) return { community: own, share: ownShare };
    const best = winner(votes, term);
    return best.share > CLEARLY * ownShare ? best : { community: own, share: ownShare };
  });
  const topicOfTerm = eachTerm(corpus, topicOf, (votes, term) => {
    const own = nowTopic.get(terms.topic[term]!) ?? -1;
    const wanted = communityOfTerm.community[term]!;
    if (own >= 0 && communityOfTopic[own] === wanted) return { community: own, share: shareOf(votes, term, own) };
    return winner(votes, term, (t) => communityOfTopic[t] === wanted);
  });
  return { communityOf, topicOf, unconnected, communityOfTerm, topicOfTerm };
}

/**
 * Papers that have changed go where most of their ties lead, if that is clear; those without a place to where any do.
 *
 * @param group −1 where there is none yet. @param counts whether a neighbour has a say.
 */
function settle(
  group: Int32Array,
  changed: Uint8Array,
  { offsets, neighbors, weights }: Adjacency,
  counts: (paper: number, neighbor: number) => boolean = () => true,
): Int32Array {
  const settled = group.slice();
  for (let round = 0; round < ROUNDS; round++) {
    for (let paper = 0; paper < settled.length; paper++) {
      const own = settled[paper]!;
      if (own >= 0 && changed[paper] === 0) continue;
      const votes = new Map<number, number>();
      for (let at = offsets[paper]!; at < offsets[paper + 1]!; at++) {
        const other = settled[neighbors[at]!]!;
        if (other >= 0 && counts(paper, neighbors[at]!)) votes.set(other, (votes.get(other) ?? 0) + weights[at]!);
      }
      let best = own;
      let most = own < 0 ? 0 : CLEARLY * (votes.get(own) ?? 0);
      for (const [other, vote] of votes)
        if (vote > most || (vote === most && best !== own && other < best)) [best, most] = [other, vote];
      settled[paper] = best;
    }
  }
  return settled;
}

/** Of each community: the topic that most of its papers have. */
function largestTopics(community: Int32Array, topic: Int32Array): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (const t of topic) sizes.set(t, (sizes.get(t) ?? 0) + 1);
  const largest = new Map<number, number>();
  community.forEach((c, paper) => {
    const best = largest.get(c);
    const t = topic[paper]!;
    if (t >= 0 && (best === undefined || sizes.get(t)! > sizes.get(best)!)) largest.set(c, t);
  });
  return largest;
}

/** From the numbers that groups had to those that they have. */
function numbersNow(then: Int32Array, now: Int32Array): ReadonlyMap<number, number> {
  return new Map(Array.from(then, (number, paper) => [number, now[paper]!]));
}
