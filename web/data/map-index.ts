/**
 * The map as numbers: every node a small integer, every neighbourhood one slice of a typed array.
 *
 * Nodes 0 … P−1 are the papers, P … P+T−1 the terms, both in document order. Built once, from the columns alone; all
 * that follows the mouse reads from here without allocating. The document itself may still be on its way.
 */
import type {
  Community,
  GraphDocument,
  MentionEdge,
  PaperNode,
  RelationEdge,
  SimilarEdge,
  TermNode,
} from "../../src/contract/graph-document.ts";
import {
  columnsOf,
  EDGE_KINDS,
  SHAPES,
  type EdgeKind,
  type MapColumns,
  type Shape,
} from "../../src/export/map-columns.ts";
import { remember } from "../../src/lib/remember.ts";
import type { Sequence } from "../../src/contract/sequence.ts";

export { EDGE_KINDS, SHAPES, type Shape };

/** Where the document will be once it has been read. */
export interface DocumentSlot {
  document: GraphDocument | undefined;
  /** The packed text of the document, where the page carries it. */
  readonly packed?: () => string | undefined;
}

export interface MapIndex {
  readonly columns: MapColumns;
  readonly slot: DocumentSlot;
  /** Number of papers; also the number of the first term. */
  readonly papers: number;
  /** Number of nodes. */
  readonly count: number;
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
  return indexColumns(columnsOf(document), { document });
}

export function indexColumns(columns: MapColumns, slot: DocumentSlot): MapIndex {
  const topLevel = columns.communities.filter((community) => community.parent === undefined);
  const members = new Map<number, number[]>(topLevel.map((community) => [community.id, []]));
  columns.community.forEach((community, node) => members.get(community)?.push(node));
  return {
    columns,
    slot,
    papers: columns.papers,
    count: columns.names.length,
    shape: Uint8Array.from(columns.shape),
    community: Int32Array.from(columns.community),
    x: Float64Array.from(columns.x),
    y: Float64Array.from(columns.y),
    size: Float64Array.from(columns.size),
    weight: Float64Array.from(columns.weight),
    ...adjacency(columns),
    communities: new Map(columns.communities.map((community) => [community.id, community])),
    topLevel,
    members,
  };
}

type Adjacency = Pick<MapIndex, "start" | "neighbor" | "edgeKind" | "edgePlace" | "edgeWeight">;

/** Edges come strongest first: so do those of every node, when each takes its next free place. */
function adjacency({ names, from, to, kind, place, strength }: MapColumns): Adjacency {
  const count = names.length;
  const start = new Int32Array(count + 1);
  for (const ends of [from, to]) for (const node of ends) start[node + 1]!++;
  for (let node = 0; node < count; node++) start[node + 1]! += start[node]!;
  const total = start[count]!;
  const result = {
    start,
    neighbor: new Int32Array(total),
    edgeKind: new Uint8Array(total),
    edgePlace: new Int32Array(total),
    edgeWeight: new Float32Array(total),
  };
  const next = start.slice();
  for (let edge = 0; edge < from.length; edge++) {
    for (let end = 0; end < 2; end++) {
      const at = next[end === 0 ? from[edge]! : to[edge]!]!++;
      result.neighbor[at] = end === 0 ? to[edge]! : from[edge]!;
      result.edgeKind[at] = kind[edge]!;
      result.edgePlace[at] = place[edge]!;
      result.edgeWeight[at] = strength[edge]!;
    }
  }
  return result;
}

/** @throws Error while the document is being read: ask `store.ready` first. */
export function documentOf({ slot }: Pick<MapIndex, "slot">): GraphDocument {
  if (!slot.document) throw new Error("the document has not been read yet");
  return slot.document;
}

const numbersOf = remember(
  ({ papers, terms }: GraphDocument) => new Map([...papers, ...terms].map(({ node }, i) => [node, i])),
);

/** The node with this id; undefined where the document has none. */
export function numberOf(index: MapIndex, id: string): number | undefined {
  return numbersOf(documentOf(index)).get(id);
}

export function isPaper(index: MapIndex, node: number): boolean {
  return node < index.papers;
}

export function paperAt(index: MapIndex, node: number): PaperNode | undefined {
  return documentOf(index).papers[node];
}

export function termAt(index: MapIndex, node: number): TermNode | undefined {
  return documentOf(index).terms[node - index.papers];
}

export function nameOf(index: MapIndex, node: number): string {
  return index.columns.names[node] ?? "";
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
  return edgesOf(index, node, "mentions", documentOf(index).mentions);
}

/** `is_a` edges are told from `cooccurs` by their kind. */
export function relationsOf(index: MapIndex, node: number, kind: "cooccurs" | "is_a"): Neighbor<RelationEdge>[] {
  return edgesOf(index, node, kind, documentOf(index).relations);
}

export function similarOf(index: MapIndex, node: number): Neighbor<SimilarEdge>[] {
  return edgesOf(index, node, "similar", documentOf(index).similar);
}

function edgesOf<E>(index: MapIndex, node: number, kind: EdgeKind, edges: Sequence<E>): Neighbor<E>[] {
  const wanted = EDGE_KINDS.indexOf(kind);
  const found: Neighbor<E>[] = [];
  for (let i = index.start[node]!; i < index.start[node + 1]!; i++) {
    if (index.edgeKind[i] === wanted) found.push({ node: index.neighbor[i]!, edge: edges.at(index.edgePlace[i]!)! });
  }
  return found;
}
