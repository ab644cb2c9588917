/**
 * Gradient-boosted decision trees on the logistic loss (Friedman 2001): small, readable, exact to evaluate.
 */
import { sigmoid } from "../../lib/softmax.ts";

/** Nodes in one flat list per tree: `[feature, limit, left, right]`, or `[-1, value, 0, 0]` for a leaf. */
export type Tree = readonly (readonly [feature: number, limit: number, left: number, right: number])[];

/** As learned and as stored. */
export interface TreesRecord {
  readonly features: readonly string[];
  readonly bias: number;
  readonly trees: readonly Tree[];
}

/** As evaluated: all nodes of all trees side by side. */
export interface BoostedTrees {
  readonly bias: number;
  readonly roots: Int32Array;
  /** Feature per node, -1 for a leaf. */
  readonly feature: Int16Array;
  /** Limit of a branch (not above: left), value of a leaf. */
  readonly value: Float64Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Per tree: the most that it and those behind it can add to a score. */
  readonly mostBehind: Float64Array;
}

export function compileTrees({ bias, trees }: TreesRecord): BoostedTrees {
  const nodes: [number, number, number, number][] = [];
  const roots = trees.map((tree) => {
    const root = nodes.length;
    for (const [feature, value, left, right] of tree) nodes.push([feature, value, root + left, root + right]);
    return root;
  });
  return {
    bias,
    roots: Int32Array.from(roots),
    feature: Int16Array.from(nodes, (node) => node[0]),
    value: Float64Array.from(nodes, (node) => node[1]),
    left: Int32Array.from(nodes, (node) => node[2]),
    right: Int32Array.from(nodes, (node) => node[3]),
    mostBehind: mostOf(trees),
  };
}

/**
 * Probability of the positive class.
 * @param least where the trees that are left cannot lift the score above its logit, 0 is given without asking them
 */
export function treesProbability(trees: BoostedTrees, features: ArrayLike<number>, least = 0): number {
  const { bias, roots, feature, value, left, right, mostBehind } = trees;
  const needed = least > 0 ? Math.log(least / (1 - least)) - SLACK : -Infinity;
  let score = bias;
  for (let tree = 0; tree < roots.length; tree++) {
    if (score + mostBehind[tree]! < needed) return 0;
    let node = roots[tree]!;
    let at = feature[node]!;
    while (at >= 0) {
      node = features[at]! <= value[node]! ? left[node]! : right[node]!;
      at = feature[node]!;
    }
    score += value[node]!;
  }
  return sigmoid(score);
}

/** Above any rounding of a sum of some hundred values. */
const SLACK = 1e-6;

/** @param trees nodes of each, as stored */
function mostOf(trees: readonly Tree[]): Float64Array {
  const most = new Float64Array(trees.length + 1);
  for (let t = trees.length - 1; t >= 0; t--)
    most[t] = most[t + 1]! + trees[t]!.reduce((max, [at, value]) => (at < 0 ? Math.max(max, value) : max), -Infinity);
  return most;
}
