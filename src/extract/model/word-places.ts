/**
 * Where texts stand in the space of the background's word vectors: the mean of their words, rare ones counting more.
 */
import { type Background, vectorOf } from "./background.ts";
import { unit } from "./notions.ts";
import { hash32 } from "../../lib/hash.ts";

/** log2 of the papers above which a word tells nothing ("learning" has 14.2 of 100,000). */
const MAX_LOG_PAPERS = 14.3;
const LOG_STEPS = 15;

/** Places of words, each looked up once. */
export class WordPlaces {
  readonly #background: Background;
  readonly #known = new Map<string, Float32Array | null>();

  constructor(background: Background) {
    this.#background = background;
  }

  /**
   * @param words in lower case; each counts once
   * @param centre is taken away, so that what all texts share does not count; none if left out
   * @returns length 1, or zeros
   */
  placeOf(words: Iterable<string>, centre?: Float32Array): Float32Array {
    const sum = new Float32Array(this.#background.dimensions);
    for (const word of new Set(words)) {
      const vector = this.#vectorOf(word);
      if (vector) for (let d = 0; d < sum.length; d++) sum[d]! += vector[d]!;
    }
    unit(sum);
    if (!centre || centre.length === 0) return sum;
    for (let d = 0; d < sum.length; d++) sum[d]! -= centre[d]!;
    return unit(sum);
  }

  /** Weighted by idf. */
  #vectorOf(word: string): Float32Array | null {
    let vector = this.#known.get(word);
    if (vector !== undefined) return vector;
    const { words, logPapers, papers } = this.#background;
    const at = words.get(hash32(word));
    const log = at < 0 ? Infinity : logPapers[at]! / LOG_STEPS;
    if (log >= MAX_LOG_PAPERS) vector = null;
    else {
      const idf = Math.log(papers) - log * Math.LN2;
      vector = vectorOf(this.#background, at).map((value) => value * idf);
    }
    this.#known.set(word, vector);
    return vector;
  }
}

/** The words of a text as they are looked up. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

export function cosine(a: Float32Array, b: Float32Array): number {
  let dot = 0;
  for (let d = 0; d < a.length; d++) dot += a[d]! * b[d]!;
  return dot;
}
