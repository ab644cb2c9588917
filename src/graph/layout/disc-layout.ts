/**
 * The inside of one community's disc.
 */
import { type EdgeList, edgeList } from "../edge-list.ts";
import { forceAtlas2 } from "./force-atlas.ts";
import { type Circles, GOLDEN_ANGLE, type Positions } from "./circles.ts";
import { removeOverlaps } from "./overlaps.ts";
import { rescale } from "./rescale.ts";

/** What an edge to another community weighs against one inside. */
const OUTWARD_PULL = 0.15;

export interface DiscContext {
  readonly edges: EdgeList;
  /** Indices of the edges with an end in this community. */
  readonly inside: readonly number[];
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
 */
export function layInside(positions: Circles, members: readonly number[], c: number, context: DiscContext): void {
  const { edges, inside, reach, iterations } = context;
  const anchors = leafAnchors(edges, inside, members);
  const core = members.filter((node) => !anchors.has(node));
  const { x, y } = simulate(core, c, context, iterations);
  const at = new Map(core.map((node, i) => [node, i]));

  const localX = new Float64Array(members.length);
  const localY = new Float64Array(members.length);
  members.forEach((node, i) => {
    const anchor = anchors.get(node);
    const from = at.get(anchor ?? node)!;
    const angle = i * GOLDEN_ANGLE;
    localX[i] = x[from]! + (anchor === undefined ? 0 : Math.cos(angle));
    localY[i] = y[from]! + (anchor === undefined ? 0 : Math.sin(angle));
  });
  fitDisc(localX, localY, reach[c]!);
  removeOverlaps({ x: localX, y: localY, radius: Float64Array.from(members, (node) => positions.radius[node]!) });
  members.forEach((node, i) => {
    positions.x[node] = localX[i]!;
    positions.y[node] = localY[i]!;
  });
}

/** Members with one edge only, to a member that has more: node → the other end. */
function leafAnchors(edges: EdgeList, inside: readonly number[], members: readonly number[]): Map<number, number> {
  const degree = new Map<number, number>(members.map((node) => [node, 0]));
  const neighbor = new Map<number, number>();
  for (const e of inside) {
    const source = edges.source[e]!;
    const target = edges.target[e]!;
    degree.set(source, (degree.get(source) ?? 0) + 1);
    degree.set(target, (degree.get(target) ?? 0) + 1);
    neighbor.set(source, target);
    neighbor.set(target, source);
  }
  const own = new Set(members);
  const leaves = members.filter((node) => {
    const other = neighbor.get(node);
    return degree.get(node) === 1 && other !== undefined && own.has(other) && degree.get(other)! > 1;
  });
  return new Map(leaves.map((node) => [node, neighbor.get(node)!]));
}

/** ForceAtlas2 on the core, with the other communities as fixed magnets in their directions. */
function simulate(core: readonly number[], c: number, context: DiscContext, iterations: number) {
  const { edges, inside, community, centres } = context;
  const local = new Map(core.map((node, i) => [node, i]));
  const magnets = new Map<number, number>();
  const weights = new Map<number, number>();
  const width = core.length + centres.x.length;
  for (const e of inside) {
    const a = local.get(edges.source[e]!);
    const b = local.get(edges.target[e]!);
    if (a !== undefined && b !== undefined) {
      weights.set(Math.min(a, b) * width + Math.max(a, b), edges.weight[e]!);
      continue;
    }
    const own = a ?? b;
    const other = community[a === undefined ? edges.source[e]! : edges.target[e]!]!;
    if (own === undefined || other === c) continue;
    if (!magnets.has(other)) magnets.set(other, core.length + magnets.size);
    const pair = own * width + magnets.get(other)!;
    weights.set(pair, (weights.get(pair) ?? 0) + edges.weight[e]! * OUTWARD_PULL);
  }

  const total = core.length + magnets.size;
  const x = new Float64Array(total);
  const y = new Float64Array(total);
  const fixed = new Uint8Array(total);
  const extent = 10 * Math.sqrt(core.length + 1);
  core.forEach((_, i) => {
    const radius = extent * Math.sqrt((i + 0.5) / core.length);
    x[i] = radius * Math.cos(i * GOLDEN_ANGLE);
    y[i] = radius * Math.sin(i * GOLDEN_ANGLE);
  });
  for (const [other, magnet] of magnets) {
    const dx = centres.x[other]! - centres.x[c]!;
    const dy = centres.y[other]! - centres.y[c]!;
    const distance = Math.sqrt(dx * dx + dy * dy) || 1;
    x[magnet] = (dx / distance) * extent * 3;
    y[magnet] = (dy / distance) * extent * 3;
    fixed[magnet] = 1;
  }
  const list = edgeList(
    total,
    [...weights].map(([pair, weight]) => [Math.floor(pair / width), pair % width, weight] as const),
  );
  forceAtlas2(list, { x, y, fixed }, iterations);
  return { x, y };
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
