/**
 * A graph document as columns: every node a number, every neighbourhood a slice of a typed array. Built once per
 * document; every question is answered over it.
 *
 * 0 … P−1 are the papers, P … P+T−1 the terms, both in document order: the numbers of the viewer's columns, and those
 * in which answers speak of nodes. An edge to a node that the document does not have is left out.
 */
import type { GraphDocument, PaperNode, TermNode } from "../contract/graph-document.ts";
import { remember } from "../lib/remember.ts";
import type { Sequence } from "../contract/sequence.ts";
import { rowsOf, type Ends, type Rows } from "./rows.ts";

export interface GraphIndex {
  readonly document: GraphDocument;
  /** Number of papers: P, the number of the first term. */
  readonly papers: number;
  /** Number of nodes: P + T. */
  readonly nodes: number;
  /** Papers and terms that mention each other; strength is the salience, 0…1. */
  readonly mentions: Rows;
  /** Terms that stand together; strength is the npmi, −1…1. */
  readonly cooccurs: Rows;
  /** At a term those that it is a kind of, and those that are a kind of it; strength is the edge's weight, 0…1. */
  readonly broader: Rows;
  readonly narrower: Rows;
  /** Papers that are alike; strength is the cosine, 0…1. */
  readonly similar: Rows;
  /** Ids of the communities that have nodes, ascending. */
  readonly communityIds: readonly number[];
  /** By node: place in `communityIds`. */
  readonly community: Int32Array;
}

export function indexGraph(document: GraphDocument): GraphIndex {
  const { papers, terms, mentions, relations, similar } = document;
  const nodes = papers.length + terms.length;
  const number = numberReader(document);
  const mentioned = edgeColumns(mentions, number, (edge) => [edge.paper, edge.term, edge.weight]);
  const alike = edgeColumns(similar, number, (edge) => [edge.source, edge.target, edge.weight]);
  const npmi = new Float64Array(relations.length);
  const isA = new Uint8Array(relations.length);
  const isBackground = new Uint8Array(relations.length);
  const narrower = new Int32Array(relations.length).fill(-1);
  const related = edgeColumns(relations, number, (edge, place) => {
    npmi[place] = edge.npmi;
    if (edge.kind === "is_a") isA[place] = 1;
    else if (edge.kind === "cooccurs") isBackground[place] = 1;
    if (edge.narrower !== undefined) narrower[place] = number(edge.narrower);
    return [edge.source, edge.target, edge.weight];
  });
  return {
    document,
    papers: papers.length,
    nodes,
    mentions: rowsOf(nodes, mentioned, mentioned.weight),
    cooccurs: rowsOf(nodes, related, npmi, (edge) => isBackground[edge] === 1),
    broader: rowsOf(nodes, related, related.weight, (edge, end) => isA[edge] === 1 && narrower[edge] === end),
    narrower: rowsOf(nodes, related, related.weight, (edge, end) => isA[edge] === 1 && narrower[edge] !== end),
    similar: rowsOf(nodes, alike, alike.weight),
    ...communitiesOf([papers, terms]),
  };
}

/** One look at each edge: a list may make them anew. */
function edgeColumns<E>(
  edges: Sequence<E>,
  number: (id: string) => number,
  read: (edge: E, place: number) => readonly [from: string, to: string, weight: number],
): Ends & { readonly weight: Float64Array } {
  const columns = {
    from: new Int32Array(edges.length),
    to: new Int32Array(edges.length),
    weight: new Float64Array(edges.length),
  };
  let place = 0;
  for (const edge of edges) {
    const [from, to, weight] = read(edge, place);
    columns.from[place] = number(from);
    columns.to[place] = number(to);
    columns.weight[place++] = weight;
  }
  return columns;
}

function communitiesOf(
  lists: readonly (readonly (PaperNode | TermNode)[])[],
): Pick<GraphIndex, "communityIds" | "community"> {
  const all = lists.flatMap((list) => list.map(({ community }) => community));
  const communityIds = [...new Set(all)].sort((a, b) => a - b);
  const places = new Map(communityIds.map((id, place) => [id, place]));
  return { communityIds, community: Int32Array.from(all, (id) => places.get(id)!) };
}

/** From the id of a node to its number, −1 where there is none. Ids that count from 0 need no table. */
function numberReader(document: GraphDocument): (id: string) => number {
  const { papers, terms } = document;
  const isCounted = (list: readonly { readonly node: string }[], letter: string) =>
    list.every(({ node }, i) => node === `${letter}${i}`);
  if (!isCounted(papers, "p") || !isCounted(terms, "t")) {
    const table = tableOf(document);
    return (id) => table.get(id) ?? -1;
  }
  return (id) => {
    const place = placeIn(id);
    const letter = id.charCodeAt(0);
    if (letter === LETTER_P) return place < papers.length ? place : -1;
    return letter === LETTER_T && place >= 0 && place < terms.length ? papers.length + place : -1;
  };
}

const [LETTER_P, LETTER_T, DIGIT_0] = [0x70, 0x74, 0x30];

/** The number after the first letter, as it is written by rule; −1 where none is. */
function placeIn(id: string): number {
  if (id.length < 2 || (id.length > 2 && id.charCodeAt(1) === DIGIT_0)) return -1;
  let place = 0;
  for (let i = 1; i < id.length; i++) {
    const digit = id.charCodeAt(i) - DIGIT_0;
    if (digit < 0 || digit > 9) return -1;
    place = place * 10 + digit;
  }
  return place;
}

const tableOf = remember(
  ({ papers, terms }: GraphDocument): ReadonlyMap<string, number> =>
    new Map([...papers, ...terms].map(({ node }, number) => [node, number])),
);

/** The number of the node with this id; undefined where there is none. */
export function numberOf({ document }: GraphIndex, id: string): number | undefined {
  return tableOf(document).get(id);
}

/** Numbers of the nodes with these ids, in step with them. */
export function numbersOf(index: GraphIndex, ids: readonly string[]): number[] {
  return ids.flatMap((id) => numberOf(index, id) ?? []);
}

/** Undefined where there is none. */
export function nodeAt({ document }: GraphIndex, number: number): PaperNode | TermNode | undefined {
  return document.papers[number] ?? document.terms[number - document.papers.length];
}

/** Undefined where the number is no term's. */
export function termAt({ document }: GraphIndex, number: number): TermNode | undefined {
  return document.terms[number - document.papers.length];
}
