/**
 * Runs the trained tagger over one field: candidate spans with their probabilities.
 */
import { type Background } from "./background.ts";
import { contextFeatures, factsAt, type FieldView } from "./context-features.ts";
import { lattice, spanMarginal, transitionPotentials } from "./crf.ts";
import { HashList, mix32 } from "./feature-hash.ts";
import { LABELS } from "./labels.ts";
import { addWeights, type SparseModel } from "./sparse-model.ts";
import { type ExtractResources } from "./resources.ts";
import { TokenKind, type Sentence } from "./tokens.ts";
import { formFeatures, placeFeatures } from "./type-features.ts";
import { type WordFacts } from "./words.ts";

/** Words this far away still give features; beyond one place only the far ones. */
export const WINDOW = 3;

/** A possible term: token range in its field, probability, and class scores of its type (log scale). */
export interface SpanCandidate {
  readonly from: number;
  readonly to: number;
  readonly probability: number;
  readonly types: Float32Array;
  /** The part of `types` that the string itself decides, wherever it stands. */
  readonly ownTypes: Float32Array;
}

export const TYPE_CLASSES = 5;
const MAX_SPAN = 8;

/** Feature hash of a word's own feature seen from `offset` places away. */
export function placed(feature: number, offset: number): number {
  return mix32(feature, offset + 8);
}

export class Tagger {
  readonly #borders: SparseModel;
  readonly #types: SparseModel;
  readonly #background: Background;
  readonly #potentials: Float64Array;
  readonly #features = new HashList();
  /** Per word: the summed weights of its features, for each place in the window. */
  readonly #wordScores = new Map<WordFacts, Float32Array>();

  constructor({ model, background }: ExtractResources) {
    this.#borders = model.borders;
    this.#types = model.types;
    this.#background = background;
    this.#potentials = transitionPotentials(model.transitions);
  }

  /** Candidates of one sentence whose probability is at least `least`. */
  candidates(view: FieldView, sentence: Sentence, least: number): SpanCandidate[] {
    const length = sentence.to - sentence.from;
    const l = lattice(this.#emissions(view, sentence), length, this.#potentials);
    const found: SpanCandidate[] = [];
    for (let i = 0; i < length; i++) {
      const begin = l.alpha[i * LABELS + 1]! * l.beta[i * LABELS + 1]!;
      const single = l.alpha[i * LABELS + 4]! * l.beta[i * LABELS + 4]!;
      if (begin + single < least) continue;
      for (let j = i + 1; j <= Math.min(length, i + MAX_SPAN); j++) {
        const last = sentence.from + j - 1;
        if (j - i === 1 && view.tokens.kind[last] !== TokenKind.Word) continue;
        const probability = spanMarginal(l, this.#potentials, i, j);
        if (probability < least) continue;
        const from = sentence.from + i;
        const { all, own } = this.#typeScores(view, sentence, from, last + 1);
        found.push({ from, to: last + 1, probability, types: all, ownTypes: own });
      }
    }
    return found;
  }

  #emissions(view: FieldView, sentence: Sentence): Float64Array {
    const scores = new Float64Array((sentence.to - sentence.from) * LABELS);
    const features = this.#features;
    for (let i = sentence.from; i < sentence.to; i++) {
      const row = (i - sentence.from) * LABELS;
      for (let offset = -WINDOW; offset <= WINDOW; offset++) {
        const cached = this.#scoresOf(factsAt(view, sentence, i + offset));
        const at = (offset + WINDOW) * LABELS;
        for (let y = 0; y < LABELS; y++) scores[row + y]! += cached[at + y]!;
      }
      features.length = 0;
      contextFeatures(view, sentence, i, this.#background, features);
      for (let k = 0; k < features.length; k++) addWeights(this.#borders, features.at(k), scores, row);
    }
    return scores;
  }

  #scoresOf(facts: WordFacts): Float32Array {
    let scores = this.#wordScores.get(facts);
    if (!scores) {
      scores = new Float32Array((2 * WINDOW + 1) * LABELS);
      for (let offset = -WINDOW; offset <= WINDOW; offset++) {
        const count = Math.abs(offset) <= 1 ? facts.features.length : facts.far;
        for (let k = 0; k < count; k++) {
          addWeights(this.#borders, placed(facts.features[k]!, offset), scores, (offset + WINDOW) * LABELS);
        }
      }
      this.#wordScores.set(facts, scores);
    }
    return scores;
  }

  /** Scores from all features, and from those of the string itself (the rest is its place's). */
  #typeScores(view: FieldView, sentence: Sentence, from: number, to: number): { all: Float32Array; own: Float32Array } {
    const features = this.#features;
    features.length = 0;
    formFeatures(view, from, to, features);
    const ownFeatures = features.length;
    placeFeatures(view, sentence, from, to, features);
    const scores = new Float32Array(TYPE_CLASSES);
    let own = scores;
    for (let k = 0; k < features.length; k++) {
      if (k === ownFeatures) own = scores.slice();
      addWeights(this.#types, features.at(k), scores, 0);
    }
    return { all: scores, own };
  }
}
