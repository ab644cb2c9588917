/**
 * How one term leads to another: through which papers, which terms, which sentences.
 */

import type { MentionEdge, Role } from "../contract/graph-document.ts";
import { Heap } from "../lib/heap.ts";
import { termNamed, type Found, type NodeName } from "./find.ts";
import { termAt, type GraphIndex } from "./graph-index.ts";
import type { Question } from "./question.ts";
import { tellingTerms } from "./telling.ts";

export interface PathStep {
  readonly node: number;
  /** The edge that led here; absent on the first step. */
  readonly edge?: MentionEdge;
}

/** Terms and papers in turn, from the first term to the second. */
export type Path = readonly PathStep[];

/** What a hop through a term costs beyond the edge, per ln(papers): a path through "model" says nothing. */
const HUB_COST = 0.5;
/** Terms in a larger share of the papers lead from everywhere to everywhere. */
const MAX_SHARE = 0.08;
/** An edge costs 1 / (weight + this): what a paper only mentions costs as much as a short detour over papers about it. */
const EDGE_FLOOR = 0.3;

/**
 * Up to `limit` paths between two terms, by their numbers, cheapest first, no two through the same papers or terms.
 * Dijkstra over the mention edges, which are cheap where the paper is about the term; not through generic terms and hubs
 * as long as there is another way.
 */
export function findPaths(index: GraphIndex, from: number, to: number, limit = 3): Path[] {
  const telling = pathsBeside(index, from, to, { limit, closed: untelling(index, from, to) });
  return telling.length > 0 ? telling : pathsBeside(index, from, to, { limit, closed: new Uint8Array(index.nodes) });
}

/** 1 for the terms that say nothing as a step between others. */
function untelling(index: GraphIndex, from: number, to: number): Uint8Array {
  const { document, papers, nodes } = index;
  const closed = new Uint8Array(nodes);
  const telling = tellingTerms(index);
  const max = Math.max(10, MAX_SHARE * papers);
  document.terms.forEach((term, i) => {
    if (telling[papers + i] === 0 || term.papers > max) closed[papers + i] = 1;
  });
  closed[from] = closed[to] = 0;
  return closed;
}

/** @param closed nodes that no path passes; those of each path are added. */
function pathsBeside(
  index: GraphIndex,
  from: number,
  to: number,
  { limit, closed }: { readonly limit: number; readonly closed: Uint8Array },
): Path[] {
  const paths: Path[] = [];
  while (paths.length < limit) {
    const path = cheapestPath(index, from, to, closed);
    if (path === undefined) break;
    paths.push(path);
    for (const { node } of path.slice(1, -1)) closed[node] = 1;
    if (path.length < 3) break;
  }
  return paths;
}

/** A node on the way; of equal costs the one reached first goes first. */
interface Reached {
  readonly node: number;
  readonly cost: number;
  readonly arrival: number;
}

function cheapestPath(index: GraphIndex, from: number, to: number, closed: Uint8Array): Path | undefined {
  const { start, node: neighbors, edge, value } = index.mentions;
  const cost = new Float64Array(index.nodes).fill(Infinity);
  /** By node: the node before it, and the place of the edge from there in the list of mentions. */
  const [before, by] = [new Int32Array(index.nodes).fill(-1), new Int32Array(index.nodes)];
  const done = closed.slice();
  let arrivals = 0;
  const queue = new Heap<Reached>((a, b) => a.cost - b.cost || a.arrival - b.arrival);
  cost[from] = 0;
  queue.push({ node: from, cost: 0, arrival: arrivals++ });
  for (let reached = queue.pop(); reached !== undefined; reached = queue.pop()) {
    const current = reached.node;
    if (done[current] === 1) continue;
    done[current] = 1;
    if (current === to) return retrace(index, to, before, by);
    for (let at = start[current]!; at < start[current + 1]!; at++) {
      const next = neighbors[at]!;
      if (done[next] === 1) continue;
      const total = cost[current]! + 1 / (value[at]! + EDGE_FLOOR) + (next === to ? 0 : hubCost(index, next));
      if (total >= cost[next]!) continue;
      cost[next] = total;
      before[next] = current;
      by[next] = edge[at]!;
      queue.push({ node: next, cost: total, arrival: arrivals++ });
    }
  }
  return undefined;
}

function hubCost(index: GraphIndex, node: number): number {
  const term = termAt(index, node);
  return term === undefined ? 0 : HUB_COST * Math.log(Math.max(1, term.papers));
}

function retrace({ document }: GraphIndex, end: number, before: Int32Array, by: Int32Array): Path {
  const steps: PathStep[] = [];
  for (let node = end; node >= 0; node = before[node]!)
    steps.push(before[node]! < 0 ? { node } : { node, edge: document.mentions.at(by[node]!)! });
  return steps.reverse();
}

/** Most ways told: further ones are detours. */
const MAX_PATHS = 3;

export interface PathAnswer {
  /** What the two names stand for; without exactly one term each there are no paths. */
  readonly from: Found;
  readonly to: Found;
  /** Numbers of nodes with the edge that led there; cheapest first. */
  readonly paths: readonly (readonly { readonly node: number; readonly role?: Role; readonly weight?: number }[])[];
}

export interface PathArgs {
  readonly from: NodeName;
  readonly to: NodeName;
  readonly limit?: number;
}

export const PATH: Question<PathArgs, PathAnswer> = {
  title: "Path",
  about: "How one term leads to another: through which papers, terms and sentences.",
  command: {
    words: ["<term>", "<term>"],
    example: 'path "contrastive learning" segmentation',
    read: ([from = "", to = ""], limit) => ({ from, to, limit }),
  },
  answer: (index, { from, to, limit = MAX_PATHS }) => {
    const [start, end] = [termNamed(index, from), termNamed(index, to)];
    const found =
      start.kind === "one" && end.kind === "one"
        ? findPaths(index, start.node, end.node, Math.min(limit, MAX_PATHS))
        : [];
    const paths = found.map((path) =>
      path.map(({ node, edge }) => ({ node, ...(edge && { role: edge.role, weight: edge.weight }) })),
    );
    return { from: start, to: end, paths };
  },
};
