/** Learns boosted trees: histogram splits, Newton leaves, shrinkage. Deterministic. */
import { type Tree, type TreesRecord } from "../../extract/model/boosted-trees.ts";

export interface TreeOptions {
  readonly trees: number;
  readonly depth: number;
  readonly shrinkage: number;
  /** Least sum of hessians in a leaf. */
  readonly leaf: number;
  readonly l2: number;
}

const BINS = 48;

/** @param rows one row of feature values per example */
export function trainTrees(
  features: readonly string[],
  rows: readonly ArrayLike<number>[],
  labels: readonly boolean[],
  { trees, depth, shrinkage, leaf, l2 }: TreeOptions,
): TreesRecord {
  const n = rows.length;
  const width = features.length;
  const limits = features.map((_, f) => binLimits(rows.map((row) => row[f]!)));
  const bins = features.map((_, f) => Uint8Array.from(rows, (row) => binOf(limits[f]!, row[f]!)));
  const positives = labels.filter(Boolean).length;
  const bias = Math.log(positives / (n - positives));
  const score = new Float64Array(n).fill(bias);
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n);
  const grown: Tree[] = [];
  for (let t = 0; t < trees; t++) {
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-score[i]!));
      gradient[i] = p - (labels[i] ? 1 : 0);
      hessian[i] = p * (1 - p);
    }
    const nodes: [number, number, number, number][] = [];
    grow(
      Int32Array.from({ length: n }, (_, i) => i),
      depth,
    );
    grown.push(nodes);

    function grow(members: Int32Array, levels: number): number {
      const at = nodes.length;
      nodes.push([-1, 0, 0, 0]);
      let g = 0;
      let h = 0;
      for (const i of members) {
        g += gradient[i]!;
        h += hessian[i]!;
      }
      const split = levels > 0 ? bestSplit(members, g, h) : undefined;
      if (!split) {
        const value = round((-shrinkage * g) / (h + l2));
        nodes[at] = [-1, value, 0, 0];
        for (const i of members) score[i]! += value;
        return at;
      }
      const column = bins[split.feature]!;
      const left = grow(
        members.filter((i) => column[i]! <= split.bin),
        levels - 1,
      );
      const right = grow(
        members.filter((i) => column[i]! > split.bin),
        levels - 1,
      );
      nodes[at] = [split.feature, limits[split.feature]![split.bin]!, left, right];
      return at;
    }

    function bestSplit(members: Int32Array, g: number, h: number): { feature: number; bin: number } | undefined {
      let best: { feature: number; bin: number } | undefined;
      let bestGain = 1e-3;
      const whole = (g * g) / (h + l2);
      for (let f = 0; f < width; f++) {
        const sumG = new Float64Array(BINS + 1);
        const sumH = new Float64Array(BINS + 1);
        const column = bins[f]!;
        for (const i of members) {
          sumG[column[i]!]! += gradient[i]!;
          sumH[column[i]!]! += hessian[i]!;
        }
        let leftG = 0;
        let leftH = 0;
        for (let b = 0; b < limits[f]!.length; b++) {
          leftG += sumG[b]!;
          leftH += sumH[b]!;
          if (leftH < leaf || h - leftH < leaf) continue;
          const gain = (leftG * leftG) / (leftH + l2) + ((g - leftG) * (g - leftG)) / (h - leftH + l2) - whole;
          if (gain > bestGain) {
            bestGain = gain;
            best = { feature: f, bin: b };
          }
        }
      }
      return best;
    }
  }
  return { features, bias: round(bias), trees: grown };
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
