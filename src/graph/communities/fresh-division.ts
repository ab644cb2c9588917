/**
 * Communities and topics from many runs of Louvain: their consensus, what is merged of it, and what is looked at again.
 */
import type { TaskRunner } from "../../lib/task.ts";
import type { GraphConfig } from "../config.ts";
import { consensus, mergeByAgreement } from "./consensus.ts";
import type { Corpus } from "../corpus.ts";
import { type Division, eachTerm, parents } from "./division.ts";
import type { EdgeList } from "../edge-list.ts";
import { propagateLabels } from "./label-propagation.ts";
import { mergeAlike } from "./merge-alike.ts";
import { mergeUntold } from "./merge-untold.ts";
import { neighborGraph } from "../similarity/neighbor-graph.ts";
import { paperTermGraph } from "./paper-term-graph.ts";
import { canonicalNumbers, partitionOfPapers } from "./partition.ts";
import { refineTopics } from "./refine-topics.ts";
import type { Similarity } from "../similarity/similarity.ts";
import { mergeSmallCommunities } from "./small-communities.ts";
import { splitDisconnected } from "./split-disconnected.ts";
import { shareOf, winner } from "./term-votes.ts";

/** Runs of Louvain: the fine ones of the micro-clusters, the coarse ones of papers. */
export interface Runs {
  readonly fine: readonly Int32Array[];
  readonly coarse: readonly Int32Array[];
}

/** @param graph papers and their nearest neighbours. */
export async function freshDivision(
  corpus: Corpus,
  { microClusterOf, middle, middleOfMicroClusters }: Similarity,
  graph: EdgeList,
  { fine, coarse }: Runs,
  config: GraphConfig,
  tasks?: TaskRunner,
): Promise<Division> {
  const papersStandAlone = middleOfMicroClusters === middle;
  const clusterGraph = papersStandAlone ? graph : neighborGraph(middleOfMicroClusters);
  const found = await consensus(paperTermGraph(corpus, microClusterOf, clusterGraph, fine), config, tasks);
  // Of the terms that tie papers: the first ones.
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
  const topicOfTerm = eachTerm(corpus, topicOf, (votes, term) =>
    winner(votes, term, (topic) => communityOfTopic[topic] === communityOfTerm.community[term]),
  );
  return { communityOf, topicOf, unconnected, communityOfTerm, topicOfTerm };
}
