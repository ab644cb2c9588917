/**
 * The sentence of a paper that has most of the words that were searched for.
 */
import { foldWords } from "../../src/lib/fold-name.ts";
import { parseSearch, type SearchExpression } from "../../src/query/search-expression.ts";

/** Letters shown of a sentence, around the first of the words. */
const WIDTH = 150;
const LEAD = 40;

/** Undefined where no sentence has any of the words. @param words of the search, folded. */
export function tellingSentence(text: string, words: readonly string[]): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const [sentence] of text.matchAll(/[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]*/g)) {
    const folded = ` ${foldWords(sentence)} `;
    const found = words.filter((word) => folded.includes(` ${word}`)).length;
    if (found > most) [best, most] = [sentence.trim(), found];
  }
  return best && excerpt(best, words);
}

/** The words that a search asks for; none where it cannot be read. */
export function wordsOfSearch(text: string): string[] {
  const parsed = parseSearch(text);
  if (!parsed.ok) return [];
  return askedFor(parsed.expression)
    .flatMap((asked) => foldWords(asked).split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 2);
}

function askedFor(expression: SearchExpression): string[] {
  if (expression.kind === "clause") return [expression.text];
  return expression.kind === "not" ? [] : expression.parts.flatMap(askedFor);
}

function excerpt(sentence: string, words: readonly string[]): string {
  if (sentence.length <= WIDTH) return sentence;
  const lower = sentence.toLowerCase();
  const places = words.map((word) => lower.indexOf(word)).filter((at) => at >= 0);
  const first = Math.max(0, Math.min(...places, sentence.length) - LEAD);
  const from = first === 0 || first + WIDTH > sentence.length ? Math.min(first, sentence.length - WIDTH) : first;
  const start = from <= 0 ? 0 : sentence.indexOf(" ", from) + 1;
  const cut = sentence.slice(start, start + WIDTH);
  const end = start + WIDTH >= sentence.length ? cut : cut.slice(0, Math.max(cut.lastIndexOf(" "), 1));
  return `${start > 0 ? "… " : ""}${end}${end.length < cut.length || start + WIDTH < sentence.length ? " …" : ""}`;
}
