/** How borders and types are learned: the same for the tagger that ships and for what its parts earn (`train-curve.ts`). */
import type { BorderOptions } from "./train-model.ts";
import type { TypeOptions } from "./train-types.ts";

export const BORDERS: BorderOptions = { cutoff: 3, epochs: 12, rate: 0.02, decay: 1e-5, seeds: [1], least: 3 };
export const TYPES: TypeOptions = {
  l2: 2,
  cutoff: 2,
  stretch: 2,
  otherKind: 0.3,
  further: 0.5,
  iterations: 80,
  least: 4,
};
