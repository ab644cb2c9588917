/**
 * The map: every community a disc of its own, discs that share much side by side, papers near their terms.
 *
 * Communities first, then the inside of each by ForceAtlas2 with the other communities as fixed magnets, so that
 * a node with ties elsewhere stands on that side of its disc. No step draws at random.
 */
import { type TaskRunner, TASKS_HERE } from "../../lib/task.ts";
import type { Hierarchy } from "../communities/communities.ts";
import type { GraphConfig } from "../config.ts";
import { type Corpus, rowsByTerm } from "../corpus.ts";
import { anchoredLayout, placesOf } from "./anchored-layout.ts";
import { discJob, LAY_DISC } from "./disc-layout.ts";
import { fitTo } from "./fit-to.ts";
import type { LastBuild } from "../last-build.ts";
import { type EdgeList, edgeList, tiesBetween } from "../edge-list.ts";
import { forceAtlas2 } from "./force-atlas.ts";
import { rescale } from "./rescale.ts";
import { membersOf } from "../communities/partition.ts";
import { type Circles, GOLDEN_ANGLE, type Positions } from "./circles.ts";
import { relax, removeOverlaps } from "./overlaps.ts";

const PAPER_RADIUS = 3;
const TERM_GROWTH = 0.9;
const GENERIC_GROWTH = 0.2;
/** Share of a disc that its circles cover. */
const DENSITY = 0.32;
const SPACE_BETWEEN = 30;
/** Weight of an edge between neighbours against its own, and of a mention beside its salience. */
const NEIGHBOR_PULL = 0.3;
const MENTION_PULL = 0.1;
const COMPACTING_ROUNDS = 150;
/** Nodes up to which every layout iteration is run. */
const UNHURRIED = 8000;

export interface LayoutOptions {
  readonly tasks?: TaskRunner | undefined;
  /** Where things stood in the last build. */
  readonly last?: LastBuild | undefined;
}

/** @returns a circle for each paper, then for each term: node `papers + t` is term `t`. No two overlap. */
export async function layOut(
  corpus: Corpus,
  hierarchy: Hierarchy,
  config: GraphConfig,
  { tasks = TASKS_HERE, last }: LayoutOptions = {},
): Promise<Circles> {
  const papers = corpus.papers.length;
  const nodes = papers + corpus.terms.length;
  const radius = Float64Array.from({ length: nodes }, (_, i) =>
    i < papers ? PAPER_RADIUS : termRadius(corpus.terms[i - papers]!.papers, hierarchy.generic[i - papers] === 1),
  );
  const community = Int32Array.from({ length: nodes }, (_, i) =>
    i < papers ? hierarchy.communities.paper[i]! : hierarchy.communities.term[i - papers]!,
  );
  const edges = mapEdges(corpus, hierarchy.graph);
  if (last?.isNear) return anchoredLayout(edges, community, radius, last.anchor);
  const members = membersOf(community);
  const reach = members.map((list) => Math.sqrt(list.reduce((sum, i) => sum + (radius[i]! + 0.5) ** 2, 0) / DENSITY));
  const centres = placeDiscs(edges, community, reach);

  const layout: Circles = { x: new Float64Array(nodes), y: new Float64Array(nodes), radius };
  // Large discs are crowded anyway; fewer rounds keep the time in proportion.
  const iterations = Math.ceil(config.layoutIterations * Math.min(1, Math.sqrt(UNHURRIED / Math.max(1, nodes))));
  const inside = edgesByCommunity(edges, community, members.length);
  await Promise.all(
    members.map(async (list, c) => {
      const context = { edges, inside: inside[c]!, community, centres, reach, iterations };
      const { x, y } = await tasks.run(LAY_DISC, discJob(list, c, radius, context));
      list.forEach((node, i) => {
        layout.x[node] = x[i]!;
        layout.y[node] = y[i]!;
      });
    }),
  );
  spreadDiscs(layout, members, centres);
  if (last) fitTo(layout, placesOf(last.anchor));
  return layout;
}

/** In proportion to the root of its papers; what says nothing of them is drawn small. */
function termRadius(papers: number, isGeneric: boolean): number {
  return Math.min(14, 1.2 + (isGeneric ? GENERIC_GROWTH : TERM_GROWTH) * Math.sqrt(papers));
}

