/**
 * How well the letters of a short form fall on the words of a long one.
 */
import { GREEK_NAMES } from "../../lib/greek.ts";
import { FUNCTION_WORDS } from "./function-words.ts";

export const LOCANT = /^(?:\d+(?:alpha|beta)?|alpha|beta|gamma|delta|[dln])$/u;
export const INITIAL = 3;
/** "undERstanding": who writes capitals inside a word shows what the short form takes. */
const INNER_CAPITAL = 2.5;
const RUN_ON = 1.5;
const INSIDE = 0.4;
const SKIPPED_WORD = -2.5;
const SKIPPED_FUNCTION_WORD = -0.1;
const LOST_LETTER = -1;

const DIGIT_WORDS: Readonly<Record<string, string>> = {
  two: "2",
  second: "2",
  di: "2",
  bi: "2",
  ii: "2",
  three: "3",
  third: "3",
  tri: "3",
  iii: "3",
  four: "4",
  iv: "4",
  to: "2",
  for: "4",
  five: "5",
  fifth: "5",
  vi: "6",
  vii: "7",
  viii: "8",
  ix: "9",
  one: "1",
  first: "1",
};

/** What a word may begin with, and where the letter that it is abbreviated by stands: "oestradiol" (E2), "explainable" (XAI). */
const BEGINNINGS: readonly (readonly [beginning: string, letter: string, at: number])[] = [
  ["oe", "e", 1],
  ["ae", "e", 1],
  ["ex", "x", 1],
  ["cross", "x", 4],
  ["trans", "x", 4],
];

/** A word, or a part of a compound, of a long form. */
export interface LongPart {
  /** Lower case, without accents, Greek letters by name. */
  readonly lower: string;
  /** The same with its capitals. */
  readonly written: string;
}

/** Letters beyond are not looked at: words are at most 60 letters long. */
const MAX_PART = 60;

/** Per letter and place of the word at hand: best score of all letters behind that one. Filled anew for every word. */
let behind = new Float64Array(16 * MAX_PART);

/**
 * Best scores of placing all letters of a short form in order on the words of a text that grows to the left.
 *
 * Dynamic programme over (letter, place), word by word from the right: what is to the right of a word is the same for all
 * texts that begin further left. Time and memory: letters × letters of the words.
 */
export class Alignment {
  readonly #letters: string;
  /** The same in lower case, one by one. */
  readonly #wanted: readonly string[];
  /** Best score of the letters from l on, placed on the words so far; the last is the cost of words left over. */
  #after: Float64Array;
  #next: Float64Array;

  /** @param letters with their capitals; Greek ones as signs */
  constructor(letters: string) {
    this.#letters = letters;
    this.#wanted = Array.from({ length: letters.length }, (_, l) => letters.charAt(l).toLowerCase());
    this.#after = new Float64Array(letters.length + 1).fill(-Infinity);
    this.#after[letters.length] = 0;
    this.#next = new Float64Array(letters.length + 1);
    if (behind.length < letters.length * MAX_PART) behind = new Float64Array(letters.length * MAX_PART);
  }

  /** Puts a word before those so far. @returns the score when the first letter is its initial, else -Infinity */
  prepend({ lower, written }: LongPart): number {
    const letters = this.#letters;
    const length = Math.min(lower.length, MAX_PART);
    const after = this.#after;
    const isFunctionWord = FUNCTION_WORDS.has(lower);
    const isCased = written.length === lower.length && written !== written.toUpperCase();
    const next = this.#next;
    const cased = isCased ? written : lower;
    const skip = isFunctionWord || LOCANT.test(lower) ? SKIPPED_FUNCTION_WORD : SKIPPED_WORD;
    let score = -Infinity;
    for (let l = letters.length - 1; l >= 0; l--) {
      const wanted = this.#wanted[l]!;
      this.#fillBehind(l, lower, length, cased);
      const row = l * MAX_PART;
      let best = -Infinity;
      const name = GREEK_NAMES.get(wanted);
      if (name !== undefined && lower.startsWith(name)) best = INITIAL + behind[row + name.length - 1]!;
      if (lower.charAt(0) === wanted || DIGIT_WORDS[lower] === wanted) {
        const value = isFunctionWord && isCapital(letters.charAt(l)) && !isCapital(written) ? INSIDE : INITIAL;
        best = Math.max(best, value + behind[row]!);
      } else {
        for (const [beginning, letter, at] of BEGINNINGS)
          if (letter === wanted && lower.startsWith(beginning) && length > at)
            best = Math.max(best, INITIAL + behind[row + at]!);
      }
      if (l === 0) score = best;
      else {
        for (let at = 1; at < length; at++)
          if (lower.charAt(at) === wanted) best = Math.max(best, insideValue(lower, cased, at) + behind[row + at]!);
      }
      next[l] = Math.max(best, skip + after[l]!);
    }
    next[letters.length] = skip + after[letters.length]!;
    this.#next = after;
    this.#after = next;
    return score;
  }

  /** For every place of letter `l` in the word: the best score of the letters behind it, here and in later words. */
  #fillBehind(l: number, lower: string, length: number, cased: string): void {
    const row = l * MAX_PART;
    const nextRow = row + MAX_PART;
    const isLast = l === this.#wanted.length - 1;
    const wanted = isLast ? "" : this.#wanted[l + 1]!;
    // A digit may stand for nothing in the long form, "triiodothyronine (T3)", and so may an x at the end, "receiver (RX)".
    const mayBeLost = (wanted >= "0" && wanted <= "9") || (wanted === "x" && l + 2 === this.#wanted.length);
    let inside = -Infinity;
    for (let at = length - 1; at >= 0; at--) {
      let best = Math.max(this.#after[l + 1]!, inside);
      if (!isLast && at + 1 < length && lower.charAt(at + 1) === wanted)
        best = Math.max(best, Math.max(RUN_ON, insideValue(lower, cased, at + 1)) + behind[nextRow + at + 1]!);
      if (!isLast && mayBeLost) best = Math.max(best, LOST_LETTER + behind[nextRow + at]!);
      behind[row + at] = best;
      if (!isLast && lower.charAt(at) === wanted)
        inside = Math.max(inside, insideValue(lower, cased, at) + behind[nextRow + at]!);
    }
  }
}

const insideValue = (lower: string, cased: string, at: number): number =>
  lower.charCodeAt(at) === cased.charCodeAt(at) ? INSIDE : INNER_CAPITAL;

const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text);
