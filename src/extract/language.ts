/**
 * Is a text English? Asked of abstracts only: long enough, or given the benefit of the doubt.
 */
import { FUNCTION_WORDS } from "./function-words.ts";

/** English prose has 35–50 % function words; other languages in Latin script below 8 % of English ones. */
const LEAST_SHARE = 0.12;
const LEAST_WORDS = 25;

export function isEnglish(words: readonly string[], text: string): boolean {
  // Scripts other than Latin: no need to count words.
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters > 20 && latin < letters / 2) return false;
  if (words.length < LEAST_WORDS) return true;
  let common = 0;
  for (const word of words) if (FUNCTION_WORDS.has(word.toLowerCase())) common++;
  return common / words.length >= LEAST_SHARE;
}
