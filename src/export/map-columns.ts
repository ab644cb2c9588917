/**
 * What the first picture of a map needs of its document, as columns: a tenth of the bytes, read before the rest.
 *
 * Nodes 0 … P−1 are the papers, P … P+T−1 the terms, both in document order. This module runs in a browser.
 */
import { paperName } from "../contract/paper-name.ts";
import {
  SCHEMA,
  TERM_TYPES,
  type Community,
  type GraphDocument,
  type Placed,
  type TermNode,
  type TermType,
} from "../contract/graph-document.ts";
import type { Columns, ColumnTypes } from "../tables/column.ts";

/** What a node looks like on the map: papers, and every type of term. */
export const SHAPES = ["paper", ...TERM_TYPES] as const;
export type Shape = "paper" | TermType;

export const EDGE_KINDS = [
  "mentions",
  "cooccurs",
  "is_a",
  "similar",
  "used_for",
  "part_of",
  "evaluated_on",
  "better_than",
  "compared_with",
] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

/** Types of the columns of numbers. */
export const NUMBER_TYPES = {
  shape: "u8",
  community: "i32",
  topic: "i32",
  x: "f64",
  y: "f64",
  size: "f64",
  weight: "f64",
  aliasOf: "u32",
  from: "u32",
  to: "u32",
  kind: "u8",
  place: "u32",
  strength: "f32",
  representative: "u32",
} as const satisfies ColumnTypes;

/** What is written as text in the page; the rest of the columns are numbers. */
export interface MapTexts {
  readonly schema: typeof SCHEMA;
  /** Number of papers; also the number of the first term. */
  readonly papers: number;
  /** The papers' own ids. */
  readonly keys: readonly string[];
  /** Of every node: title or term. */
  readonly names: readonly string[];
  /** Other ways in which terms are written; `aliasOf` tells of which term. */
  readonly alias: readonly string[];
  readonly communities: readonly Community[];
  /** Whether the document says how many shortest paths pass its nodes; older builds do not. */
  readonly central: boolean;
  /** Numbers of the papers that the last build added; absent where it added none. */
  readonly added?: readonly number[];
  /** Of the document. */
  readonly title?: string;
  readonly limits?: GraphDocument["limits"];
}

/**
 * Of every node: `shape` (place in `SHAPES`), `community`, `topic` (subcommunity; −1 where there is none), `x`, `y`,
 * `size`, and `weight` (papers that have the term; 1 for papers). Of every alias: `aliasOf`, its node.
 *
 * Of every edge, strongest first: both ends, `from` the smaller node; `kind` (place in `EDGE_KINDS`); `place` in the
 * document's list of that kind (`relations` holds all between terms; the edge there says which end is its head); `strength`.
 *
 * `representative`: nodes of papers that stand for a community.
 */
export type MapNumbers = Columns<typeof NUMBER_TYPES>;

export interface MapColumns extends MapTexts, MapNumbers {}

/** Edges to nodes that the document does not have are left out. */
export function columnsOf(document: GraphDocument): MapColumns {
  return { ...textsOf(document), ...numbersOf(document) };
}

export function textsOf(document: GraphDocument): MapTexts {
  const { papers, terms, title } = document;
  const added = papers.flatMap((paper, i) => (paper.new ? [i] : []));
  return {
    schema: document.schema,
    papers: papers.length,
    keys: papers.map(({ id }) => id),
    names: [...papers.map(paperName), ...terms.map(({ term }) => term)],
    alias: terms.flatMap((term) => otherForms(term)),
    communities: document.communities,
    central: [papers, terms].some((list) => list.some(({ betweenness }) => betweenness !== undefined)),
    ...(added.length > 0 && { added }),
    ...(title !== undefined && { title }),
    ...(document.limits && { limits: document.limits }),
  };
}

export function numbersOf(document: GraphDocument): MapNumbers {
  const { papers, terms } = document;
  const placed: readonly Placed[] = [...papers, ...terms];
  const numbers = new Map(placed.map(({ node }, i) => [node, i]));
  const representative = new Set(document.communities.flatMap((community) => community.representative_papers));
  const ofTerm = (node: number) => terms[node - papers.length];
  return {
    shape: Uint8Array.from(placed, (_, i) => (i < papers.length ? 0 : 1 + TERM_TYPES.indexOf(ofTerm(i)!.type))),
    community: Int32Array.from(placed, ({ community }) => community),
    topic: Int32Array.from(placed, ({ topic }) => topic ?? -1),
    x: Float64Array.from(placed, ({ x }) => x),
    y: Float64Array.from(placed, ({ y }) => y),
    size: Float64Array.from(placed, ({ size }) => size),
    weight: Float64Array.from(placed, (_, i) => ofTerm(i)?.papers ?? 1),
    aliasOf: Uint32Array.from(terms.flatMap((term, i) => otherForms(term).map(() => papers.length + i))),
    ...listEdges(document, numbers),
    representative: Uint32Array.from(papers.flatMap(({ node }, i) => (representative.has(node) ? [i] : []))),
  };
}

function otherForms({ term, aliases }: TermNode): string[] {
  return aliases.flatMap(({ text }) => (text === term ? [] : [text]));
}

/** Columns of the edges. */
type Edges = Pick<MapNumbers, "from" | "to" | "kind" | "place" | "strength">;

/** Strongest first; of equals the one with the smaller ends, so that every node's own edges come in that order too. */
function listEdges(document: GraphDocument, numbers: ReadonlyMap<string, number>): Edges {
  const size = document.mentions.length + document.relations.length + document.similar.length;
  const from = new Uint32Array(size);
  const to = new Uint32Array(size);
  const kind = new Uint8Array(size);
  const place = new Uint32Array(size);
  const strength = new Float64Array(size);
  let count = 0;
  const add = (a: string, b: string, edgeKind: EdgeKind, at: number, weight: number) => {
    const [one, other] = [numbers.get(a), numbers.get(b)];
    if (one === undefined || other === undefined) return;
    from[count] = Math.min(one, other);
    to[count] = Math.max(one, other);
    kind[count] = EDGE_KINDS.indexOf(edgeKind);
    place[count] = at;
    strength[count++] = weight;
  };
  let i = 0;
  for (const edge of document.mentions) add(edge.paper, edge.term, "mentions", i++, edge.weight);
  i = 0;
  for (const edge of document.relations) add(edge.source, edge.target, edge.kind, i++, edge.weight);
  i = 0;
  for (const edge of document.similar) add(edge.source, edge.target, "similar", i++, edge.weight);
  // Equal ends of equal strength stay in the order in which they came.
  const order = Uint32Array.from({ length: count }, (_, e) => e).sort(
    (a, b) => strength[b]! - strength[a]! || from[a]! - from[b]! || to[a]! - to[b]! || a - b,
  );
  return {
    from: order.map((e) => from[e]!),
    to: order.map((e) => to[e]!),
    kind: Uint8Array.from(order, (e) => kind[e]!),
    place: order.map((e) => place[e]!),
    strength: Float32Array.from(order, (e) => strength[e]!),
  };
}
