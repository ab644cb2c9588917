/**
 * Training of the tagger (stochastic) and of the smaller models (L-BFGS, Liu and Nocedal 1989).
 */
import { lattice, transitionPotentials } from "../../extract/tag/crf.ts";
import { ALLOWED, LABELS } from "../../extract/tag/labels.ts";
import { seededRandom, shuffle } from "../../lib/random.ts";

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
  readonly epochs: number;
  /** Step size. */
  readonly rate: number;
  /** Weight decay per sentence, applied when a feature is next seen. */
  readonly decay: number;
  readonly seed: number;
  readonly onEpoch?: (epoch: number, loss: number) => void;
}

/** Numbers of a feature side by side, so that it costs one line of the processor's cache: weights, squares, last step. */
const ROW = 16;
const SQUARES = LABELS;
const SEEN = 2 * LABELS;

/**
 * Stochastic gradient with a step size per weight (AdaGrad: Duchi, Hazan and Singer 2011) and lazy weight decay; the
 * result is the mean of the weights after each of the later epochs (Polyak 1992).
 */
export function trainCrf(
  sentences: readonly TrainingSentence[],
  featureCount: number,
  { epochs, rate, decay, seed, onEpoch }: TrainOptions,
): CrfWeights {
  const random = seededRandom(seed);
  const rows = new Float32Array(featureCount * ROW);
  for (let f = 0; f < featureCount; f++) rows.fill(SMOOTH, f * ROW + SQUARES, f * ROW + SQUARES + LABELS);
  const transitions = new Float64Array(LABELS * LABELS);
  const transitionSquares = new Float64Array(LABELS * LABELS).fill(SMOOTH);
  const meanWeights = new Float64Array(featureCount * LABELS);
  const meanTransitions = new Float64Array(LABELS * LABELS);
  const averaged = Math.max(1, Math.floor(epochs / 2));
  const order = sentences.map((_, i) => i);
  const longest = sentences.reduce((max, { labels }) => Math.max(max, labels.length), 0);
  const scores = new Float64Array(longest * LABELS);
  const residual = new Float64Array(LABELS);
  const keep = Float64Array.from({ length: sentences.length * 2 + 1 }, (_, gap) => (1 - decay) ** gap);
  let time = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    for (const s of order) {
      time++;
      const { offset, features, labels } = sentences[s]!;
      const length = labels.length;
      decayedScores(sentences[s]!, rows, keep, time, scores);
      const potentials = transitionPotentials(transitions);
      const l = lattice(scores, length, potentials);
      loss += l.logZ;
      for (let i = 0; i < length; i++) {
        const row = i * LABELS;
        const gold = labels[i]!;
        loss -= scores[row + gold]!;
        for (let y = 0; y < LABELS; y++) {
          const r = l.alpha[row + y]! * l.beta[row + y]! - (y === gold ? 1 : 0);
          residual[y] = r;
          if (r < NEGLIGIBLE && r > -NEGLIGIBLE) continue;
          const square = r * r;
          const step = rate * r;
          for (let k = offset[i]!; k < offset[i + 1]!; k++) {
            const at = features[k]! * ROW + y;
            const sum = rows[at + SQUARES]! + square;
            rows[at + SQUARES] = sum;
            rows[at]! -= step / Math.sqrt(sum);
          }
        }
        if (i === 0) continue;
        const previous = labels[i - 1]!;
        loss -= transitions[previous * LABELS + gold]!;
        for (let x = 0; x < LABELS; x++) {
          const a = l.alpha[row - LABELS + x]! / l.scale[i]!;
          for (let y = 0; y < LABELS; y++) {
            const at = x * LABELS + y;
            if (!ALLOWED[at]) continue;
            const r =
              a * potentials[at]! * l.potential[row + y]! * l.beta[row + y]! - (x === previous && y === gold ? 1 : 0);
            transitionSquares[at]! += r * r;
            transitions[at]! -= (rate * r) / Math.sqrt(transitionSquares[at]!);
          }
        }
      }
    }
    if (epoch >= epochs - averaged) {
      for (let f = 0; f < featureCount; f++) {
        const factor = keep[Math.min(time - rows[f * ROW + SEEN]!, keep.length - 1)]! / averaged;
        for (let y = 0; y < LABELS; y++) meanWeights[f * LABELS + y]! += rows[f * ROW + y]! * factor;
      }
      transitions.forEach((weight, i) => (meanTransitions[i]! += weight / averaged));
    }
    onEpoch?.(epoch, loss);
  }
  return { emissions: meanWeights, transitions: meanTransitions };
}

/** Emission scores of a sentence; the weights of its features are made to decay up to now. */
function decayedScores(
  { offset, features, labels }: TrainingSentence,
  rows: Float32Array,
  keep: Float64Array,
  time: number,
  scores: Float64Array,
): void {
  for (let i = 0; i < labels.length; i++) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    for (let k = offset[i]!; k < offset[i + 1]!; k++) {
      const at = features[k]! * ROW;
      const gap = time - rows[at + SEEN]!;
      if (gap > 0) {
        const factor = keep[gap < keep.length ? gap : keep.length - 1]!;
        for (let y = 0; y < LABELS; y++) rows[at + y]! *= factor;
        rows[at + SEEN] = time;
      }
      a += rows[at]!;
      b += rows[at + 1]!;
      c += rows[at + 2]!;
      d += rows[at + 3]!;
      e += rows[at + 4]!;
    }
    const row = i * LABELS;
    scores[row] = a;
    scores[row + 1] = b;
    scores[row + 2] = c;
    scores[row + 3] = d;
    scores[row + 4] = e;
  }
}

/** First squared gradient of every weight: keeps early steps small. */
const SMOOTH = 1;
/** Residuals below this move nothing. */
const NEGLIGIBLE = 0.002;

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
    let next: number;
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
