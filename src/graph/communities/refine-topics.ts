/**
 * A large area that is one topic only is looked at once more by itself: alone, its own parts show, as the rest of the
 * corpus no longer sets the scale (the resolution limit: Fortunato & Barthélemy 2007).
 */
import type { GraphConfig } from "../config.ts";
import { consensus } from "./consensus.ts";
import { foldDust } from "./fold-dust.ts";
import type { EdgeList } from "../graphology.ts";
import { canonicalNumbers, communityCount, membersOf } from "./partition.ts";
import { contract, partitionOfPapers } from "./points.ts";
import { splitDisconnected } from "./split-disconnected.ts";

/** Fewest papers of an area that is worth a second look. */
const LEAST_AREA = 30;
/** Fewest papers of a topic that comes out of it. */
const LEAST_TOPIC = 8;

export interface Refinable {
  /** Per paper, canonical; every topic lies in one area. */
  readonly areaOf: Int32Array;
  readonly topicOf: Int32Array;
  /** The point that stands for each paper; papers of one point stay together. */
  readonly pointOf: Int32Array;
  /** An area that gathers what is tied to nothing: it has no parts to find. */
  readonly apart?: number | undefined;
}

/**
 * @returns per paper, canonical: the topics, those of the areas with a single one split where they fall into parts.
 */
export function refineTopics(
  graph: EdgeList,
  { areaOf, topicOf, pointOf, apart }: Refinable,
  config: Pick<GraphConfig, "seed">,
): Int32Array {
  const refined = topicOf.slice();
  let next = communityCount(topicOf);
  membersOf(areaOf).forEach((papers, area) => {
    const single = papers.every((paper) => topicOf[paper] === topicOf[papers[0]!]);
    if (area === apart || !single || papers.length < LEAST_AREA) return;
    const own = subgraph(graph, papers);
    const points = canonicalNumbers(Int32Array.from(papers, (paper) => pointOf[paper]!));
    const grain = communityCount(points);
    const found =
      grain === papers.length
        ? consensus(own, config)
        : partitionOfPapers(consensus(contract(own, points, grain), config), points);
    const parts = foldDust(own, splitDisconnected(own, found), LEAST_TOPIC).community;
    const sizes = membersOf(canonicalNumbers(parts)).map((members) => members.length);
    if (sizes.length < 2 || sizes.some((size) => size < LEAST_TOPIC)) return;
    papers.forEach((paper, i) => (refined[paper] = next + parts[i]!));
    next += papers.length;
  });
  return canonicalNumbers(refined);
}

/** The edges among some nodes (ascending), which are renumbered by their places. */
function subgraph(edges: EdgeList, nodes: readonly number[]): EdgeList {
  const place = new Int32Array(edges.nodes).fill(-1);
  nodes.forEach((node, i) => (place[node] = i));
  const kept = Array.from(edges.weight.keys()).filter(
    (e) => place[edges.source[e]!]! >= 0 && place[edges.target[e]!]! >= 0,
  );
  return {
    nodes: nodes.length,
    source: Int32Array.from(kept, (e) => place[edges.source[e]!]!),
    target: Int32Array.from(kept, (e) => place[edges.target[e]!]!),
    weight: Float64Array.from(kept, (e) => edges.weight[e]!),
  };
}
