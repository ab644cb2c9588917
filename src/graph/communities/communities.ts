/**
 * Communities of papers and terms, on two levels: topics, and the communities that they make up.
 */
import { agreementWith } from "./agreement.ts";
import type { TaskRunner } from "../../lib/task.ts";
import type { GraphConfig } from "../config.ts";
import { consensus, mergeByAgreement } from "./consensus.ts";
import type { Corpus } from "../corpus.ts";
import type { EdgeList } from "../edge-list.ts";
import { louvainEnsemble } from "./ensemble.ts";
import { genericTerms } from "./generic-terms.ts";
import { propagateLabels } from "./label-propagation.ts";
import { mergeAlike } from "./merge-alike.ts";
import { mergeUntold } from "./merge-untold.ts";
import { modularity } from "./modularity.ts";
import { neighborGraph } from "../similarity/neighbor-graph.ts";
import { paperTermGraph } from "./paper-term-graph.ts";
import { canonicalNumbers, communityCount, partitionOfPapers } from "./partition.ts";
import { refineTopics } from "./refine-topics.ts";
import type { Similarity } from "../similarity/similarity.ts";
import { mergeSmallCommunities } from "./small-communities.ts";
import { splitDisconnected } from "./split-disconnected.ts";
import { shareOf, termVotes, type Votes, type Winner, winner } from "./term-votes.ts";

/** One level of the hierarchy. Numbers are canonical: 0 has the most papers. */
export interface Level {
  readonly count: number;
  /** Number of the community of each paper and of each term. */
  readonly paper: Int32Array;
  readonly term: Int32Array;
  /** 0…1 per paper and per term. */
  readonly paperConfidence: Float64Array;
  readonly termConfidence: Float64Array;
  /** 0…1 per community. */
  readonly stability: Float64Array;
}

export interface Hierarchy {
  readonly communities: Level;
  readonly topics: Level;
  /** Per topic: its community. */
  readonly communityOfTopic: Int32Array;
  /** Per term: 1 where it is at home nowhere and few papers are about it. */
  readonly generic: Uint8Array;
  /** The community that gathers what nothing ties to the rest, if there is such. */
  readonly unconnected?: number;
  /** Of the communities, on `graph`; at most 1. */
  readonly modularity: number;
  /** Papers and their nearest neighbours in the middle view. */
  readonly graph: EdgeList;
}

/** @param onRun called while the ensemble runs. */
export async function findCommunities(
  corpus: Corpus,
  similarity: Similarity,
  config: GraphConfig,
  { tasks, onRun }: { readonly tasks?: TaskRunner; readonly onRun?: (done: number, total: number) => void } = {},
): Promise<Hierarchy> {
  const { microClusterOf, middle, middleOfMicroClusters } = similarity;
  const papersStandAlone = middleOfMicroClusters === middle;
  const graph = neighborGraph(middle);
  const ensemble = await louvainEnsemble(similarity, config, tasks, onRun);
  const ofPapers = (partition: Int32Array) =>
    papersStandAlone ? partition : partitionOfPapers(partition, microClusterOf);
  const fine = ensemble.fine.map(ofPapers);
  const coarse = ensemble.coarse.map(ofPapers);

  const clusterGraph = papersStandAlone ? graph : neighborGraph(middleOfMicroClusters);
  const found = await consensus(paperTermGraph(corpus, microClusterOf, clusterGraph, ensemble.fine), config, tasks);
  const foundTerms = found.subarray(clusterGraph.nodes);
  const foundPapers = papersStandAlone
    ? found.subarray(0, graph.nodes)
    : propagateLabels(graph, partitionOfPapers(found, microClusterOf));
  const wide = mergeSmallCommunities(graph, splitDisconnected(graph, foundPapers));
  const isApart = (paper: number) => wide.community[paper] === wide.unconnected;
  const canonical = canonicalNumbers(wide.community);
  const wideOf = mergeAlike(
    corpus,
    canonical,
    undefined,
    canonical.find((_, paper) => isApart(paper)),
  );
  const merged = mergeByAgreement(wideOf, coarse, config.areaAgreement);
  const communityOf = canonicalNumbers(mergeSmallCommunities(graph, splitDisconnected(graph, merged)).community);
  const unconnected = communityOf.find((_, paper) => isApart(paper));
  const refinable = { communityOf, topicOf: wideOf, microClusterOf, unconnected };
  const alike = mergeAlike(corpus, await refineTopics(graph, refinable, config, tasks), communityOf);
  const topicOf = mergeUntold(corpus, graph, { topicOf: alike, communityOf, apart: unconnected });

  const foundOf = parents(wideOf, foundPapers);
  const wideOfTerm = eachTerm(corpus, wideOf, (votes, term) => {
    // A term stays where the paper-term graph put it; a rare one, or one whose community was merged, goes with its papers.
    const own = winner(votes, term, (topic) => foundOf[topic] === foundTerms[term]);
    return own.community < 0 ? winner(votes, term) : own;
  }).community;
  const communityOfWide = parents(wideOf, communityOf);
  const communityOfTerm = eachTerm(corpus, communityOf, (votes, term) => {
    const community = communityOfWide[wideOfTerm[term]!] ?? -1;
    return { community, share: shareOf(votes, term, community) };
  });
  const communityOfTopic = parents(topicOf, communityOf);
  const scales = [coarse, fine];
  const topicOfTerm = eachTerm(corpus, topicOf, (votes, term) =>
    winner(votes, term, (topic) => communityOfTopic[topic] === communityOfTerm.community[term]),
  );
  return {
    communities: level(communityOf, communityOfTerm, scales),
    topics: level(topicOf, topicOfTerm, scales),
    communityOfTopic,
    generic: genericTerms(corpus, [communityOf, topicOf]),
    ...(unconnected === undefined ? {} : { unconnected }),
    modularity: modularity(graph, communityOf, 1),
    graph,
  };
}

/** Per community: the wider one that its papers are in. */
function parents(community: Int32Array, wider: Int32Array): Int32Array {
  const parent = new Int32Array(communityCount(community));
  community.forEach((c, paper) => (parent[c] = wider[paper]!));
  return parent;
}

/** Winners in columns, one row a term. */
interface Winners {
  /** −1 where nobody voted. */
  readonly community: Int32Array;
  readonly share: Float64Array;
}

function eachTerm(corpus: Corpus, paperCommunity: Int32Array, choose: (votes: Votes, term: number) => Winner): Winners {
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

function level(paper: Int32Array, terms: Winners, scales: readonly (readonly Int32Array[])[]): Level {
  const { confidence, stability } = agreementWith(paper, scales);
  return {
    count: communityCount(paper),
    paper,
    // A term without papers stands with the largest community.
    term: terms.community.map((community) => Math.max(0, community)),
    paperConfidence: confidence,
    termConfidence: terms.share,
    stability,
  };
}
