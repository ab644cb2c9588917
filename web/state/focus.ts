/**
 * What stands out: the thing under the mouse, else the selection, with its neighbourhood. The rest fades.
 */
import type { AnswerOf } from "../../src/query/questions.ts";
import { hasDirection, STATED_KINDS } from "../../src/contract/graph-document.ts";
import { adjacencyOf, EDGE_KINDS, type MapIndex } from "../data/map-index.ts";
import { acrossOf } from "../data/between.ts";
import { answerOf } from "../data/ask.ts";
import type { Selection, ViewState } from "./view-state.ts";

export interface Focus {
  /** The node in the middle; absent for a community. */
  readonly center: number | undefined;
  /** Lit nodes, strongest ties first; the centre is the first. */
  readonly nodes: readonly number[];
  /** Strength of each tie, 0…1, in step with `nodes`; the centre's is 1. */
  readonly strength: readonly number[];
  /** Which way a directed relation goes, in step with `nodes`: 1 from the centre, −1 to it, 2 both ways, 0 none. */
  readonly direction?: readonly number[];
  /** Edges to draw; absent: from the centre to every node. */
  readonly links?: readonly (readonly [number, number])[];
}

/** Terms between two communities that are lit. */
const MAX_ACROSS = 60;
/** With more lit neighbours than this no edge could be told from another. */
const MAX_LIT = 400;

export function focusOf(
  index: MapIndex,
  state: Pick<ViewState, "hover" | "selection">,
  shown: Uint8Array,
  hasArrows = index.slot.document !== undefined,
): Focus | undefined {
  const target = state.hover ?? state.selection;
  if (!target) return undefined;
  if (target.kind === "node") {
    const around = aroundNode(index, target.node, shown);
    return hasArrows ? { ...around, direction: directionsOf(index, target.node, around.nodes) } : around;
  }
  if (target.kind === "pair") return { center: target.a, nodes: [target.a, target.b], strength: [1, 1] };
  if (target.kind === "between") return across(index, target, shown);
  if (target.kind === "path") {
    const { from, to } = target;
    return alongPaths(nodesOfPaths(answerOf(index, "path", { from, to })), from, to);
  }
  return insideCommunity(index, target, shown);
}

/** No path until the answer is there. */
export function nodesOfPaths(answer: AnswerOf<"path"> | undefined): number[][] {
  return (answer?.paths ?? []).map((path) => path.map(({ node }) => node));
}

function alongPaths(paths: readonly (readonly number[])[], from: number, to: number): Focus {
  const nodes = [...new Set([from, to, ...paths.flat()])];
  const links = paths.flatMap((path) => path.slice(1).map((node, i) => [path[i]!, node] as const));
  return { center: from, nodes, strength: nodes.map(() => 1), links };
}

function aroundNode(index: MapIndex, center: number, shown: Uint8Array): Focus {
  const nodes = [center];
  const strength = [1];
  const seen = new Set(nodes);
  const { start, neighbor, edge } = adjacencyOf(index);
  const weights = index.columns.strength;
  const from = start[center]!;
  const to = start[center + 1]!;
  const strongest = from < to ? Math.max(1e-6, weights[edge[from]!]!) : 1;
  for (let i = from; i < to && nodes.length <= MAX_LIT; i++) {
    const node = neighbor[i]!;
    if (!shown[node] || seen.has(node)) continue;
    seen.add(node);
    nodes.push(node);
    strength.push(weights[edge[i]!]! / strongest);
  }
  return { center, nodes, strength };
}

/** Of the edges whose kind is read from a head to a tail; only the document says which end is which. */
function directionsOf(index: MapIndex, center: number, nodes: readonly number[]): number[] {
  const { slot, columns } = index;
  const ways = new Map<number, number>();
  if (slot.document && center >= index.papers) {
    const { start, neighbor, edge } = adjacencyOf(index);
    const id = slot.document.terms[center - index.papers]?.node;
    for (let i = start[center]!; i < start[center + 1]!; i++) {
      if (!DIRECTED.has(columns.kind[edge[i]!]!)) continue;
      const relation = slot.document.relations.at(columns.place[edge[i]!]!);
      const way = relation?.source === id ? 1 : -1;
      const other = neighbor[i]!;
      ways.set(other, (ways.get(other) ?? way) === way ? way : 2);
    }
  }
  return nodes.map((node) => ways.get(node) ?? 0);
}

const DIRECTED: ReadonlySet<number> = new Set(
  STATED_KINDS.filter(hasDirection).map((kind) => EDGE_KINDS.indexOf(kind)),
);

function insideCommunity(index: MapIndex, target: Selection & { kind: "community" }, shown: Uint8Array): Focus {
  const community = index.communities.get(target.community);
  const top = community?.parent ?? target.community;
  const nodes = (index.members.get(top) ?? []).filter((node) => shown[node] && inTopic(index, node, target.community));
  return { center: undefined, nodes, strength: nodes.map(() => 0.5) };
}

/** The terms that tie two communities, without lines. */
function across(index: MapIndex, { a, b }: Selection & { kind: "between" }, shown: Uint8Array): Focus {
  const terms = acrossOf(index, a, b).terms.filter(({ node }) => shown[node]);
  const nodes = terms.slice(0, MAX_ACROSS).map(({ node }) => node);
  return { center: undefined, nodes, strength: nodes.map(() => 0.5) };
}

/** A community's own members, or those of a subcommunity. */
function inTopic({ columns }: MapIndex, node: number, community: number): boolean {
  return columns.community[node] === community || columns.topic[node] === community;
}
