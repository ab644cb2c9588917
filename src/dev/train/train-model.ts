/** Trains the border model, and packs the weights of any model over hashed features. */
import { HashIndex } from "../../extract/model/feature-hash.ts";
import { LABELS } from "../../extract/tag/labels.ts";
import { type SparseModel } from "../../extract/model/sparse-model.ts";
import { trainCrf, type TrainingSentence } from "./train-crf.ts";
import { type FeatureIds } from "./feature-ids.ts";
import type { NumberedItems } from "./train-prepare.ts";

/** The features seen at least `cutoff` times, numbered anew. */
export interface Alphabet {
  /** Per feature of `FeatureIds` its number, -1 where it is left out. */
  readonly numberOf: Int32Array;
  readonly hashes: Uint32Array;
}

export function alphabetOf(items: readonly NumberedItems[], ids: FeatureIds, cutoff: number): Alphabet {
  const counts = new Int32Array(ids.size);
  for (const { features } of items) for (const feature of features) counts[feature]!++;
  const numberOf = new Int32Array(ids.size).fill(-1);
  const hashes: number[] = [];
  counts.forEach((count, feature) => {
    if (count >= cutoff) numberOf[feature] = hashes.push(ids.hashOf(feature)) - 1;
  });
  return { numberOf, hashes: Uint32Array.from(hashes) };
}

export function indexItems({ offset, features, labels }: NumberedItems, { numberOf }: Alphabet): TrainingSentence {
  const starts = new Int32Array(offset.length);
  const kept = new Int32Array(features.length);
  let n = 0;
  for (let i = 0; i + 1 < offset.length; i++) {
    for (let k = offset[i]!; k < offset[i + 1]!; k++) {
      const number = numberOf[features[k]!]!;
      if (number >= 0) kept[n++] = number;
    }
    starts[i + 1] = n;
  }
  return { offset: starts, features: kept.slice(0, n), labels };
}

export interface BorderOptions {
  /** Features seen less often are left out. */
  readonly cutoff: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** One model is trained per seed; their weights are averaged. */
  readonly seeds: readonly number[];
  /** See `quantize`. */
  readonly least: number;
}

export function trainBorders(
  items: readonly NumberedItems[],
  ids: FeatureIds,
  { cutoff, epochs, rate, decay, seeds, least }: BorderOptions,
): { borders: SparseModel; transitions: number[] } {
  const alphabet = alphabetOf(items, ids, cutoff);
  const indexed = items.map((item) => indexItems(item, alphabet));
  const size = alphabet.hashes.length;
  const emissions = new Float64Array(size * LABELS);
  const transitions = new Float64Array(LABELS * LABELS);
  for (const seed of seeds) {
    const weights = trainCrf(indexed, size, { epochs, rate, decay, seed });
    weights.emissions.forEach((weight, i) => (emissions[i]! += weight / seeds.length));
    weights.transitions.forEach((weight, i) => (transitions[i]! += weight / seeds.length));
  }
  return { borders: quantize(alphabet, emissions, LABELS, least), transitions: [...transitions] };
}

/**
 * Eight bits a weight; features of which no weight reaches `least` steps are left out. Sorted by hash.
 *
 * @param least 1 … 127, of the 127 steps to the largest weight
 */
export function quantize(
  alphabet: Alphabet,
  weights: Float64Array,
  classes: number,
  least: number,
): SparseModel & { readonly hashes: Uint32Array } {
  const CLIP = 2;
  let max = 0;
  for (const weight of weights) max = Math.max(max, Math.abs(weight));
  const scale = Math.min(max, CLIP) / 127;
  const rounded = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))));
  const rowOf = (id: number) => rounded.subarray(id * classes, (id + 1) * classes);
  const kept = Array.from(alphabet.hashes.keys())
    .filter((id) => rowOf(id).some((value) => Math.abs(value) >= least))
    .sort((a, b) => alphabet.hashes[a]! - alphabet.hashes[b]!);
  const hashes = Uint32Array.from(kept, (id) => alphabet.hashes[id]!);
  const packed = new Int8Array(kept.length * classes);
  kept.forEach((id, row) => packed.set(rowOf(id), row * classes));
  return { classes, hashes, keys: new HashIndex(hashes), weights: packed, scale };
}
