/**
 * How one term leads to another: through which papers, which terms, which sentences.
 */

import type { MentionEdge, PaperNode, Role, TermNode } from "../contract/graph-document.ts";
import { Heap } from "../lib/heap.ts";
import { termNamed, type Found, type NodeName } from "./find.ts";
import type { GraphIndex } from "./graph-index.ts";
import type { Question } from "./question.ts";

export interface PathStep {
  readonly node: PaperNode | TermNode;
  /** The edge that led here; absent on the first step. */
  readonly edge?: MentionEdge;
}

/** Terms and papers in turn, from the first term to the second. */
export type Path = readonly PathStep[];

/** What a hop through a term costs beyond the edge, per ln(papers): a path through "model" says nothing. */
const HUB_COST = 0.5;

/**
 * Up to `limit` paths from `from` to `to`, cheapest first, no two through the same papers or terms.
 * Dijkstra over the mention edges; an edge costs 2 − weight, so paths prefer papers that are about the terms.
 */
export function findPaths(index: GraphIndex, from: TermNode, to: TermNode, limit = 3): Path[] {
  const paths: Path[] = [];
  const closed = new Set<string>();
  while (paths.length < limit) {
    const path = cheapestPath(index, from, to, closed);
    if (path === undefined) break;
    paths.push(path);
    for (const { node } of path.slice(1, -1)) closed.add(node.node);
    if (path.length < 3) break;
  }
  return paths;
}

/** A node on the way; of equal costs the one reached first goes first. */
interface Reached {
  readonly node: string;
  readonly cost: number;
  readonly arrival: number;
}

function cheapestPath(index: GraphIndex, from: TermNode, to: TermNode, closed: ReadonlySet<string>): Path | undefined {
  const cost = new Map<string, number>([[from.node, 0]]);
  const before = new Map<string, MentionEdge>();
  const done = new Set<string>();
  let arrivals = 0;
  const queue = new Heap<Reached>((a, b) => a.cost - b.cost || a.arrival - b.arrival);
  queue.push({ node: from.node, cost: 0, arrival: arrivals++ });
  for (let reached = queue.pop(); reached !== undefined; reached = queue.pop()) {
    const current = reached.node;
    if (done.has(current)) continue;
    done.add(current);
    if (current === to.node) return retrace(index, to.node, before);
    for (const edge of index.mentionsOf.get(current) ?? []) {
      const next = edge.paper === current ? edge.term : edge.paper;
      if (closed.has(next) || done.has(next)) continue;
      const term = index.terms.get(next);
      const hub = term === undefined || next === to.node ? 0 : HUB_COST * Math.log(Math.max(1, term.papers));
      const total = cost.get(current)! + 2 - edge.weight + hub;
      if (total >= (cost.get(next) ?? Infinity)) continue;
      cost.set(next, total);
      before.set(next, edge);
      queue.push({ node: next, cost: total, arrival: arrivals++ });
    }
  }
  return undefined;
}

function retrace(index: GraphIndex, end: string, before: ReadonlyMap<string, MentionEdge>): Path {
  const steps: PathStep[] = [];
  for (let current: string | undefined = end; current !== undefined;) {
    const node: PaperNode | TermNode | undefined = index.terms.get(current) ?? index.papers.get(current);
    const edge = before.get(current);
    if (node !== undefined) steps.push(edge === undefined ? { node } : { node, edge });
    current = edge === undefined ? undefined : edge.paper === current ? edge.term : edge.paper;
  }
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
    const ends = [termNamed(index, from), termNamed(index, to)] as const;
    const [start, end] = ends.map((found) => (found.kind === "one" ? termOf(index, found.node) : undefined));
    const found = start && end ? findPaths(index, start, end, Math.min(limit, MAX_PATHS)) : [];
    const paths = found.map((path) =>
      path.map(({ node, edge }) => ({
        node: index.numberOf.get(node.node)!,
        ...(edge && { role: edge.role, weight: edge.weight }),
      })),
    );
    return { from: ends[0], to: ends[1], paths };
  },
};

function termOf({ document }: GraphIndex, number: number): TermNode | undefined {
  return document.terms[number - document.papers.length];
}
