/**
 * What kind of text a paper is, as far as its terms' types depend on it: the same word names a method in computing and an
 * object of study in medicine.
 *
 * A logistic model over the mean vector of the words: is this computing? Told apart are `KINDS` steps of its probability.
 */
import { sigmoid } from "../../lib/softmax.ts";
import { type Background, vectorOf } from "../model/background.ts";
import { type WordFacts } from "./words.ts";

export const KINDS = 4;

/** Mean vector of the words that have one; zeros where none has. */
export function meanVector(background: Background, words: Iterable<WordFacts>): Float64Array {
  const mean = new Float64Array(background.dimensions);
  let count = 0;
  for (const { vector } of words) {
    if (vector < 0) continue;
    count++;
    vectorOf(background, vector).forEach((value, d) => (mean[d]! += value));
  }
  return mean.map((sum) => sum / Math.max(1, count));
}

/** @param probability that the text is about computing; @returns 0 … KINDS−1 */
export const kindOf = (probability: number): number => Math.min(KINDS - 1, Math.floor(probability * KINDS));

/** Number of the type model for texts of the kind: 0 other fields, 1 computing. */
export const typeModelOf = (kind: number): number => (kind < KINDS / 2 ? 0 : 1);

/** Shares of words in the score are worked out when first asked for. */
export class TextKinds {
  /** One per dimension, and the bias. */
  readonly #weights: readonly number[];
  readonly #background: Background;
  readonly #scores = new Map<number, number>();

  /** @param weights one per dimension of the word vectors, then the bias; none: all texts are of kind 0 */
  constructor(weights: readonly number[], background: Background) {
    this.#weights = weights;
    this.#background = background;
  }

  /** @param fields words of title and abstract */
  kindOf(...fields: readonly (readonly WordFacts[])[]): number {
    if (this.#weights.length === 0) return 0;
    let sum = 0;
    let count = 0;
    for (const facts of fields)
      for (const { vector } of facts) {
        if (vector < 0) continue;
        sum += this.#scoreOf(vector);
        count++;
      }
    return kindOf(sigmoid(this.#weights.at(-1)! + sum / Math.max(1, count)));
  }

  #scoreOf(word: number): number {
    let score = this.#scores.get(word);
    if (score === undefined) {
      score = vectorOf(this.#background, word).reduce((sum, value, d) => sum + value * this.#weights[d]!, 0);
      this.#scores.set(word, score);
    }
    return score;
  }
}
