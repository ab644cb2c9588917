/**
 * How well the letters of a short form fall on the words of a long one.
 */
import { GREEK_NAMES } from "../../lib/greek.ts";
import { FUNCTION_WORDS } from "./function-words.ts";

export const LOCANT = /^(?:\d+(?:alpha|beta)?|alpha|beta|gamma|delta|[dln])$/u;
export const INITIAL = 3;
const RUN_ON = 1.5;
const INSIDE = 0.4;
const SKIPPED_WORD = -2.5;
const SKIPPED_FUNCTION_WORD = -0.1;
const LOST_DIGIT = -1;

const DIGIT_WORDS: Readonly<Record<string, string>> = {
  two: "2",
  second: "2",
  di: "2",
  bi: "2",
  three: "3",
  third: "3",
  tri: "3",
  four: "4",
  to: "2",
  for: "4",
  five: "5",
  fifth: "5",
  one: "1",
  first: "1",
};

/**
 * Best score of placing all `letters` in order on the words, the first on the first word's initial; -Infinity when they
 * do not fit. Dynamic programme over (letter, word, character).
 * @param letters small; Greek ones as signs @param words small; Greek letters by name
 */
export function alignment(letters: string, words: readonly string[]): number {
  const memo = new Map<number, number>();
  const place = (letter: number, word: number, from: number, previous: number): number => {
    // All letters placed: the rest of the words is skipped.
    if (letter === letters.length) return skipped(word + (from > 0 ? 1 : 0), words.length);
    if (word >= words.length) return -Infinity;
    const state = ((letter * 40 + word) * 64 + from) * 2 + (previous === from - 1 && from > 0 ? 1 : 0);
    const known = memo.get(state);
    if (known !== undefined) return known;
    let best = -Infinity;
    const text = words[word]!;
    const wanted = letters.charAt(letter);
    const name = from === 0 ? GREEK_NAMES.get(wanted) : undefined;
    if (name !== undefined && text.startsWith(name))
      best = Math.max(best, INITIAL + place(letter + 1, word, name.length, name.length - 1));
    for (let at = from; at < Math.min(text.length, 60); at++) {
      const fits = text.charAt(at) === wanted || (at === 0 && DIGIT_WORDS[text] === wanted);
      if (!fits) continue;
      if (letter === 0 && at > 0) break;
      const value = at === 0 ? INITIAL : at === previous + 1 && from > 0 ? RUN_ON : INSIDE;
      best = Math.max(best, value + place(letter + 1, word, at + 1, at));
    }
    // A digit may stand for nothing in the long form: "triiodothyronine (T3)".
    if (letter > 0 && wanted >= "0" && wanted <= "9")
      best = Math.max(best, LOST_DIGIT + place(letter + 1, word, from, previous));
    // The next letter is in a later word.
    if (letter > 0) best = Math.max(best, (from === 0 ? skipped(word, word + 1) : 0) + place(letter, word + 1, 0, -2));
    memo.set(state, best);
    return best;
  };
  const skipped = (from: number, to: number): number => {
    let sum = 0;
    for (let w = from; w < to; w++)
      sum += FUNCTION_WORDS.has(words[w]!) || LOCANT.test(words[w]!) ? SKIPPED_FUNCTION_WORD : SKIPPED_WORD;
    return sum;
  };
  return place(0, 0, 0, -2);
}
