/**
 * Linear-chain conditional random field (Lafferty, McCallum and Pereira 2001): span marginals.
 *
 * Works on emission scores (one row of `LABELS` per token); where they come from is not its business.
 */
import { ALLOWED, Label, LABELS, MAY_END, MAY_START } from "./labels.ts";

/** Forward and backward values of one sentence, scaled per token (Rabiner 1989). */
export interface Lattice {
  readonly length: number;
  /** exp(emission − its row's maximum). */
  readonly potential: Float64Array;
  readonly alpha: Float64Array;
  readonly beta: Float64Array;
  readonly scale: Float64Array;
  /** log of the partition function. */
  readonly logZ: number;
}

/** exp of transition scores, 0 where not allowed. */
export function transitionPotentials(transitions: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: LABELS * LABELS }, (_, i) => (ALLOWED[i] ? Math.exp(transitions[i] ?? 0) : 0));
}

/** @param emissions `length` rows of `LABELS` scores */
export function lattice(emissions: ArrayLike<number>, length: number, potentials: Float64Array): Lattice {
  const potential = new Float64Array(length * LABELS);
  const alpha = new Float64Array(length * LABELS);
  const beta = new Float64Array(length * LABELS);
  const scale = new Float64Array(length);
  let logZ = 0;
  for (let i = 0; i < length; i++) {
    const row = i * LABELS;
    let max = -Infinity;
    for (let y = 0; y < LABELS; y++) max = Math.max(max, emissions[row + y]!);
    for (let y = 0; y < LABELS; y++) potential[row + y] = Math.exp(emissions[row + y]! - max);
    let sum = 0;
    for (let y = 0; y < LABELS; y++) {
      let into = 0;
      if (i === 0) into = MAY_START[y]!;
      else for (let x = 0; x < LABELS; x++) into += alpha[row - LABELS + x]! * potentials[x * LABELS + y]!;
      let value = into * potential[row + y]!;
      if (i === length - 1) value *= MAY_END[y]!;
      alpha[row + y] = value;
      sum += value;
    }
    scale[i] = sum;
    for (let y = 0; y < LABELS; y++) alpha[row + y]! /= sum;
    logZ += Math.log(sum) + max;
  }
  for (let i = length - 1; i >= 0; i--) {
    const row = i * LABELS;
    for (let x = 0; x < LABELS; x++) {
      let out = 0;
      if (i === length - 1) out = MAY_END[x]!;
      else {
        for (let y = 0; y < LABELS; y++) {
          out += potentials[x * LABELS + y]! * potential[row + LABELS + y]! * beta[row + LABELS + y]!;
        }
        out /= scale[i + 1]!;
      }
      beta[row + x] = out;
    }
  }
  return { length, potential, alpha, beta, scale, logZ };
}

/**
 * Probabilities that a term starts at token `from` and is 1, 2, … tokens long, as many as `marginals` holds and the
 * sentence allows; the rest of `marginals` is left as it was.
 * @returns how many were written
 */
export function spanMarginals(l: Lattice, potentials: Float64Array, from: number, marginals: Float64Array): number {
  const { alpha, beta, potential, scale } = l;
  const longest = Math.min(marginals.length, l.length - from);
  const first = from * LABELS;
  marginals[0] = alpha[first + Label.S]! * beta[first + Label.S]!;
  let open = alpha[first + Label.B]!;
  let label = Label.B;
  for (let k = 1; k < longest; k++) {
    const row = (from + k) * LABELS;
    const step = (next: Label) => (potentials[label * LABELS + next]! * potential[row + next]!) / scale[from + k]!;
    marginals[k] = open * step(Label.E) * beta[row + Label.E]!;
    open *= step(Label.I);
    label = Label.I;
  }
  return longest;
}
