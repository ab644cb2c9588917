/**
 * Communities of papers and terms, on two levels: topics, and the areas they make up.
 */
import { agreementWith } from "./agreement.ts";
import type { GraphConfig } from "./config.ts";
import { consensus, mergeByAgreement } from "./consensus.ts";
import type { Corpus } from "./corpus.ts";
import { louvainEnsemble } from "./ensemble.ts";
import { foldDust } from "./fold-dust.ts";
import type { EdgeList } from "./graphology.ts";
import { modularity } from "./modularity.ts";
import { neighborGraph } from "./neighbor-graph.ts";
import { canonicalNumbers, communityCount } from "./partition.ts";
import type { Similarity } from "./similarity.ts";
import { splitDisconnected } from "./split-disconnected.ts";
import type { Winner } from "./term-votes.ts";
import { termVotes, winner } from "./term-votes.ts";

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
  const graph = neighborGraph(similarity.middle);
  const ensemble = louvainEnsemble(similarity, config, onRun);

  const found = foldDust(graph, splitDisconnected(graph, consensus(graph, ensemble.fine, config)));
  const topicOf = canonicalNumbers(found.community);
  const merged = mergeByAgreement(topicOf, ensemble.coarse, config.areaAgreement);
  const areaOfPaper = canonicalNumbers(foldDust(graph, splitDisconnected(graph, merged)).community);

  const areaOf = new Int32Array(communityCount(topicOf));
  topicOf.forEach((topic, paper) => (areaOf[topic] = areaOfPaper[paper]!));
  // Terms choose their area first, then a topic inside it.
  const areaVotes = termVotes(corpus, areaOfPaper).map((votes) => winner(votes));
  const topicVotes = termVotes(corpus, topicOf).map((votes, term) =>
    winner(votes, (topic) => areaOf[topic] === areaVotes[term]!.community),
  );
  return {
    areas: level(areaOfPaper, areaVotes, ensemble.coarse),
    topics: level(topicOf, topicVotes, ensemble.fine),
    areaOf,
    ...(found.apart === undefined ? {} : { apart: areaOfPaper[found.community.indexOf(found.apart)]! }),
    modularity: modularity(graph, areaOfPaper, 1),
    graph,
  };
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
