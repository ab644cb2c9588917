/**
 * What papers state of terms, as columns: who is used for what, measured on what, better than what; the sentences behind
 * it; results and definitions by term. Built once, when it is first asked for.
 */
import { type Field, type RelationEdge, STATED_KINDS, type StatedKind } from "../contract/graph-document.ts";
import { remember } from "../lib/remember.ts";
import { numberOf, termAt, type GraphIndex } from "./graph-index.ts";
import { neighborsIn, type Rows, rowsOf } from "./rows.ts";

/** At a head its tails, and at a tail its heads; strength is the edge's weight, 0…1. */
export interface Directions {
  readonly tails: Rows;
  readonly heads: Rows;
}

export type StatedIndex = Readonly<Record<StatedKind, Directions>>;

/** Of `is_a` also what names alone say. */
export const statedOf = remember((index: GraphIndex): StatedIndex => {
  const { document, nodes } = index;
  const { relations } = document;
  const from = new Int32Array(relations.length);
  const to = new Int32Array(relations.length);
  const weight = new Float64Array(relations.length);
  const kind = new Uint8Array(relations.length);
  let place = 0;
  for (const edge of relations) {
    const head = edge.kind === "is_a" ? (edge.narrower ?? edge.source) : edge.source;
    from[place] = numberOf(index, head) ?? -1;
    to[place] = numberOf(index, head === edge.source ? edge.target : edge.source) ?? -1;
    weight[place] = edge.weight;
    kind[place++] = STATED_KINDS.indexOf(edge.kind as StatedKind) + 1;
  }
  const entries = STATED_KINDS.map((name, k): [StatedKind, Directions] => [
    name,
    {
      tails: rowsOf(nodes, { from, to }, weight, (edge, end) => kind[edge] === k + 1 && from[edge] === end),
      heads: rowsOf(nodes, { from, to }, weight, (edge, end) => kind[edge] === k + 1 && to[edge] === end),
    },
  ]);
  return Object.fromEntries(entries) as Record<StatedKind, Directions>;
});

/** A sentence of a paper, or the paper alone. */
export interface Statement {
  /** Number of the paper. */
  readonly paper: number;
  readonly field?: Field;
  /** UTF-16 offsets in the field as given. */
  readonly sentence?: readonly [start: number, end: number];
}

export function statementsOf(index: GraphIndex, { evidence }: Pick<RelationEdge, "evidence">): Statement[] {
  return evidence.flatMap(({ paper, field, sentence }) => {
    const number = numberOf(index, paper);
    return number === undefined ? [] : [{ paper: number, ...(field && sentence && { field, sentence }) }];
  });
}

/** Papers that say so, as far as the edge counts them. */
export function papersThatSay({ stated, papers, evidence }: RelationEdge): number {
  return stated ?? Math.max(papers, evidence.length);
}

/** Numbers of results by number of the term that they name in a part. */
export const resultsByTerm = remember((index: GraphIndex): ReadonlyMap<number, readonly number[]> => {
  const places = new Map<number, number[]>();
  (index.document.results ?? []).forEach(({ metric, on, method, baselines }, place) => {
    const ids = new Set([metric, method, ...(on ?? []), ...(baselines ?? [])].flatMap((part) => part?.term ?? []));
    for (const id of ids) {
      const term = numberOf(index, id);
      if (term === undefined) continue;
      const list = places.get(term);
      if (list) list.push(place);
      else places.set(term, [place]);
    }
  });
  return places;
});

/** By number of the paper: the term that it proposes, the most salient; absent where it proposes none. */
export const proposedBy = remember((index: GraphIndex): ReadonlyMap<number, number> => {
  const best = new Map<number, { readonly term: number; readonly weight: number }>();
  for (const { paper, term, role, weight } of index.document.mentions) {
    if (role !== "proposes") continue;
    const [p, t] = [numberOf(index, paper), numberOf(index, term)];
    if (p !== undefined && t !== undefined && weight > (best.get(p)?.weight ?? -1)) best.set(p, { term: t, weight });
  }
  return new Map([...best].map(([paper, { term }]) => [paper, term]));
});

/**
 * The terms with all that are kinds of them, in the order in which they are reached. A kind has the type of what it is a
 * kind of: a data set for a task is no task.
 */
export function withNarrower(index: GraphIndex, terms: Iterable<number>): Set<number> {
  const all = new Set(terms);
  for (const term of all) {
    const type = termAt(index, term)?.type;
    for (const kind of neighborsIn(index.narrower, term)) if (termAt(index, kind)?.type === type) all.add(kind);
  }
  return all;
}
