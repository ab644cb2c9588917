/**
 * Communities of papers and terms.
 */
import type { GraphConfig } from "./config.ts";
import type { Corpus } from "./corpus.ts";
import { agreementWith } from "./agreement.ts";
import { consensusCommunities } from "./consensus.ts";
import { foldDust } from "./fold-dust.ts";
import type { EdgeList } from "./graphology.ts";
import { modularity } from "./modularity.ts";
import { neighborGraph } from "./neighbor-graph.ts";
import { canonicalNumbers, communityCount } from "./partition.ts";
import type { Similarity } from "./similarity.ts";
import { splitDisconnected } from "./split-disconnected.ts";
import { termVotes } from "./term-votes.ts";

export interface Communities {
  readonly count: number;
  readonly paper: Int32Array;
  readonly term: Int32Array;
  /** 0…1 per paper and per term. */
  readonly paperConfidence: Float64Array;
  readonly termConfidence: Float64Array;
  /** 0…1 per community. */
  readonly stability: Float64Array;
  /** Community that gathers what nothing ties to the rest, if there is such. */
  readonly apart?: number;
  readonly modularity: number;
  readonly graph: EdgeList;
}

export function findCommunities(corpus: Corpus, similarity: Similarity, config: GraphConfig): Communities {
  const graph = neighborGraph(similarity.neighbors);
  const consensus = consensusCommunities(graph, config);
  const connected = splitDisconnected(graph, consensus.community);
  const folded = foldDust(graph, connected);
  const paper = canonicalNumbers(folded.community);
  const { confidence, stability } = agreementWith(paper, consensus.runs);
  const votes = termVotes(corpus, paper);
  const apart = folded.apart === undefined ? undefined : paper[folded.community.indexOf(folded.apart)]!;
  return {
    count: communityCount(paper),
    paper,
    term: votes.community,
    paperConfidence: confidence,
    termConfidence: votes.share,
    stability,
    ...(apart === undefined ? {} : { apart }),
    modularity: modularity(graph, paper, config.resolution),
    graph,
  };
}
