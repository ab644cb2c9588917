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
import { isWide, turned } from "./turned.ts";
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
  /** Whether the map stands turned by a quarter; places below are those of the turned map. */
  readonly turned: boolean;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly size: Float64Array;
  /** Number of papers that have the term; 1 for papers. */
  readonly weight: Float64Array;
  readonly communities: ReadonlyMap<number, Community>;
  /** Communities of the top level, as in the document: largest first. */
  readonly topLevel: readonly Community[];
  /** Nodes of each top-level community. */
  readonly members: ReadonlyMap<number, readonly number[]>;
}

/** Who is tied to whom. */
export interface Adjacency {
  /** Neighbours of node `i`: places `start[i]` … `start[i + 1] − 1` of the arrays below, strongest first. */
  readonly start: Int32Array;
  readonly neighbor: Int32Array;
  /** Number of the edge: the row of the columns `kind`, `place`, `strength`. */
  readonly edge: Int32Array;
}

export function indexDocument(document: GraphDocument): MapIndex {
  return indexColumns(columnsOf(document), { document });
}

/** @param tall whether the window is, where a wide map is turned */
export function indexColumns(columns: MapColumns, slot: DocumentSlot, tall = false): MapIndex {
  const isTurned = tall && isWide(columns);
  const topLevel = columns.communities.filter((community) => community.parent === undefined);
  const members = new Map<number, number[]>(topLevel.map((community) => [community.id, []]));
  columns.community.forEach((community, node) => members.get(community)?.push(node));
  return {
    columns,
    slot,
    papers: columns.papers,
    count: columns.names.length,
    shape: columns.shape,
    community: columns.community,
    turned: isTurned,
    ...(isTurned ? turned(columns) : { x: columns.x, y: columns.y }),
    size: columns.size,
    weight: columns.weight,
    communities: new Map(columns.communities.map((community) => [community.id, community])),
    topLevel,
    members,
  };
}

/**
 * Worked out when it is first asked for, a third of a second for two million edges: the first picture does without.
 * Edges come strongest first: so do those of every node, when each takes its next free place.
 */
const adjacencyOfColumns = remember(({ names, from, to }: MapColumns): Adjacency => {
  const count = names.length;
  const start = new Int32Array(count + 1);
  for (const ends of [from, to]) for (let e = 0; e < ends.length; e++) start[ends[e]! + 1]!++;
  for (let node = 0; node < count; node++) start[node + 1]! += start[node]!;
  const neighbor = new Int32Array(start[count]!);
  const edge = new Int32Array(start[count]!);
  const next = start.slice();
  for (let e = 0; e < from.length; e++) {
    const [one, other] = [from[e]!, to[e]!];
    neighbor[next[one]!] = other;
    edge[next[one]!++] = e;
    neighbor[next[other]!] = one;
    edge[next[other]!++] = e;
  }
  return { start, neighbor, edge };
});

export function adjacencyOf({ columns }: Pick<MapIndex, "columns">): Adjacency {
  return adjacencyOfColumns(columns);
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
  const { kind: kinds, place } = index.columns;
  const { start, neighbor, edge } = adjacencyOf(index);
  const found: Neighbor<E>[] = [];
  for (let i = start[node]!; i < start[node + 1]!; i++) {
    const e = edge[i]!;
    if (kinds[e] === wanted) found.push({ node: neighbor[i]!, edge: edges.at(place[e]!)! });
  }
  return found;
}
