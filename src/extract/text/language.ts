/**
 * Is a text English? Asked of abstracts only: long enough, or given the benefit of the doubt.
 */
import { FUNCTION_WORDS } from "./function-words.ts";
import { stripMarkUp } from "./mark-up.ts";
import { tokenize, TokenKind, type Tokens } from "./tokens.ts";

/** English prose has 35–50 % function words; other languages in Latin script below 8 % of English ones. */
const MIN_SHARE = 0.12;
const MIN_WORDS = 25;

/** Commands, tags and maths are of no language. */
export function isEnglish(...fields: readonly Tokens[]): boolean {
  return seemsEnglish(
    fields.map((field) => {
      const text = stripMarkUp(field.text);
      return text === field.text ? field : tokenize(text);
    }),
  );
}

function seemsEnglish(fields: readonly Tokens[]): boolean {
  const words = fields.flatMap(({ words, kind }) => words.filter((_, i) => kind[i] !== TokenKind.NonProse));
  let common = 0;
  for (const word of words) if (FUNCTION_WORDS.has(word.toLowerCase())) common++;
  if (words.length >= MIN_WORDS) return common / words.length >= MIN_SHARE;
  if (common > 0) return true;
  // Too short to count words: other scripts than Latin show.
  const text = fields.map((field) => field.text).join(" ");
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters <= 20 || latin >= letters / 2;
}
