/**
 * The inside of one community's disc.
 */
import type { Task } from "../../lib/task.ts";
import type { EdgeList } from "../edge-list.ts";
import { forceAtlas2 } from "./force-atlas.ts";
import { GOLDEN_ANGLE, type Positions } from "./circles.ts";
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

/** What the inside of a disc is laid out by; members are those of one community, ascending. */
export interface DiscJob {
  /** Of the core (nodes 0 … ), then of the other communities, which are one fixed node each. */
  readonly edges: EdgeList;
  /** Where these nodes begin. */
  readonly start: Positions & { readonly fixed: Uint8Array };
  readonly iterations: number;
  /** Per member: its place in the core, or that of the member it hangs on. */
  readonly place: Int32Array;
  /** Per member: 1 where it hangs on another. */
  readonly hangs: Uint8Array;
  /** Per member. */
  readonly radius: Float64Array;
  /** Radius of the disc. */
  readonly reach: number;
}

/** Positions of the members around (0, 0). */
export const LAY_DISC: Task<DiscJob, Positions> = { name: "lay-disc", run: layDisc };

/**
 * Nodes that hang on a single other one are left out of the simulation and put beside it: they are half of the map,
 * and the forces have nothing to say about them.
 *
 * @param members ascending. @param radius per node of the map.
 */
export function discJob(members: readonly number[], c: number, radius: Float64Array, context: DiscContext): DiscJob {
  const anchors = leafAnchors(context, members);
  const core = members.filter((_, i) => anchors[i]! < 0);
  const placeInCore = new Int32Array(context.edges.nodes).fill(-1);
  core.forEach((node, i) => (placeInCore[node] = i));
  const { edges, magnets } = coreEdges(core.length, placeInCore, c, context);
  return {
    edges,
    start: startPositions(core.length, magnets, c, context),
    iterations: context.iterations,
    place: Int32Array.from(members, (node, i) => placeInCore[anchors[i]! < 0 ? node : anchors[i]!]!),
    hangs: Uint8Array.from(anchors, (anchor) => (anchor < 0 ? 0 : 1)),
    radius: Float64Array.from(members, (node) => radius[node]!),
    reach: context.reach[c]!,
  };
}

function layDisc({ edges, start, iterations, place, hangs, radius, reach }: DiscJob): Positions {
  forceAtlas2(edges, start, iterations);
  const x = new Float64Array(place.length);
  const y = new Float64Array(place.length);
  for (let i = 0; i < place.length; i++) {
    const angle = i * GOLDEN_ANGLE;
    x[i] = start.x[place[i]!]! + (hangs[i] === 0 ? 0 : Math.cos(angle));
    y[i] = start.y[place[i]!]! + (hangs[i] === 0 ? 0 : Math.sin(angle));
  }
  fitDisc(x, y, reach);
  removeOverlaps({ x, y, radius });
  return { x, y };
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

/** The core on a spiral, the other communities in their directions as fixed magnets. */
function startPositions(
  core: number,
  magnets: readonly number[],
  c: number,
  { centres }: DiscContext,
): DiscJob["start"] {
  const nodes = core + magnets.length;
  const x = new Float64Array(nodes);
  const y = new Float64Array(nodes);
  const fixed = new Uint8Array(nodes);
  const extent = 10 * Math.sqrt(core + 1);
  for (let i = 0; i < core; i++) {
    const radius = extent * Math.sqrt((i + 0.5) / core);
    x[i] = radius * Math.cos(i * GOLDEN_ANGLE);
    y[i] = radius * Math.sin(i * GOLDEN_ANGLE);
  }
  magnets.forEach((other, i) => {
    const dx = centres.x[other]! - centres.x[c]!;
    const dy = centres.y[other]! - centres.y[c]!;
    const distance = Math.sqrt(dx * dx + dy * dy) || 1;
    x[core + i] = (dx / distance) * extent * 3;
    y[core + i] = (dy / distance) * extent * 3;
    fixed[core + i] = 1;
  });
  return { x, y, fixed };
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
