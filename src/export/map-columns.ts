/**
 * What the first picture of a map needs of its document, as columns: a tenth of the bytes, read before the rest.
 *
 * Nodes 0 … P−1 are the papers, P … P+T−1 the terms, both in document order. This module runs in a browser.
 */
import {
  SCHEMA,
  TERM_TYPES,
  type Community,
  type GraphDocument,
  type Placed,
  type TermType,
} from "../contract/graph-document.ts";

/** What a node looks like on the map: papers, and every type of term. */
export const SHAPES = ["paper", ...TERM_TYPES] as const;
export type Shape = "paper" | TermType;

export const EDGE_KINDS = ["mentions", "cooccurs", "is_a", "similar"] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

export interface MapColumns {
  readonly schema: typeof SCHEMA;
  /** Number of papers; also the number of the first term. */
  readonly papers: number;
  /** The papers' own ids. */
  readonly keys: readonly string[];

  /** Of every node: title or term. */
  readonly names: readonly string[];
  /** Place in `SHAPES`. */
  readonly shape: readonly number[];
  readonly community: readonly number[];
  /** Subcommunity; −1 where there is none. */
  readonly topic: readonly number[];
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly size: readonly number[];
  /** Number of papers that have the term; 1 for papers. */
  readonly weight: readonly number[];

  /** Of every other way in which a term is written: its node, and the text. */
  readonly aliasOf: readonly number[];
  readonly alias: readonly string[];

  /** Of every edge, strongest first: both ends, the smaller node first. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Place in `EDGE_KINDS`. */
  readonly kind: readonly number[];
  /** Place in the document's list of that kind (`relations` holds both `cooccurs` and `is_a`). */
  readonly place: readonly number[];
  readonly strength: readonly number[];

  readonly communities: readonly Community[];
  /** Nodes of papers that stand for a community. */
  readonly representative: readonly number[];
  /** Whether the document says how many shortest paths pass its nodes; older builds do not. */
  readonly central: boolean;
  /** Of the document. */
  readonly limits?: GraphDocument["limits"];
}

/** Edges to nodes that the document does not have are left out. */
export function columnsOf(document: GraphDocument): MapColumns {
  const placed: readonly Placed[] = [...document.papers, ...document.terms];
  const papers = document.papers.length;
  const numbers = new Map(placed.map(({ node }, i) => [node, i]));
  const aliases = document.terms.flatMap((term, i) =>
    term.aliases.filter(({ text }) => text !== term.term).map(({ text }) => ({ node: papers + i, text })),
  );
  const representative = new Set(document.communities.flatMap((community) => community.representative_papers));
  return {
    schema: document.schema,
    papers,
    keys: document.papers.map(({ id }) => id),
    names: [...document.papers.map(({ title }) => title), ...document.terms.map(({ term }) => term)],
    shape: [...document.papers.map(() => 0), ...document.terms.map(({ type }) => 1 + TERM_TYPES.indexOf(type))],
    community: placed.map(({ community }) => community),
    topic: placed.map(({ topic }) => topic ?? -1),
    x: placed.map(({ x }) => x),
    y: placed.map(({ y }) => y),
    size: placed.map(({ size }) => size),
    weight: [...document.papers.map(() => 1), ...document.terms.map((term) => term.papers)],
    aliasOf: aliases.map(({ node }) => node),
    alias: aliases.map(({ text }) => text),
    ...listEdges(document, numbers),
    communities: document.communities,
    representative: document.papers.flatMap(({ node }, i) => (representative.has(node) ? [i] : [])),
    central: placed.some(({ betweenness }) => betweenness !== undefined),
    ...(document.limits && { limits: document.limits }),
  };
}

/** Columns of the edges. */
type Edges = Pick<MapColumns, "from" | "to" | "kind" | "place" | "strength">;

/** Strongest first; of equals the one with the smaller ends, so that every node's own edges come in that order too. */
function listEdges(document: GraphDocument, numbers: ReadonlyMap<string, number>): Edges {
  const size = document.mentions.length + document.relations.length + document.similar.length;
  const from = new Int32Array(size);
  const to = new Int32Array(size);
  const kind = new Uint8Array(size);
  const place = new Int32Array(size);
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
  const order = Int32Array.from({ length: count }, (_, e) => e).sort(
    (a, b) => strength[b]! - strength[a]! || from[a]! - from[b]! || to[a]! - to[b]! || a - b,
  );
  const sorted = (column: Int32Array | Uint8Array | Float64Array) => Array.from(order, (e) => column[e]!);
  return { from: sorted(from), to: sorted(to), kind: sorted(kind), place: sorted(place), strength: sorted(strength) };
}
