/**
 * LaTeX in running text → Unicode, as edits: accents, signs, ties, dashes, quotation marks, commands around words.
 */
import { LATEX_SYMBOLS } from "../../../lib/latex-symbols.ts";
import { decodeAccents, LATEX_ACCENT } from "../../../lib/text.ts";
import type { Edit } from "./edits.ts";
import { formulaWord, MATHS } from "./formulas.ts";

/** Commands whose argument is a key or a file: no text, with the blank or tie before it. */
const KEYED = String.raw`(?:[ ~]?\b(?:cf|e\.g|see e\.g)\.,?)?[ ~]?\\[A-Za-z]{0,20}(?:cite|ref|label|begin|end|includegraphics)[A-Za-z]{0,20}\*?(?:\[[^\]]{0,100}\]){0,2}\{[^{}]{0,400}\}`;
/** Commands whose argument is text as it stands. */
const AROUND = String.raw`\\(?:emph|text(?:bf|it|sc|tt|rm|sf|sl|up|md|normal|superscript|subscript)?|math(?:rm|bf|it|sf|tt)|underline|uline|mbox|hbox|ce|textcolor\{[^{}]{0,30}\}|href\{[^{}]{0,300}\}|url|enquote|footnotesize|uppercase)\s?\{`;
const SWITCHED = String.raw`\{\\(?:em|bf|it|rm|sc|tt|sl|sf|bfseries|itshape|scshape|small|large)(?![A-Za-z])\s*`;
const SYMBOL = String.raw`\{?\\([A-Za-z]+)(?:\{\}|\}|\s*)`;
const ESCAPED = String.raw`\\(?:[&%#_]|[,;:! /-]|\\(?:\[[^\]]{0,9}\])?)`;
/** A tie stands between letters, numbers and brackets; "~100" is about a hundred. */
const TIE = String.raw`~(?<=[\p{L}\p{N}.,)}\]]~)(?=[\p{L}\p{N}(\\$])`;
const DASH = String.raw`---?(?<=[\p{L}\p{N})}\]$]\s?---?)(?=[\p{L}\p{N}({\\$]|\s)`;
const QUOTES = "``|''";
/** Braces that keep a capital in bibliographies: "{BERT}", "{B}ayesian". */
const KEPT_CASE = String.raw`(?<![\\$_^}])\{(?=\p{Lu}[\p{L}\p{N} -]{0,60}\})`;

const LATEX = new RegExp(
  [MATHS, LATEX_ACCENT, AROUND, KEYED, SWITCHED, SYMBOL, ESCAPED, TIE, DASH, QUOTES, KEPT_CASE]
    .map((source) => `(${source})`)
    .join("|"),
  "gu",
);

/** Any text that lacks these has no LaTeX. */
const SIGN = /[\\$~{]|--|``|''/;

export function latexEdits(text: string): Edit[] {
  if (!SIGN.test(text)) return [];
  const edits: Edit[] = [];
  const put = (start: number, end: number, by: string) => void edits.push({ start, end, text: by });
  for (const match of text.matchAll(LATEX)) {
    const [found, maths, accent, around, keyed, switched, symbol, name, escaped, tie, dash, quotes] = match;
    const start = match.index;
    const end = start + found.length;
    if (maths !== undefined) {
      const word = formulaWord(maths, text.charAt(start - 1), text.slice(end, end + 24));
      if (word !== undefined) put(start, end, word);
    } else if (keyed !== undefined) put(start, end, "");
    else if (accent !== undefined) put(start, end, decodeAccents(accent));
    else if (symbol !== undefined) {
      const character = LATEX_SYMBOLS.get(name ?? "");
      if (character !== undefined) put(start, end, character + blankBehind(symbol, character));
    } else if (escaped !== undefined) put(start, end, escapedText(escaped));
    else if (tie !== undefined) put(start, end, " ");
    else if (dash !== undefined) put(start, end, dash === "---" ? "—" : "–");
    else if (quotes !== undefined) put(start, end, quotes === "``" ? "“" : "”");
    else {
      // What stands around words goes with the brace that closes it.
      const close = closingBrace(text, around === undefined && switched === undefined ? start + 1 : end);
      if (close < 0) continue;
      const inside = text.slice(end, close);
      if (PLAIN.test(inside)) put(start, close + 1, inside);
      else {
        put(start, end, "");
        put(close, close + 1, "");
      }
    }
  }
  return edits;
}

/** A blank behind a letter's command only ends its name; behind signs and Greek letters, which are words, it is meant. */
function blankBehind(symbol: string, character: string): string {
  return /\s$/.test(symbol) && !/^\p{Script=Latin}$/u.test(character) && character !== " " ? " " : "";
}

function escapedText(escaped: string): string {
  const sign = escaped.charAt(1);
  if (/[&%#_]/.test(sign)) return sign;
  return /[!/-]/.test(sign) ? "" : " ";
}

/** One word without commands: it and its mark-up are one edit. */
const PLAIN = /^[\p{L}\p{M}\p{N}+-]+$/u;
const LONGEST = 600;

/** Offset of the brace that closes the group that `from` stands in, or -1. */
function closingBrace(text: string, from: number): number {
  const to = Math.min(text.length, from + LONGEST);
  for (let at = from, depth = 1; at < to; at++) {
    const char = text.charAt(at);
    if (char === "\\") at++;
    else if (char === "{") depth++;
    else if (char === "}" && --depth === 0) return at;
  }
  return -1;
}
