/**
 * A large community that is one topic only is looked at once more by itself, and so is every topic of more papers than
 * anybody reads through: alone, its own parts show, as the rest of the corpus no longer sets the scale (the resolution
 * limit: Fortunato & Barthélemy 2007).
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
/** Fewest papers of a topic that comes out of it, and share of those it comes out of. */
const MIN_TOPIC = 8;
const MIN_SHARE = 0.02;
/** Papers of a topic from which on it is looked at, whatever stands beside it. */
const LARGE_TOPIC = 300;
/** Looks at what came out of the last one. */
const MAX_ROUNDS = 3;

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
 * @returns per paper, canonical: the topics, those that are a community by themselves and large ones split where they
 *   fall into parts.
 */
export async function refineTopics(
  graph: EdgeList,
  { communityOf, topicOf, microClusterOf, unconnected }: Refinable,
  config: Pick<GraphConfig, "seed">,
  tasks: TaskRunner = TASKS_HERE,
): Promise<Int32Array> {
  const sizes = membersOf(communityOf).map((papers) => papers.length);
  const communitiesOf = async (edges: EdgeList) => consensus(edges, config, tasks);
  const seen = new Set<string>();
  let refined = canonicalNumbers(topicOf);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const topics = membersOf(refined);
    const found = await Promise.all(
      topics.map(async (papers) => {
        const community = communityOf[papers[0]!]!;
        const isWhole = papers.length === sizes[community];
        if (community === unconnected || papers.length < (isWhole ? MIN_COMMUNITY : LARGE_TOPIC)) return undefined;
        const key = `${papers[0]} ${papers.length}`;
        if (seen.has(key)) return undefined;
        seen.add(key);
        return partsOf(graph, papers, microClusterOf, communitiesOf);
      }),
    );
    if (found.every((parts) => parts === undefined)) break;
    const next = refined.slice();
    let free = topics.length;
    topics.forEach((papers, topic) => {
      const parts = found[topic];
      if (!parts) return;
      papers.forEach((paper, i) => (next[paper] = free + parts[i]!));
      free += papers.length;
    });
    refined = canonicalNumbers(next);
  }
  return refined;
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
  const minTopic = Math.max(MIN_TOPIC, Math.ceil(MIN_SHARE * papers.length));
  const parts = mergeSmallCommunities(own, splitDisconnected(own, found), minTopic).community;
  const sizes = membersOf(canonicalNumbers(parts)).map((members) => members.length);
  return sizes.length < 2 || sizes.some((size) => size < minTopic) ? undefined : parts;
}
