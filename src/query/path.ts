/**
 * How one term leads to another: through which papers, which terms, which sentences.
 */
import type { MentionEdge, PaperNode, TermNode } from "../contract/graph-document.ts";
import type { GraphIndex } from "./graph-index.ts";

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

function cheapestPath(index: GraphIndex, from: TermNode, to: TermNode, closed: ReadonlySet<string>): Path | undefined {
  const cost = new Map<string, number>([[from.node, 0]]);
  const before = new Map<string, MentionEdge>();
  const done = new Set<string>();
  const queue = new Queue();
  queue.push(from.node, 0);
  for (let current = queue.pop(); current !== undefined; current = queue.pop()) {
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
      queue.push(next, total);
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

/** Binary heap by cost; ties by order of arrival. */
class Queue {
  private readonly items: { readonly node: string; readonly cost: number; readonly order: number }[] = [];
  private arrivals = 0;

  push(node: string, cost: number): void {
    this.items.push({ node, cost, order: this.arrivals++ });
    let at = this.items.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.isBefore(at, parent)) break;
      this.swap(at, parent);
      at = parent;
    }
  }

  pop(): string | undefined {
    const top = this.items[0];
    const last = this.items.pop();
    if (top === undefined || last === undefined) return undefined;
    if (this.items.length > 0) {
      this.items[0] = last;
      for (let at = 0; ;) {
        let least = at;
        for (const child of [2 * at + 1, 2 * at + 2]) {
          if (child < this.items.length && this.isBefore(child, least)) least = child;
        }
        if (least === at) break;
        this.swap(at, least);
        at = least;
      }
    }
    return top.node;
  }

  private isBefore(a: number, b: number): boolean {
    const x = this.items[a]!;
    const y = this.items[b]!;
    return x.cost < y.cost || (x.cost === y.cost && x.order < y.order);
  }

  private swap(a: number, b: number): void {
    [this.items[a], this.items[b]] = [this.items[b]!, this.items[a]!];
  }
}
