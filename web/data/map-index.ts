/**
 * The document as numbers: every node a small integer, every neighbourhood one slice of a typed array.
 *
 * Nodes 0 … P−1 are the papers, P … P+T−1 the terms, both in document order. Built once; all that follows the mouse
 * reads from here without allocating.
 */
import {
  TERM_TYPES,
  type Community,
  type GraphDocument,
  type MentionEdge,
  type PaperNode,
  type Placed,
  type RelationEdge,
  type SimilarEdge,
  type TermNode,
  type TermType,
} from "../../src/contract/graph-document.ts";

/** What a node looks like on the map: papers, and every type of term. */
export const SHAPES = ["paper", ...TERM_TYPES] as const;
export type Shape = "paper" | TermType;

export const EDGE_KINDS = ["mentions", "cooccurs", "is_a", "similar"] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

export interface MapIndex {
  readonly document: GraphDocument;
  /** Number of papers; also the number of the first term. */
  readonly papers: number;
  /** Number of nodes. */
  readonly count: number;
  readonly numberOf: ReadonlyMap<string, number>;
  /** Place in `SHAPES`. */
  readonly shape: Uint8Array;
  readonly community: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly size: Float64Array;
  /** Number of papers that have the term; 1 for papers. */
  readonly weight: Float64Array;
  /** Neighbours of node `i`: places `start[i]` … `start[i + 1] − 1` of the arrays below, strongest first. */
  readonly start: Int32Array;
  readonly neighbor: Int32Array;
  /** Place in `EDGE_KINDS`. */
  readonly edgeKind: Uint8Array;
  /** Place in the document's list of that kind (`relations` holds both `cooccurs` and `is_a`). */
  readonly edgePlace: Int32Array;
  readonly edgeWeight: Float32Array;
  readonly communities: ReadonlyMap<number, Community>;
  /** Communities of the top level, as in the document: largest first. */
  readonly topLevel: readonly Community[];
  /** Nodes of each top-level community. */
  readonly members: ReadonlyMap<number, readonly number[]>;
}

export function indexDocument(document: GraphDocument): MapIndex {
  const placed: readonly Placed[] = [...document.papers, ...document.terms];
  const papers = document.papers.length;
  const count = placed.length;
  const numberOf = new Map(placed.map((node, i) => [node.node, i]));
  const topLevel = document.communities.filter((community) => community.parent === undefined);
  const members = new Map<number, number[]>(topLevel.map((community) => [community.id, []]));
  placed.forEach((node, i) => members.get(node.community)?.push(i));

  return {
    document,
    papers,
    count,
    numberOf,
    shape: Uint8Array.from(placed, (_, i) =>
      i < papers ? 0 : 1 + TERM_TYPES.indexOf(document.terms[i - papers]!.type),
    ),
    community: Int32Array.from(placed, (node) => node.community),
    x: Float64Array.from(placed, (node) => node.x),
    y: Float64Array.from(placed, (node) => node.y),
    size: Float64Array.from(placed, (node) => node.size),
    weight: Float64Array.from(placed, (_, i) => (i < papers ? 1 : document.terms[i - papers]!.papers)),
    ...adjacency(document, numberOf, count),
    communities: new Map(document.communities.map((community) => [community.id, community])),
    topLevel,
    members,
  };
}

type Adjacency = Pick<MapIndex, "start" | "neighbor" | "edgeKind" | "edgePlace" | "edgeWeight">;

function adjacency(document: GraphDocument, numberOf: ReadonlyMap<string, number>, count: number): Adjacency {
  const lists: { to: number; kind: number; place: number; weight: number }[][] = Array.from(
    { length: count },
    () => [],
  );
  const add = (a: string, b: string, kind: number, place: number, weight: number) => {
    const from = numberOf.get(a);
    const to = numberOf.get(b);
    if (from === undefined || to === undefined) return;
    lists[from]!.push({ to, kind, place, weight });
    lists[to]!.push({ to: from, kind, place, weight });
  };
  document.mentions.forEach((edge, i) => add(edge.paper, edge.term, 0, i, edge.weight));
  document.relations.forEach((edge, i) => add(edge.source, edge.target, edge.kind === "is_a" ? 2 : 1, i, edge.weight));
  document.similar.forEach((edge, i) => add(edge.source, edge.target, 3, i, edge.weight));

  const start = new Int32Array(count + 1);
  lists.forEach((list, i) => (start[i + 1] = start[i]! + list.length));
  const total = start[count]!;
  const result = {
    start,
    neighbor: new Int32Array(total),
    edgeKind: new Uint8Array(total),
    edgePlace: new Int32Array(total),
    edgeWeight: new Float32Array(total),
  };
  let at = 0;
  for (const list of lists) {
    list.sort((a, b) => b.weight - a.weight || a.to - b.to);
    for (const edge of list) {
      result.neighbor[at] = edge.to;
      result.edgeKind[at] = edge.kind;
      result.edgePlace[at] = edge.place;
      result.edgeWeight[at] = edge.weight;
      at++;
    }
  }
  return result;
}

export function isPaper(index: MapIndex, node: number): boolean {
  return node < index.papers;
}

export function paperAt(index: MapIndex, node: number): PaperNode | undefined {
  return index.document.papers[node];
}

export function termAt(index: MapIndex, node: number): TermNode | undefined {
  return index.document.terms[node - index.papers];
}

export function nameOf(index: MapIndex, node: number): string {
  return paperAt(index, node)?.title ?? termAt(index, node)?.term ?? "";
}

export function idOf(index: MapIndex, node: number): string {
  return (paperAt(index, node) ?? termAt(index, node))?.node ?? "";
}

export function shapeOf(index: MapIndex, node: number): Shape {
  return SHAPES[index.shape[node]!]!;
}

export interface Neighbor<E> {
  readonly node: number;
  readonly edge: E;
}

/** Mentions of a paper or a term, strongest first. */
export function mentionsOf(index: MapIndex, node: number): Neighbor<MentionEdge>[] {
  return edgesOf(index, node, 0, index.document.mentions);
}

/** `is_a` edges are told from `cooccurs` by their kind. */
export function relationsOf(index: MapIndex, node: number, kind: "cooccurs" | "is_a"): Neighbor<RelationEdge>[] {
  return edgesOf(index, node, kind === "is_a" ? 2 : 1, index.document.relations);
}

export function similarOf(index: MapIndex, node: number): Neighbor<SimilarEdge>[] {
  return edgesOf(index, node, 3, index.document.similar);
}

function edgesOf<E>(index: MapIndex, node: number, kind: number, edges: readonly E[]): Neighbor<E>[] {
  const found: Neighbor<E>[] = [];
  for (let i = index.start[node]!; i < index.start[node + 1]!; i++) {
    if (index.edgeKind[i] === kind) found.push({ node: index.neighbor[i]!, edge: edges[index.edgePlace[i]!]! });
  }
  return found;
}
