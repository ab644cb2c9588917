/**
 * Communities of papers and terms, on two levels: topics, and the areas they make up.
 */
import { agreementWith } from "./agreement.ts";
import type { GraphConfig } from "../config.ts";
import { consensus, mergeByAgreement } from "./consensus.ts";
import type { Corpus } from "../corpus.ts";
import { louvainEnsemble } from "./ensemble.ts";
import { foldDust } from "./fold-dust.ts";
import type { EdgeList } from "../graphology.ts";
import { jointGraph } from "./joint-graph.ts";
import { modularity } from "./modularity.ts";
import { neighborGraph } from "../similarity/neighbor-graph.ts";
import { canonicalNumbers, communityCount } from "./partition.ts";
import { partitionOfPapers, settle } from "./points.ts";
import { refineTopics } from "./refine-topics.ts";
import type { Similarity } from "../similarity/similarity.ts";
import { splitDisconnected } from "./split-disconnected.ts";
import type { Winner } from "./term-votes.ts";
import { shareOf, termVotes, winner } from "./term-votes.ts";

/** One level of the hierarchy. Numbers are canonical: 0 has the most papers. */
export interface Level {
  readonly count: number;
  readonly paper: Int32Array;
  readonly term: Int32Array;
  /** 0…1 per paper and per term. */
  readonly paperConfidence: Float64Array;
  readonly termConfidence: Float64Array;
  /** 0…1 per community. */
  readonly stability: Float64Array;
}

export interface Communities {
  readonly areas: Level;
  readonly topics: Level;
  /** Area of each topic. */
  readonly areaOf: Int32Array;
  /** The area that gathers what nothing ties to the rest, if there is such. */
  readonly apart?: number;
  /** Of the areas, on `graph`. */
  readonly modularity: number;
  /** Papers and their nearest neighbours in the middle view. */
  readonly graph: EdgeList;
}

export function findCommunities(
  corpus: Corpus,
  similarity: Similarity,
  config: GraphConfig,
  onRun?: (done: number, total: number) => void,
): Communities {
  const { pointOf, middle, middlePoints } = similarity;
  const papersArePoints = middlePoints === middle;
  const graph = neighborGraph(middle);
  const ensemble = louvainEnsemble(similarity, config, onRun);
  const ofPapers = (partition: Int32Array) => (papersArePoints ? partition : partitionOfPapers(partition, pointOf));
  const fine = ensemble.fine.map(ofPapers);
  const coarse = ensemble.coarse.map(ofPapers);

  const pointGraph = papersArePoints ? graph : neighborGraph(middlePoints);
  const joint = consensus(jointGraph(corpus, pointOf, pointGraph, ensemble.fine), config);
  const jointTerms = joint.subarray(pointGraph.nodes);
  const jointPapers = papersArePoints
    ? joint.subarray(0, graph.nodes)
    : settle(graph, partitionOfPapers(joint, pointOf));
  const found = foldDust(graph, splitDisconnected(graph, jointPapers));
  const wideOf = canonicalNumbers(found.community);
  const merged = mergeByAgreement(wideOf, coarse, config.areaAgreement);
  const areaOfPaper = canonicalNumbers(foldDust(graph, splitDisconnected(graph, merged)).community);
  const apart = found.apart === undefined ? undefined : areaOfPaper[found.community.indexOf(found.apart)]!;
  const topicOf = refineTopics(graph, { areaOf: areaOfPaper, topicOf: wideOf, pointOf, apart }, config);

  const jointOf = parents(wideOf, jointPapers);
  const wideVotes = termVotes(corpus, wideOf).map((votes, term) => {
    // A term stays where the joint graph put it; a rare one, or one whose community was folded, goes with its papers.
    const own = winner(votes, (topic) => jointOf[topic] === jointTerms[term]);
    return own.community < 0 ? winner(votes) : own;
  });
  const areaOfWide = parents(wideOf, areaOfPaper);
  const areaVotes = termVotes(corpus, areaOfPaper).map((votes, term) => {
    const area = areaOfWide[wideVotes[term]!.community] ?? -1;
    return { community: area, share: shareOf(votes, area) };
  });
  const wideOfTopic = parents(topicOf, wideOf);
  const topicVotes = termVotes(corpus, topicOf).map((votes, term) =>
    winner(votes, (topic) => wideOfTopic[topic] === wideVotes[term]!.community),
  );
  return {
    areas: level(areaOfPaper, areaVotes, coarse),
    topics: level(topicOf, topicVotes, fine),
    areaOf: parents(topicOf, areaOfPaper),
    ...(apart === undefined ? {} : { apart }),
    modularity: modularity(graph, areaOfPaper, 1),
    graph,
  };
}

/** Per community: the wider one that its papers are in. */
function parents(community: Int32Array, wider: Int32Array): Int32Array {
  const parent = new Int32Array(communityCount(community));
  community.forEach((c, paper) => (parent[c] = wider[paper]!));
  return parent;
}

function level(paper: Int32Array, terms: readonly Winner[], runs: readonly Int32Array[]): Level {
  const { confidence, stability } = agreementWith(paper, runs);
  return {
    count: communityCount(paper),
    paper,
    // A term without papers stands with the largest community.
    term: Int32Array.from(terms, ({ community }) => Math.max(0, community)),
    paperConfidence: confidence,
    termConfidence: Float64Array.from(terms, ({ share }) => share),
    stability,
  };
}
