/** Trains the border model, and packs the weights of any model over hashed features. */
import { HashIndex } from "../../extract/model/feature-hash.ts";
import { LABELS } from "../../extract/tag/labels.ts";
import { type SparseModel } from "../../extract/model/sparse-model.ts";
import { trainCrf, type TrainingSentence } from "./train-crf.ts";
import type { HashedItems, PreparedPaper } from "./train-prepare.ts";

/** Ids for the features seen at least `cutoff` times. */
export function alphabetOf(items: readonly HashedItems[], cutoff: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { hashes } of items) for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const alphabet = new Map<number, number>();
  for (const [hash, count] of counts) if (count >= cutoff) alphabet.set(hash, alphabet.size);
  return alphabet;
}

export function indexItems(
  { offset, hashes, labels }: HashedItems,
  alphabet: ReadonlyMap<number, number>,
): TrainingSentence {
  const features: number[] = [];
  const starts = new Int32Array(offset.length);
  for (let i = 0; i + 1 < offset.length; i++) {
    for (let k = offset[i]!; k < offset[i + 1]!; k++) {
      const id = alphabet.get(hashes[k]!);
      if (id !== undefined) features.push(id);
    }
    starts[i + 1] = features.length;
  }
  return { offset: starts, features: Int32Array.from(features), labels };
}

export interface BorderOptions {
  /** Features seen less often are left out. */
  readonly cutoff: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** One model is trained per seed; their weights are averaged. */
  readonly seeds: readonly number[];
}

export function trainBorders(
  papers: readonly PreparedPaper[],
  { cutoff, epochs, rate, decay, seeds }: BorderOptions,
): { borders: SparseModel; transitions: number[] } {
  const items = papers.flatMap(({ sentences }) => sentences);
  const alphabet = alphabetOf(items, cutoff);
  const indexed = items.map((item) => indexItems(item, alphabet));
  const emissions = new Float64Array(alphabet.size * LABELS);
  const transitions = new Float64Array(LABELS * LABELS);
  for (const seed of seeds) {
    const weights = trainCrf(indexed, alphabet.size, { epochs, rate, decay, seed });
    weights.emissions.forEach((weight, i) => (emissions[i]! += weight / seeds.length));
    weights.transitions.forEach((weight, i) => (transitions[i]! += weight / seeds.length));
  }
  return { borders: quantize(alphabet, emissions, LABELS), transitions: [...transitions] };
}

/** Eight bits a weight; features whose weights all round to nothing are left out. Sorted by hash. */
export function quantize(
  alphabet: ReadonlyMap<number, number>,
  weights: Float64Array,
  classes: number,
): SparseModel & { readonly hashes: Uint32Array } {
  const CLIP = 2;
  let max = 0;
  for (const weight of weights) max = Math.max(max, Math.abs(weight));
  const scale = Math.min(max, CLIP) / 127;
  const rows = [...alphabet]
    .map(([hash, id]) => ({
      hash,
      row: Array.from({ length: classes }, (_, y) =>
        Math.max(-127, Math.min(127, Math.round(weights[id * classes + y]! / scale))),
      ),
    }))
    .filter(({ row }) => row.some((value) => value !== 0))
    .sort((a, b) => a.hash - b.hash);
  const hashes = Uint32Array.from(rows, ({ hash }) => hash);
  return {
    classes,
    hashes,
    keys: new HashIndex(hashes),
    weights: Int8Array.from(rows.flatMap(({ row }) => row)),
    scale,
  };
}
