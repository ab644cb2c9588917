/**
 * What word vectors say about a span's type: a linear model over the vectors of its words and of those around it.
 *
 * A word that the training papers do not know is judged by words that stand in the same places. The model is linear,
 * so a word's share is worked out once, whatever spans it is met in.
 */
import { type Background, vectorOf } from "../model/background.ts";
import { factsAt, type FieldView } from "./field-view.ts";
import { type Sentence } from "../text/tokens.ts";
import { type WordFacts } from "./words.ts";

const enum Slot {
  Head,
  /** The span's other words. */
  Modifier,
  Before,
  Behind,
}
export const SLOTS = 4;

/** Words around the span that are looked at, on either side, and the share of the nearest. */
const NEAR = 4;
const NEAREST = 0.4;

type TakeWord = (slot: number, facts: WordFacts, share: number) => void;

/** The words of the span itself, each with its slot and share. */
export function formWords(view: FieldView, from: number, to: number, take: TakeWord): void {
  take(Slot.Head, view.facts[to - 1]!, 1);
  for (let i = from; i < to - 1; i++) take(Slot.Modifier, view.facts[i]!, 1 / (to - 1 - from));
}

/** The words around the span, the farther the less. */
export function placeWords(view: FieldView, sentence: Sentence, from: number, to: number, take: TakeWord): void {
  for (let k = 1; k <= NEAR; k++) {
    take(Slot.Before, factsAt(view, sentence, from - k), NEAREST / Math.sqrt(k));
    take(Slot.Behind, factsAt(view, sentence, to - 1 + k), NEAREST / Math.sqrt(k));
  }
}

/** Rows of scores by word id, worked out when first asked for. */
export class VectorScores {
  /** SLOTS × dimensions × classes. */
  readonly #weights: readonly number[];
  readonly #background: Background;
  readonly #classes: number;
  /** Per word SLOTS × classes. */
  #rows: (Float32Array | undefined)[] = [];
  #scores: Float32Array;
  readonly #take = (slot: number, facts: WordFacts, share: number): void => {
    if (facts.vector < 0) return;
    const row = (this.#rows[facts.id] ??= this.#rowOf(facts.vector));
    for (let y = 0; y < this.#classes; y++) this.#scores[y]! += share * row[slot * this.#classes + y]!;
  };

  constructor(weights: readonly number[], background: Background, classes: number) {
    this.#weights = weights;
    this.#background = background;
    this.#classes = classes;
    this.#scores = new Float32Array(classes);
  }

  clear(): void {
    this.#rows = [];
  }

  /** Adds to `scores`, one per class, what the span's own words give. */
  addForm(view: FieldView, from: number, to: number, scores: Float32Array): void {
    this.#scores = scores;
    formWords(view, from, to, this.#take);
  }

  /** Adds to `scores` what the words around the span give. */
  addPlace(view: FieldView, sentence: Sentence, from: number, to: number, scores: Float32Array): void {
    this.#scores = scores;
    placeWords(view, sentence, from, to, this.#take);
  }

  #rowOf(word: number): Float32Array {
    const row = new Float32Array(SLOTS * this.#classes);
    const vector = vectorOf(this.#background, word);
    for (let slot = 0; slot < SLOTS; slot++)
      for (let d = 0; d < vector.length; d++)
        for (let y = 0; y < this.#classes; y++)
          row[slot * this.#classes + y]! += vector[d]! * this.#weights[(slot * vector.length + d) * this.#classes + y]!;
    return row;
  }
}
