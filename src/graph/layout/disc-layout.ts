/**
 * The inside of one community's disc.
 */
import type { EdgeList } from "../edge-list.ts";
import { forceAtlas2 } from "./force-atlas.ts";
import { type Circles, GOLDEN_ANGLE, type Positions } from "./circles.ts";
import { removeOverlaps } from "./overlaps.ts";
import { rescale } from "./rescale.ts";

/** What an edge to another community weighs against one inside. */
const OUTWARD_PULL = 0.15;

export interface DiscContext {
  readonly edges: EdgeList;
  /** Indices of the edges with an end in this community. */
  readonly inside: Int32Array;
  readonly community: Int32Array;
  /** Middle of every disc. */
  readonly centres: Positions;
  /** Radius of every disc. */
  readonly reach: readonly number[];
  readonly iterations: number;
}

/**
 * Lays out one community around (0, 0) and writes its members' positions.
 *
 * Nodes that hang on a single other one are left out of the simulation and put beside it: they are half of the map,
 * and the forces have nothing to say about them.
 *
 * @param members ascending.
 */
export function layInside(positions: Circles, members: readonly number[], c: number, context: DiscContext): void {
  const anchors = leafAnchors(context, members);
  const core = members.filter((_, i) => anchors[i]! < 0);
  const placeInCore = new Int32Array(context.edges.nodes).fill(-1);
  core.forEach((node, i) => (placeInCore[node] = i));
  const { x, y } = simulate(core, placeInCore, c, context);

  const localX = new Float64Array(members.length);
  const localY = new Float64Array(members.length);
  members.forEach((node, i) => {
    const anchor = anchors[i]!;
    const from = placeInCore[anchor < 0 ? node : anchor]!;
    const angle = i * GOLDEN_ANGLE;
    localX[i] = x[from]! + (anchor < 0 ? 0 : Math.cos(angle));
    localY[i] = y[from]! + (anchor < 0 ? 0 : Math.sin(angle));
  });
  fitDisc(localX, localY, context.reach[c]!);
  removeOverlaps({ x: localX, y: localY, radius: Float64Array.from(members, (node) => positions.radius[node]!) });
  members.forEach((node, i) => {
    positions.x[node] = localX[i]!;
    positions.y[node] = localY[i]!;
  });
}

/** Per member: the only other end of its edges, if that is a member with more edges; else −1. */
function leafAnchors({ edges, inside, community }: DiscContext, members: readonly number[]): Int32Array {
  const degree = new Int32Array(edges.nodes);
  const neighbor = new Int32Array(edges.nodes);
  for (const e of inside) {
    const source = edges.source[e]!;
    const target = edges.target[e]!;
    degree[source]!++;
    degree[target]!++;
    neighbor[source] = target;
    neighbor[target] = source;
  }
  return Int32Array.from(members, (node) => {
    const other = neighbor[node]!;
    return degree[node] === 1 && degree[other]! > 1 && community[other] === community[node] ? other : -1;
  });
}

/**
 * ForceAtlas2 on the core, with the other communities as fixed magnets in their directions.
 *
 * @param placeInCore per node of the map; −1 for nodes outside.
 * @returns positions of the core, then of the magnets.
 */
function simulate(core: readonly number[], placeInCore: Int32Array, c: number, context: DiscContext): Positions {
  const { centres, iterations } = context;
  const { edges, magnets } = coreEdges(core.length, placeInCore, c, context);
  const x = new Float64Array(edges.nodes);
  const y = new Float64Array(edges.nodes);
  const fixed = new Uint8Array(edges.nodes);
  const extent = 10 * Math.sqrt(core.length + 1);
  for (let i = 0; i < core.length; i++) {
    const radius = extent * Math.sqrt((i + 0.5) / core.length);
    x[i] = radius * Math.cos(i * GOLDEN_ANGLE);
    y[i] = radius * Math.sin(i * GOLDEN_ANGLE);
  }
  magnets.forEach((other, i) => {
    const dx = centres.x[other]! - centres.x[c]!;
    const dy = centres.y[other]! - centres.y[c]!;
    const distance = Math.sqrt(dx * dx + dy * dy) || 1;
    x[core.length + i] = (dx / distance) * extent * 3;
    y[core.length + i] = (dy / distance) * extent * 3;
    fixed[core.length + i] = 1;
  });
  forceAtlas2(edges, { x, y, fixed }, iterations);
  return { x, y };
}

/** Edges among the core (nodes 0 … size−1), and of the core to each other community, which is one node each. */
function coreEdges(
  size: number,
  placeInCore: Int32Array,
  c: number,
  { edges, inside, community, centres }: DiscContext,
): { readonly edges: EdgeList; readonly magnets: readonly number[] } {
  const magnetOf = new Int32Array(centres.x.length).fill(-1);
  const magnets: number[] = [];
  /** Per magnet: summed weight from each node of the core. */
  const pulls: Float64Array[] = [];
  let inner = 0;
  let outer = 0;
  for (const e of inside) {
    const a = placeInCore[edges.source[e]!]!;
    const b = placeInCore[edges.target[e]!]!;
    if (a >= 0 && b >= 0) inner++;
    if (a >= 0 === b >= 0) continue;
    const other = community[a < 0 ? edges.source[e]! : edges.target[e]!]!;
    if (other === c) continue;
    if (magnetOf[other]! < 0) {
      magnetOf[other] = magnets.length;
      magnets.push(other);
      pulls.push(new Float64Array(size));
    }
    const pull = pulls[magnetOf[other]!]!;
    const own = Math.max(a, b);
    if (pull[own] === 0) outer++;
    pull[own]! += edges.weight[e]! * OUTWARD_PULL;
  }

  const list = {
    nodes: size + magnets.length,
    source: new Int32Array(inner + outer),
    target: new Int32Array(inner + outer),
    weight: new Float64Array(inner + outer),
  };
  let to = 0;
  const add = (source: number, target: number, weight: number) => {
    list.source[to] = source;
    list.target[to] = target;
    list.weight[to++] = weight;
  };
  // Edges come by source, and the core keeps the order of its nodes.
  let done = 0;
  const addPulls = (until: number) => {
    for (; done < until; done++)
      for (let magnet = 0; magnet < pulls.length; magnet++)
        if (pulls[magnet]![done]! > 0) add(done, size + magnet, pulls[magnet]![done]!);
  };
  for (const e of inside) {
    const a = placeInCore[edges.source[e]!]!;
    const b = placeInCore[edges.target[e]!]!;
    if (a < 0 || b < 0) continue;
    addPulls(a);
    add(a, b, edges.weight[e]!);
  }
  addPulls(size);
  return { edges: list, magnets };
}

/** Keeps each node's direction from the middle and the order of distances, and fills the disc evenly. */
function fitDisc(x: Float64Array, y: Float64Array, reach: number): void {
  rescale(x, y, 1);
  const distance = Float64Array.from(x, (value, i) => Math.sqrt(value ** 2 + y[i]! ** 2));
  const order = Array.from(x, (_, i) => i).sort((a, b) => distance[a]! - distance[b]! || a - b);
  order.forEach((i, rank) => {
    const even = reach * Math.sqrt((rank + 0.5) / x.length);
    const angle = distance[i]! > 1e-9 ? Math.atan2(y[i]!, x[i]!) : rank * GOLDEN_ANGLE;
    x[i] = even * Math.cos(angle);
    y[i] = even * Math.sin(angle);
  });
}
