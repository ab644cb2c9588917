/** Learns boosted trees: histogram splits, Newton leaves, shrinkage. Deterministic. */
import { sigmoid } from "../../lib/softmax.ts";
import { type Tree, type TreesRecord } from "../../extract/model/boosted-trees.ts";

export interface TreeOptions {
  readonly trees: number;
  readonly depth: number;
  readonly shrinkage: number;
  /** Smallest sum of hessians in a leaf. */
  readonly leaf: number;
  readonly l2: number;
}

const BINS = 48;
/** Sums of one feature: gradients and hessians of its bins. */
const WIDTH = 2 * (BINS + 1);

/** @param rows one row of feature values per example */
export function trainTrees(
  features: readonly string[],
  rows: readonly ArrayLike<number>[],
  labels: readonly boolean[],
  options: TreeOptions,
): TreesRecord {
  const positives = labels.filter(Boolean).length;
  const bias = Math.log(positives / (rows.length - positives));
  const booster = new Booster(features.length, rows, labels, bias, options);
  const trees = Array.from({ length: options.trees }, () => booster.nextTree());
  return { features, bias: round(bias), trees };
}

interface Split {
  readonly feature: number;
  readonly bin: number;
}

/** The examples in bins, their scores so far, and the tree in the making. */
class Booster {
  readonly #options: TreeOptions;
  readonly #labels: readonly boolean[];
  /** Per feature: upper limits of its bins, and the bin of each example. */
  readonly #limits: readonly number[][];
  readonly #bins: readonly Uint8Array[];
  readonly #score: Float64Array;
  readonly #gradient: Float64Array;
  readonly #hessian: Float64Array;
  #nodes: [number, number, number, number][] = [];

  constructor(
    features: number,
    rows: readonly ArrayLike<number>[],
    labels: readonly boolean[],
    bias: number,
    options: TreeOptions,
  ) {
    this.#options = options;
    this.#labels = labels;
    this.#limits = Array.from({ length: features }, (_, f) => binLimits(rows.map((row) => row[f]!)));
    this.#bins = this.#limits.map((limits, f) => Uint8Array.from(rows, (row) => binOf(limits, row[f]!)));
    this.#score = new Float64Array(rows.length).fill(bias);
    this.#gradient = new Float64Array(rows.length);
    this.#hessian = new Float64Array(rows.length);
  }

  /** Grows one tree on what the trees before it leave open, and adds it to the scores. */
  nextTree(): Tree {
    const n = this.#score.length;
    for (let i = 0; i < n; i++) {
      const p = sigmoid(this.#score[i]!);
      this.#gradient[i] = p - (this.#labels[i] ? 1 : 0);
      this.#hessian[i] = p * (1 - p);
    }
    this.#nodes = [];
    const all = Int32Array.from({ length: n }, (_, i) => i);
    this.#grow(all, this.#options.depth, this.#histogram(all));
    return this.#nodes;
  }

  /** Per feature and bin the sums of gradients and hessians of the members. */
  #histogram(members: Int32Array): Float64Array {
    const sums = new Float64Array(this.#bins.length * WIDTH);
    for (let feature = 0; feature < this.#bins.length; feature++) {
      const column = this.#bins[feature]!;
      const from = feature * WIDTH;
      for (const i of members) {
        const at = from + 2 * column[i]!;
        sums[at]! += this.#gradient[i]!;
        sums[at + 1]! += this.#hessian[i]!;
      }
    }
    return sums;
  }

  /** @returns the number of the node that the members come to */
  #grow(members: Int32Array, levels: number, sums?: Float64Array): number {
    const at = this.#nodes.length;
    this.#nodes.push([-1, 0, 0, 0]);
    let g = 0;
    let h = 0;
    for (const i of members) {
      g += this.#gradient[i]!;
      h += this.#hessian[i]!;
    }
    const split = sums && this.#bestSplit(sums, g, h);
    if (!split) {
      const value = round((-this.#options.shrinkage * g) / (h + this.#options.l2));
      this.#nodes[at] = [-1, value, 0, 0];
      for (const i of members) this.#score[i]! += value;
      return at;
    }
    const column = this.#bins[split.feature]!;
    const below = members.filter((i) => column[i]! <= split.bin);
    const above = members.filter((i) => column[i]! > split.bin);
    // The larger part's sums are what the smaller one leaves.
    const fewer = below.length < above.length ? below : above;
    const ofFewer = levels > 1 ? this.#histogram(fewer) : undefined;
    const ofMore = ofFewer && sums.map((sum, k) => sum - ofFewer[k]!);
    const left = this.#grow(below, levels - 1, fewer === below ? ofFewer : ofMore);
    const right = this.#grow(above, levels - 1, fewer === below ? ofMore : ofFewer);
    this.#nodes[at] = [split.feature, this.#limits[split.feature]![split.bin]!, left, right];
    return at;
  }

  #bestSplit(sums: Float64Array, g: number, h: number): Split | undefined {
    const { leaf, l2 } = this.#options;
    let best: Split | undefined;
    let bestGain = 1e-3;
    const whole = (g * g) / (h + l2);
    for (let feature = 0; feature < this.#bins.length; feature++) {
      let leftG = 0;
      let leftH = 0;
      for (let bin = 0; bin < this.#limits[feature]!.length; bin++) {
        leftG += sums[feature * WIDTH + 2 * bin]!;
        leftH += sums[feature * WIDTH + 2 * bin + 1]!;
        if (leftH < leaf || h - leftH < leaf) continue;
        const gain = (leftG * leftG) / (leftH + l2) + ((g - leftG) * (g - leftG)) / (h - leftH + l2) - whole;
        if (gain > bestGain) {
          bestGain = gain;
          best = { feature, bin };
        }
      }
    }
    return best;
  }
}

const round = (value: number) => Math.round(value * 1e4) / 1e4;

/** Upper limits of the bins, by quantiles; the last bin is open. */
function binLimits(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const limits = new Set<number>();
  for (let b = 1; b < BINS; b++) limits.add(round(sorted[Math.floor((b * sorted.length) / BINS)]!));
  return [...limits].filter((limit) => limit < sorted.at(-1)!).sort((a, b) => a - b);
}

function binOf(limits: readonly number[], value: number): number {
  let low = 0;
  let high = limits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= limits[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}
