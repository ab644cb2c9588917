/**
 * Maximum-likelihood training of the tagger: L-BFGS (Liu and Nocedal 1989) on the penalised log-likelihood.
 */
import { lattice, transitionPotentials } from "../extract/crf.ts";
import { ALLOWED, LABELS } from "../extract/labels.ts";

/** One sentence: `features` of token `i` are `features[offset[i] … offset[i + 1] - 1]` (ids below `featureCount`). */
export interface TrainingSentence {
  readonly offset: Int32Array;
  readonly features: Int32Array;
  readonly labels: Uint8Array;
}

export interface CrfWeights {
  /** `featureCount` rows of `LABELS`. */
  readonly emissions: Float64Array;
  readonly transitions: Float64Array;
}

export interface TrainOptions {
  /** Strength of the penalty λ/2·|w|². */
  readonly l2?: number;
  readonly iterations?: number;
  readonly onIteration?: (iteration: number, loss: number) => void;
}

export function trainCrf(
  sentences: readonly TrainingSentence[],
  featureCount: number,
  { l2 = 1, iterations = 60, onIteration }: TrainOptions = {},
): CrfWeights {
  const size = featureCount * LABELS + LABELS * LABELS;
  const weights = minimize(
    size,
    (w, gradient) => lossAndGradient(sentences, featureCount, w, gradient, l2),
    iterations,
    onIteration,
  );
  return { emissions: weights.slice(0, featureCount * LABELS), transitions: weights.slice(featureCount * LABELS) };
}

export function emissionScores(
  sentence: Pick<TrainingSentence, "offset" | "features">,
  weights: Float64Array,
): Float64Array {
  const length = sentence.offset.length - 1;
  const scores = new Float64Array(length * LABELS);
  for (let i = 0; i < length; i++) {
    const row = i * LABELS;
    for (let k = sentence.offset[i]!; k < sentence.offset[i + 1]!; k++) {
      const at = sentence.features[k]! * LABELS;
      for (let y = 0; y < LABELS; y++) scores[row + y]! += weights[at + y]!;
    }
  }
  return scores;
}

function lossAndGradient(
  sentences: readonly TrainingSentence[],
  featureCount: number,
  w: Float64Array,
  gradient: Float64Array,
  l2: number,
): number {
  const tail = featureCount * LABELS;
  let loss = 0;
  for (let i = 0; i < w.length; i++) {
    loss += w[i]! * w[i]!;
    gradient[i] = l2 * w[i]!;
  }
  loss *= l2 / 2;
  const transitions = w.subarray(tail);
  const potentials = transitionPotentials(transitions);
  const residual = new Float64Array(LABELS);
  for (const sentence of sentences) {
    const { offset, features, labels } = sentence;
    const length = labels.length;
    const scores = emissionScores(sentence, w);
    const l = lattice(scores, length, potentials);
    loss += l.logZ;
    for (let i = 0; i < length; i++) {
      const row = i * LABELS;
      const gold = labels[i]!;
      loss -= scores[row + gold]!;
      for (let y = 0; y < LABELS; y++) residual[y] = l.alpha[row + y]! * l.beta[row + y]! - (y === gold ? 1 : 0);
      for (let k = offset[i]!; k < offset[i + 1]!; k++) {
        const at = features[k]! * LABELS;
        for (let y = 0; y < LABELS; y++) gradient[at + y]! += residual[y]!;
      }
      if (i > 0) {
        const previous = labels[i - 1]!;
        loss -= transitions[previous * LABELS + gold]!;
        gradient[tail + previous * LABELS + gold]! -= 1;
        for (let x = 0; x < LABELS; x++) {
          const a = l.alpha[row - LABELS + x]! / l.scale[i]!;
          if (a === 0) continue;
          for (let y = 0; y < LABELS; y++) {
            if (!ALLOWED[x * LABELS + y]) continue;
            gradient[tail + x * LABELS + y]! +=
              a * potentials[x * LABELS + y]! * l.potential[row + y]! * l.beta[row + y]!;
          }
        }
      }
    }
  }
  return loss;
}

type Objective = (w: Float64Array, gradient: Float64Array) => number;

/** L-BFGS with a backtracking line search; stops on small relative progress. Deterministic. */
export function minimize(
  size: number,
  objective: Objective,
  iterations: number,
  onIteration?: (iteration: number, loss: number) => void,
): Float64Array {
  const memory = 6;
  const history: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  let w = new Float64Array(size);
  let gradient = new Float64Array(size);
  let loss = objective(w, gradient);
  let spareW = new Float64Array(size);
  let spareGradient = new Float64Array(size);
  for (let iteration = 0; iteration < iterations; iteration++) {
    const direction = gradient.slice();
    const alphas: number[] = [];
    for (let h = history.length - 1; h >= 0; h--) {
      const { s, y, rho } = history[h]!;
      const alpha = rho * dot(s, direction);
      alphas[h] = alpha;
      axpy(direction, -alpha, y);
    }
    const newest = history.at(-1);
    if (newest) {
      const gamma = 1 / (newest.rho * dot(newest.y, newest.y));
      for (let i = 0; i < size; i++) direction[i]! *= gamma;
    }
    history.forEach(({ s, y, rho }, h) => axpy(direction, alphas[h]! - rho * dot(y, direction), s));
    const slope = -dot(gradient, direction);
    let step = history.length === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
    let next = 0;
    for (let tries = 0; ; tries++) {
      for (let i = 0; i < size; i++) spareW[i] = w[i]! - step * direction[i]!;
      next = objective(spareW, spareGradient);
      if (next <= loss + 1e-4 * step * slope || tries > 20) break;
      step /= 2;
    }
    const s = new Float64Array(size);
    const y = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      s[i] = spareW[i]! - w[i]!;
      y[i] = spareGradient[i]! - gradient[i]!;
    }
    const curvature = dot(s, y);
    if (curvature > 1e-12) history.push({ s, y, rho: 1 / curvature });
    if (history.length > memory) history.shift();
    [w, spareW] = [spareW, w];
    [gradient, spareGradient] = [spareGradient, gradient];
    onIteration?.(iteration, next);
    const progress = (loss - next) / Math.max(1, Math.abs(next));
    loss = next;
    if (progress < 1e-5 && iteration > 5) break;
  }
  return w;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function axpy(into: Float64Array, factor: number, x: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i]! += factor * x[i]!;
}
