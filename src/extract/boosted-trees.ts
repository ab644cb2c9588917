/**
 * Gradient-boosted decision trees on the logistic loss (Friedman 2001): small, readable, exact to evaluate.
 */

/** Nodes in one flat list per tree: `[feature, limit, left, right]`, or `[-1, value, 0, 0]` for a leaf. */
export type Tree = readonly (readonly [feature: number, limit: number, left: number, right: number])[];

export interface BoostedTrees {
  readonly features: readonly string[];
  readonly bias: number;
  readonly trees: readonly Tree[];
}

/** Probability of the positive class. */
export function treesProbability(model: BoostedTrees, features: ArrayLike<number>): number {
  let score = model.bias;
  for (const tree of model.trees) {
    let node = tree[0]!;
    while (node[0] >= 0) node = tree[features[node[0]]! <= node[1] ? node[2] : node[3]]!;
    score += node[1];
  }
  return 1 / (1 + Math.exp(-score));
}
