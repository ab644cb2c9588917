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
  };
}

/** Probability of the positive class. */
export function treesProbability(
  { bias, roots, feature, value, left, right }: BoostedTrees,
  features: readonly number[],
): number {
  let score = bias;
  for (const root of roots) {
    let node = root;
    let at = feature[node]!;
    while (at >= 0) {
      node = features[at]! <= value[node]! ? left[node]! : right[node]!;
      at = feature[node]!;
    }
    score += value[node]!;
  }
  return sigmoid(score);
}
