/**
 * The words to show for a relation: those between its two ends, where they are few, else the verbs among them.
 */
import { ANAPHOR, WORD } from "./anaphors.ts";
import type { SentenceElements } from "./sentence-elements.ts";

/** UTF-16 units. */
const LONGEST = 48;

/** @param i and `j` elements, `i` before `j` */
export function cueOf({ text, term, word, start, end }: SentenceElements, i: number, j: number): string {
  const stands = term[i] === ANAPHOR ? start[i]! : end[i]!;
  const between = text
    .slice(stands, term[j] === ANAPHOR ? end[j]! : start[j]!)
    .replace(/\s+/gu, " ")
    .trim();
  if (between.length <= LONGEST) return between;
  const verbs: string[] = [];
  for (let k = i + 1; k < j && verbs.length < 3; k++)
    if (term[k] === WORD && word[k]!.verb !== undefined) verbs.push(word[k]!.text);
  return verbs.join(" … ").slice(0, LONGEST);
}
