/**
 * Communities of papers and terms, on two levels: topics, and the communities that they make up.
 */
import { agreementWith } from "./agreement.ts";
import { anchoredDivision } from "./anchored-division.ts";
import type { Anchor } from "../last-build.ts";
import type { TaskRunner } from "../../lib/task.ts";
import type { GraphConfig } from "../config.ts";
import type { Corpus } from "../corpus.ts";
import { parents, type Winners } from "./division.ts";
import type { EdgeList } from "../edge-list.ts";
import { louvainEnsemble } from "./ensemble.ts";
import { freshDivision } from "./fresh-division.ts";
import { genericTerms } from "./generic-terms.ts";
import { modularity } from "./modularity.ts";
import { neighborGraph } from "../similarity/neighbor-graph.ts";
import { communityCount, partitionOfPapers } from "./partition.ts";
import type { Similarity } from "../similarity/similarity.ts";

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

export interface CommunityOptions {
  readonly tasks?: TaskRunner;
  /** The last build, whose division is carried over. */
  readonly anchor?: Anchor;
  /** Called while the ensemble runs. */
  readonly onRun?: (done: number, total: number) => void;
}

/** The ensemble tells how sure a division is, whichever way it was found. */
export async function findCommunities(
  corpus: Corpus,
  similarity: Similarity,
  config: GraphConfig,
  { tasks, anchor, onRun }: CommunityOptions = {},
): Promise<Hierarchy> {
  const { microClusterOf, middle, middleOfMicroClusters } = similarity;
  const papersStandAlone = middleOfMicroClusters === middle;
  const graph = neighborGraph(middle);
  const ensemble = await louvainEnsemble(similarity, config, tasks, onRun);
  const ofPapers = (partition: Int32Array) =>
    papersStandAlone ? partition : partitionOfPapers(partition, microClusterOf);
  const fine = ensemble.fine.map(ofPapers);
  const coarse = ensemble.coarse.map(ofPapers);

  const { communityOf, topicOf, unconnected, communityOfTerm, topicOfTerm } = anchor
    ? anchoredDivision(corpus, graph, anchor)
    : await freshDivision(corpus, similarity, graph, { fine: ensemble.fine, coarse }, config, tasks);
  const communityOfTopic = parents(topicOf, communityOf);
  const scales = [coarse, fine];
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
