/** Binary layout of the relation model; its reader is `extract/model/relation-model.ts`. */
import { type RelationHeader, RELATIONS_MAGIC } from "../../extract/model/relation-model.ts";
import { READINGS } from "../../extract/relate/relation-outputs.ts";
import { type FeatureIds } from "./feature-ids.ts";
import { ascendingBytes } from "./train-encode.ts";
import type { Pairs } from "./train-pairs.ts";

/** Features of fewer pairs are left out, and those whose weights all round to less. */
const CUTOFF = 4;
const MIN_STEPS = 6;
/** A weight is a whole number of steps of this size, at most 127 of them. */
const SCALE = 1 / 64;

export function encodeRelations(
  weights: Float32Array,
  ids: FeatureIds,
  { features }: Pairs,
  limits: readonly number[],
): Uint8Array {
  const counts = new Uint32Array(ids.size);
  for (const feature of features) counts[feature >> 1]!++;
  const step = (value: number) => Math.max(-127, Math.min(127, Math.round(value / SCALE)));
  const kept = Array.from(counts.keys())
    .filter((id) => {
      if (counts[id]! < CUTOFF) return false;
      const own = weights.subarray(id * READINGS, (id + 1) * READINGS);
      return own.some((value) => Math.abs(step(value)) >= MIN_STEPS);
    })
    .sort((a, b) => ids.hashOf(a) - ids.hashOf(b));
  const header: RelationHeader = { classes: READINGS, rows: kept.length, scale: SCALE, limits };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(8 + head.length + kept.length * (4 + READINGS));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, RELATIONS_MAGIC, true);
  view.setUint32(4, head.length, true);
  bytes.set(head, 8);
  let at = 8 + head.length;
  bytes.set(ascendingBytes(kept.map((id) => ids.hashOf(id))), at);
  at += 4 * kept.length;
  for (const id of kept) for (let r = 0; r < READINGS; r++) view.setInt8(at++, step(weights[id * READINGS + r]!));
  return bytes;
}