/** Paper–paper neighbours and paper–term mentions, in one list over all nodes. */
function mapEdges(corpus: Corpus, neighbors: EdgeList): EdgeList {
  const { offsets, term, salience } = corpus.paperTerms;
  const rows = rowsByTerm(corpus);
  const papers = corpus.papers.length;
  const size = neighbors.weight.length + rows.length;
  const source = new Int32Array(size);
  const target = new Int32Array(size);
  const weight = new Float64Array(size);
  let e = 0;
  let neighbor = 0;
  // Of each paper its neighbours, then its terms, whose nodes have larger numbers: the order an edge list must have.
  for (let paper = 0; paper < papers; paper++) {
    for (; neighbor < neighbors.weight.length && neighbors.source[neighbor] === paper; neighbor++) {
      source[e] = paper;
      target[e] = neighbors.target[neighbor]!;
      weight[e++] = neighbors.weight[neighbor]! * NEIGHBOR_PULL;
    }
    for (let at = offsets[paper]!; at < offsets[paper + 1]!; at++) {
      const row = rows[at]!;
      source[e] = paper;
      target[e] = papers + term[row]!;
      weight[e++] = MENTION_PULL + salience[row]!;
    }
  }
  return { nodes: papers + corpus.terms.length, source, target, weight };
}

/** Per community: indices of the edges with at least one end in it, ascending. */
function edgesByCommunity(edges: EdgeList, community: Int32Array, count: number): Int32Array[] {
  const { source, target } = edges;
  const size = new Int32Array(count);
  for (let e = 0; e < source.length; e++) {
    const a = community[source[e]!]!;
    const b = community[target[e]!]!;
    size[a]!++;
    if (a !== b) size[b]!++;
  }
  const lists = Array.from(size, (length) => new Int32Array(length));
  size.fill(0);
  for (let e = 0; e < source.length; e++) {
    const a = community[source[e]!]!;
    const b = community[target[e]!]!;
    lists[a]![size[a]!++] = e;
    if (a !== b) lists[b]![size[b]!++] = e;
  }
  return lists;
}

/**
 * Discs on a spiral, largest in the middle, then drawn together by their ties and pushed apart by their size.
 *
 * @param reach radius of each disc.
 */
function placeDiscs(edges: EdgeList, community: Int32Array, reach: readonly number[]): Positions {
  const count = reach.length;
  const total = Math.sqrt(reach.reduce((sum, r) => sum + r * r, 0));
  const x = Float64Array.from(
    { length: count },
    (_, c) => total * Math.sqrt(c / Math.max(1, count)) * Math.cos(c * GOLDEN_ANGLE),
  );
  const y = Float64Array.from(
    { length: count },
    (_, c) => total * Math.sqrt(c / Math.max(1, count)) * Math.sin(c * GOLDEN_ANGLE),
  );
  const ties = tiesBetween(edges, community, count);
  const pairs: [number, number, number][] = [];
  ties.forEach((row, a) => {
    for (const [b, weight] of row) if (a < b) pairs.push([a, b, weight / (reach[a]! * reach[b]!)]);
  });
  const strongest = pairs.reduce((max, pair) => Math.max(max, pair[2]), 0);
  const graph = edgeList(
    count,
    pairs.map(([a, b, weight]) => [a, b, (4 * weight) / strongest] as const),
  );
  forceAtlas2(graph, { x, y, fixed: new Uint8Array(count) }, 300);
  rescale(x, y, total);
  drawTogether({ x, y, radius: Float64Array.from(reach, (r) => r + SPACE_BETWEEN / 2) });
  return { x, y };
}

/** Pulls the discs to the middle and pushes them apart in turn, until little space is wasted; wider than high. */
function drawTogether(discs: Circles): void {
  for (let round = 0; round < COMPACTING_ROUNDS; round++) {
    for (let c = 0; c < discs.x.length; c++) {
      discs.x[c]! *= 0.985;
      discs.y[c]! *= 0.97;
    }
    relax(discs, 12);
  }
  removeOverlaps(discs, 400);
}

/** Moves each finished disc to its centre; discs that came out larger than planned push the others away. */
function spreadDiscs(layout: Circles, members: readonly (readonly number[])[], centres: Positions): void {
  const radius = Float64Array.from(members, (list) =>
    list.reduce((max, i) => Math.max(max, Math.sqrt(layout.x[i]! ** 2 + layout.y[i]! ** 2) + layout.radius[i]!), 0),
  );
  drawTogether({ ...centres, radius: radius.map((r) => r + SPACE_BETWEEN / 2) });
  members.forEach((list, c) => {
    for (const i of list) {
      layout.x[i]! += centres.x[c]!;
      layout.y[i]! += centres.y[c]!;
    }
  });
}
