/**
 * Topics that no term tells from the rest of their community join the one they are tied to most: a border that has no
 * name says nothing to anybody, and other runs would draw it elsewhere.
 */
import { type Corpus } from "../corpus.ts";
import { type EdgeList, tiesBetween } from "../edge-list.ts";
import { logLikelihood } from "../log-likelihood.ts";
import { canonicalNumbers, communityCount, membersOf } from "./partition.ts";

/** A telling term is in this share of the topic's papers; in so many at the least, and so many are enough. */
const MIN_SHARE = 0.15;
const MIN_PAPERS = 3;
const ENOUGH_PAPERS = 5;
/** Its log-likelihood against the rest of the community: 99 % of χ² with one degree of freedom. */
const MIN_LIKELIHOOD = 6.63;

/**
 * @param topicOf per paper, canonical; every topic lies in one community.
 * @param apart a community that stays as it is.
 * @returns canonical.
 */
export function mergeUntold(
  corpus: Corpus,
  graph: EdgeList,
  { topicOf, communityOf, apart }: { topicOf: Int32Array; communityOf: Int32Array; apart?: number | undefined },
): Int32Array {
  const merged = topicOf.slice();
  const ties = tiesBetween(graph, topicOf, communityCount(topicOf));
  const counts = new TermCounts(corpus);
  membersOf(communityOf).forEach((papers, community) => {
    if (community === apart) return;
    const topics = new Map<number, number[]>();
    for (const paper of papers) {
      const topic = topics.get(topicOf[paper]!);
      if (topic === undefined) topics.set(topicOf[paper]!, [paper]);
      else topic.push(paper);
    }
    if (topics.size < 2) return;
    counts.setWhole(papers);
    // Smallest first; what it joined may be told by what both have.
    const waiting = [...topics.keys()].sort((a, b) => topics.get(a)!.length - topics.get(b)!.length || b - a);
    for (const topic of waiting) {
      if (topics.size < 2 || counts.isTold(topics.get(topic)!)) continue;
      const into = nearest(topic, ties, topics);
      for (const paper of topics.get(topic)!) merged[paper] = into;
      topics.set(into, [...topics.get(into)!, ...topics.get(topic)!]);
      topics.delete(topic);
      for (const [other, weight] of ties[topic]!) {
        ties[into]!.set(other, (ties[into]!.get(other) ?? 0) + weight);
        ties[other]!.set(into, (ties[other]!.get(into) ?? 0) + weight);
      }
    }
  });
  return canonicalNumbers(merged);
}

/** The topic of the community with the strongest tie; of equal ones the smaller number, which is the larger topic. */
function nearest(
  topic: number,
  ties: readonly ReadonlyMap<number, number>[],
  topics: ReadonlyMap<number, readonly number[]>,
): number {
  let best = -1;
  let max = -1;
  for (const other of [...topics.keys()].sort((a, b) => a - b)) {
    const tie = ties[topic]!.get(other) ?? 0;
    if (other !== topic && tie > max) [best, max] = [other, tie];
  }
  return best;
}

class TermCounts {
  readonly #corpus: Corpus;
  readonly #whole: Int32Array;
  readonly #own: Int32Array;
  #papers: readonly number[] = [];

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
    this.#whole = new Int32Array(corpus.terms.length);
    this.#own = new Int32Array(corpus.terms.length);
  }

  /** The papers that topics are told from. */
  setWhole(papers: readonly number[]): void {
    this.#each(this.#papers, (term) => (this.#whole[term] = 0));
    this.#each(papers, (term) => this.#whole[term]!++);
    this.#papers = papers;
  }

  isTold(topic: readonly number[]): boolean {
    const terms: number[] = [];
    this.#each(topic, (term) => {
      if (this.#own[term]!++ === 0) terms.push(term);
    });
    const min = Math.max(MIN_PAPERS, Math.min(ENOUGH_PAPERS, MIN_SHARE * topic.length));
    const rest = this.#papers.length - topic.length;
    const tells = (term: number) =>
      this.#own[term]! >= min &&
      logLikelihood(this.#own[term]!, topic.length, this.#whole[term]! - this.#own[term]!, rest) >= MIN_LIKELIHOOD;
    const told = terms.some(tells);
    for (const term of terms) this.#own[term] = 0;
    return told;
  }

  #each(papers: readonly number[], visit: (term: number) => void): void {
    const { offsets, term } = this.#corpus.paperTerms;
    for (const paper of papers) for (let row = offsets[paper]!; row < offsets[paper + 1]!; row++) visit(term[row]!);
  }
}
