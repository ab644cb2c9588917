/**
 * What the text of a clause fits: words, names in any spelling, dates.
 */
import type { PaperNode } from "../contract/graph-document.ts";
import { foldName, foldWords } from "../lib/fold-name.ts";
import { type SearchClause } from "./search-expression.ts";

/** Not within a word, and not before signs that end a name: `C` is not in `C++`, but `LSTM` in `LSTM+CRF`. */
const [WORD_BEGINS, WORD_ENDS] = ["(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}]|[#+]+(?![\\p{L}\\p{N}]))"];

/** Whole words of the folded text; `*` at the end opens the last word; `=` asks for the whole text. */
export function textMatcher({ text, exact }: SearchClause): (candidate: string) => boolean {
  const open = text.endsWith("*");
  const words = foldWords(open ? text.slice(0, -1) : text);
  if (words === "") return (candidate) => candidate !== "";
  if (exact) return (candidate) => (open ? foldWords(candidate).startsWith(words) : foldWords(candidate) === words);
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = new RegExp(`${WORD_BEGINS}${escaped}${open ? "" : `(?:s|es)?${WORD_ENDS}`}`, "u");
  return (candidate) => pattern.test(foldWords(candidate));
}

/** As `textMatcher`; a whole name is also found as everywhere else (`UNet` is `U-Net`). */
export function nameMatcher(clause: SearchClause): (candidate: string) => boolean {
  const matches = textMatcher(clause);
  const key = clause.text.endsWith("*") ? "" : foldName(clause.text);
  return (candidate) => matches(candidate) || (key !== "" && foldName(candidate) === key);
}

/** `2024`, `2024-05`, `2023..2024`, `2023..`, `..2024-06`: both ends inclusive. */
export function dateTest(text: string): (paper: PaperNode) => boolean {
  const [from = "", to = from] = text.includes("..") ? text.split("..") : [text];
  return ({ date }) =>
    date !== undefined &&
    (from === "" || date.slice(0, from.length) >= from) &&
    (to === "" || date.slice(0, to.length) <= to);
}
