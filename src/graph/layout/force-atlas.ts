/**
 * ForceAtlas2 (Jacomy, Venturini, Heymann & Bastian 2014) on flat columns: linear attraction along edges, repulsion
 * by degree, plain gravity, a speed of its own for every node. Repulsion between far parts by Barnes & Hut 1986.
 *
 * The formulas are those of graphology-layout-forceatlas2 0.10; a test compares one step. Deterministic: nothing is drawn
 * at random.
 */
import type { EdgeList } from "../edge-list.ts";
import type { Positions } from "./circles.ts";
import { QuadTree } from "./quad-tree.ts";

const SCALING = 10;
const GRAVITY = 1;
/** Nodes from which far ones repel as groups. */
const MIN_TREE_NODES = 300;

export interface ForceLayout extends Positions {
  /** 1 for nodes that stay where they are. */
  readonly fixed: Uint8Array;
}

/** Moves the nodes in place. */
export function forceAtlas2(edges: EdgeList, layout: ForceLayout, iterations: number): void {
  const { nodes, source, target, weight } = edges;
  if (nodes < 2) return;
  const { x, y, fixed } = layout;
  const mass = new Float64Array(nodes).fill(1);
  for (let e = 0; e < weight.length; e++) {
    mass[source[e]!]! += weight[e]!;
    mass[target[e]!]! += weight[e]!;
  }
  const slowDown = 1 + Math.log(nodes);
  const convergence = new Float64Array(nodes).fill(1);
  let force = emptyForce(nodes);
  let before = emptyForce(nodes);
  const tree = nodes > MIN_TREE_NODES ? new QuadTree(nodes) : undefined;

  for (let iteration = 0; iteration < iterations; iteration++) {
    [force, before] = [before, force];
    force.x.fill(0);
    force.y.fill(0);
    if (tree === undefined) repelPairs(layout, mass, force);
    else {
      tree.build(x, y, mass);
      tree.repel(SCALING, force.x, force.y);
    }
    for (let i = 0; i < nodes; i++) {
      const distance = Math.sqrt(x[i]! * x[i]! + y[i]! * y[i]!);
      const pull = distance > 0 ? (mass[i]! * GRAVITY) / distance : 0;
      force.x[i]! -= x[i]! * pull;
      force.y[i]! -= y[i]! * pull;
    }
    attract(edges, layout, force);
    for (let i = 0; i < nodes; i++) {
      if (fixed[i] === 1) continue;
      const [fx, fy, bx, by] = [force.x[i]!, force.y[i]!, before.x[i]!, before.y[i]!];
      const swinging = mass[i]! * Math.sqrt((bx - fx) ** 2 + (by - fy) ** 2);
      const traction = Math.sqrt((bx + fx) ** 2 + (by + fy) ** 2) / 2;
      const speed = (convergence[i]! * Math.log(1 + traction)) / (1 + Math.sqrt(swinging));
      convergence[i] = Math.min(1, Math.sqrt((speed * (fx * fx + fy * fy)) / (1 + Math.sqrt(swinging))));
      x[i]! += fx * (speed / slowDown);
      y[i]! += fy * (speed / slowDown);
    }
  }
}

interface Force {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

function emptyForce(nodes: number): Force {
  return { x: new Float64Array(nodes), y: new Float64Array(nodes) };
}

function repelPairs({ x, y }: Positions, mass: Float64Array, force: Force): void {
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const dx = x[i]! - x[j]!;
      const dy = y[i]! - y[j]!;
      const squared = dx * dx + dy * dy;
      if (squared === 0) continue;
      const factor = (SCALING * mass[i]! * mass[j]!) / squared;
      force.x[i]! += dx * factor;
      force.y[i]! += dy * factor;
      force.x[j]! -= dx * factor;
      force.y[j]! -= dy * factor;
    }
  }
}

function attract({ source, target, weight }: EdgeList, { x, y }: Positions, force: Force): void {
  for (let e = 0; e < weight.length; e++) {
    const a = source[e]!;
    const b = target[e]!;
    const dx = (x[a]! - x[b]!) * weight[e]!;
    const dy = (y[a]! - y[b]!) * weight[e]!;
    force.x[a]! -= dx;
    force.y[a]! -= dy;
    force.x[b]! += dx;
    force.y[b]! += dy;
  }
}
