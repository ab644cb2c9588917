/**
 * How short forms are compared.
 */
import { signGreek, spellGreek } from "../../lib/greek.ts";
import type { Definition } from "../choose/corpus-mentions.ts";

/** Short forms are told apart by case: "AL" is not "al". A plural s is dropped, Greek letters are signs. */
export function shortKey(text: string): string {
  const key = signGreek(text);
  return /\p{Lu}s$/u.test(key) || (/^\p{Lu}/u.test(key) && key.endsWith("s") && /\p{Lu}/u.test(key.slice(1, -1)))
    ? key.slice(0, -1)
    : key;
}

/** "k-NN", "kNN" and "KNN". */
export const looseKey = (short: string): string =>
  spellGreek(short)
    .toLowerCase()
    .replace(/[\s.‐-―-]+/gu, "");

/** A beginning with a digit that its long form lacks names a kind of it: "INT8" is not what "integer" is cut to. */
export function isCutWithDigit({ short, long }: Definition): boolean {
  const letters = short.replace(/\d+/gu, "").toLowerCase();
  return (
    /\d/u.test(short) &&
    !/\d/u.test(long) &&
    letters.length > 1 &&
    long.toLowerCase().split(" ").at(-1)!.startsWith(letters)
  );
}
