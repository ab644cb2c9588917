/**
 * Runs the trained tagger over one field: candidate spans with their probabilities.
 */
import { lattice, spanMarginals, transitionPotentials } from "./crf.ts";
import { HashList } from "../model/feature-hash.ts";
import { type Background } from "../model/background.ts";
import { type FieldView } from "./field-view.ts";
import { LabelTotals } from "./label-totals.ts";
import { Label, LABELS } from "./labels.ts";
import { type TagResources } from "../resources.ts";
import { TokenKind, type Sentence } from "../text/tokens.ts";
import { typeModelOf } from "./text-kinds.ts";
import { formFeatures, placeFeatures } from "./type-features.ts";
import { VectorScores } from "./type-vectors.ts";
import { WeightTable } from "./weight-table.ts";
import { type Span, wholeSpans } from "./whole-spans.ts";

/** A possible term, with class scores of its type (log scale). */
export interface SpanCandidate extends Span {
  readonly types: number[];
  /** The part of `types` that the string itself decides, wherever it stands. */
  readonly typesByForm: number[];
}

const TYPE_CLASSES = 5;
const MAX_SPAN = 8;

export class Tagger {
  readonly background: Background;
  readonly #borders: WeightTable;
  readonly #types: readonly { readonly weights: WeightTable; readonly vectors: VectorScores }[];
  readonly #potentials: Float64Array;
  readonly #features = new HashList();
  readonly #labels: LabelTotals;
  #scores = new Float64Array(256 * LABELS);
  readonly #typeSums = new Float32Array(TYPE_CLASSES);
  readonly #marginals = new Float64Array(MAX_SPAN);

  constructor({ model, background }: TagResources) {
    this.background = background;
    this.#borders = new WeightTable(model.borders);
    this.#types = model.types.map(({ features, vectors }) => ({
      weights: new WeightTable(features),
      vectors: new VectorScores(vectors, background, TYPE_CLASSES),
    }));
    this.#potentials = transitionPotentials(model.transitions);
    this.#labels = new LabelTotals(this.#borders, background);
  }

  /** Word ids are about to be given anew: what is kept per word goes. */
  forgetWords(): void {
    this.#labels.forgetWords();
    for (const { vectors } of this.#types) vectors.clear();
  }

  /** Candidates of one sentence whose probability is at least `least`. */
  candidates(view: FieldView, sentence: Sentence, least: number): SpanCandidate[] {
    const length = sentence.to - sentence.from;
    const l = lattice(this.#emissions(view, sentence), length, this.#potentials);
    const marginals = this.#marginals;
    const spans: Span[] = [];
    for (let i = 0; i < length; i++) {
      const begin = l.alpha[i * LABELS + Label.B]! * l.beta[i * LABELS + Label.B]!;
      const single = l.alpha[i * LABELS + Label.S]! * l.beta[i * LABELS + Label.S]!;
      if (begin + single < least) continue;
      const from = sentence.from + i;
      const longest = spanMarginals(l, this.#potentials, i, marginals);
      for (let k = 0; k < longest; k++) {
        const probability = marginals[k]!;
        if (probability < least || (k === 0 && view.tokens.kind[from] !== TokenKind.Word)) continue;
        spans.push({ from, to: from + k + 1, probability });
      }
    }
    const found: SpanCandidate[] = [];
    for (const { from, to, probability } of wholeSpans(spans, view, sentence)) {
      const { all, own } = this.#typeScores(view, sentence, from, to);
      found.push({ from, to, probability, types: all, typesByForm: own });
    }
    return found;
  }

  /** Per token one score per label. */
  #emissions(view: FieldView, sentence: Sentence): Float64Array {
    const count = (sentence.to - sentence.from) * LABELS;
    if (count > this.#scores.length) this.#scores = new Float64Array(2 * count);
    this.#labels.sum(view, sentence);
    const { totals } = this.#labels;
    const { scale } = this.#borders;
    for (let k = 0; k < count; k++) this.#scores[k] = totals[k]! * scale;
    return this.#scores;
  }

  /** Scores from all features, and from those of the string itself (the rest is its place's). */
  #typeScores(view: FieldView, sentence: Sentence, from: number, to: number): { all: number[]; own: number[] } {
    const features = this.#features;
    const { weights, vectors } = this.#types[typeModelOf(view.paper.kind)]!;
    features.length = 0;
    formFeatures(view, from, to, features);
    const scores = this.#typeSums.fill(0);
    for (let k = 0; k < features.length; k++) weights.addScores(features.at(k), scores, 0);
    vectors.addForm(view, from, to, scores);
    const own = Array.from(scores);
    features.length = 0;
    placeFeatures(view, sentence, from, to, features);
    for (let k = 0; k < features.length; k++) weights.addScores(features.at(k), scores, 0);
    vectors.addPlace(view, sentence, from, to, scores);
    return { all: Array.from(scores), own };
  }
}
