/**
 * A large community that is one topic only is looked at once more by itself: alone, its own parts show, as the rest of
 * the corpus no longer sets the scale (the resolution limit: Fortunato & Barthélemy 2007).
 */
import { type TaskRunner, TASKS_HERE } from "../../lib/task.ts";
import type { GraphConfig } from "../config.ts";
import { consensus } from "./consensus.ts";
import { mergeSmallCommunities } from "./small-communities.ts";
import { contract, type EdgeList, subgraph } from "../edge-list.ts";
import { canonicalNumbers, communityCount, membersOf, partitionOfPapers } from "./partition.ts";
import { splitDisconnected } from "./split-disconnected.ts";

/** Fewest papers of a community that is worth a second look. */
const MIN_COMMUNITY = 30;
/** Fewest papers of a topic that comes out of it. */
const MIN_TOPIC = 8;

export interface Refinable {
  /** Per paper, canonical; every topic lies in one community. */
  readonly communityOf: Int32Array;
  readonly topicOf: Int32Array;
  /** The micro-cluster of each paper; its papers stay together. */
  readonly microClusterOf: Int32Array;
  /** The community that gathers what is tied to nothing: it has no parts to find. */
  readonly unconnected?: number | undefined;
}

/**
 * @returns per paper, canonical: the topics, those of the communities with a single one split where they fall into parts.
 */
export async function refineTopics(
  graph: EdgeList,
  { communityOf, topicOf, microClusterOf, unconnected }: Refinable,
  config: Pick<GraphConfig, "seed">,
  tasks: TaskRunner = TASKS_HERE,
): Promise<Int32Array> {
  const groups = membersOf(communityOf);
  const found = await Promise.all(
    groups.map(async (papers, community) => {
      const single = papers.every((paper) => topicOf[paper] === topicOf[papers[0]!]);
      if (community === unconnected || !single || papers.length < MIN_COMMUNITY) return undefined;
      return partsOf(graph, papers, microClusterOf, async (edges) => consensus(edges, config, tasks));
    }),
  );
  const refined = topicOf.slice();
  let next = communityCount(topicOf);
  groups.forEach((papers, community) => {
    const parts = found[community];
    if (!parts) return;
    papers.forEach((paper, i) => (refined[paper] = next + parts[i]!));
    next += papers.length;
  });
  return canonicalNumbers(refined);
}

/** The topics of some papers, a number for each; undefined where they fall into none that are large enough. */
async function partsOf(
  graph: EdgeList,
  papers: readonly number[],
  microClusterOf: Int32Array,
  communitiesOf: (edges: EdgeList) => Promise<Int32Array>,
): Promise<Int32Array | undefined> {
  const own = subgraph(graph, papers);
  const clusterOf = canonicalNumbers(Int32Array.from(papers, (paper) => microClusterOf[paper]!));
  const clusters = communityCount(clusterOf);
  const found =
    clusters === papers.length
      ? await communitiesOf(own)
      : partitionOfPapers(await communitiesOf(contract(own, clusterOf, clusters)), clusterOf);
  const parts = mergeSmallCommunities(own, splitDisconnected(own, found), MIN_TOPIC).community;
  const sizes = membersOf(canonicalNumbers(parts)).map((members) => members.length);
  return sizes.length < 2 || sizes.some((size) => size < MIN_TOPIC) ? undefined : parts;
}
