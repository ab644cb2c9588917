/**
 * What may be a short form, by its looks.
 */
import { signGreek } from "../../lib/greek.ts";
import { INITIAL } from "./alignment.ts";
import { FUNCTION_WORDS } from "./function-words.ts";

const NEVER_SHORT = new Set("i v x e.g i.e fig eq table figure left right top bottom".split(" "));
/** "(ii)" counts; "variational inference (VI)" is a definition, if every letter is an initial. */
const ROMAN = /^[ivx]{2,}$/i;
const MAX_WORD = 14;
const MAX_WORDS = 24;

/** Could the bracketed text be a short form? One word, or up to three of which one is an acronym ("noisy PLL"). */
export function isShortForm(text: string): boolean {
  if (text.length > MAX_WORDS || /[=<>]/u.test(text) || (ROMAN.test(text) && text !== text.toUpperCase())) return false;
  if (NEVER_SHORT.has(text.toLowerCase()) || FUNCTION_WORDS.has(text) || !/\p{L}/u.test(text)) return false;
  const words = text.split(/\s+/u);
  if (words.length > 1)
    return words.length <= 3 && /(?:^|[\s-])[\p{L}\d]*\p{Lu}\p{Lu}/u.test(text) && !words.some(isFunctionWord);
  if (text.length === 1) return /\p{Lu}/u.test(text);
  if (text.length > MAX_WORD) return false;
  return /\p{Lu}/u.test(text) || /^\p{Ll}[\p{Ll}\d-]{1,4}$/u.test(text);
}

const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word);

/** Mostly capitals: "QA", "LSTMs", "ResNet" not. */
export function looksLikeAcronym(word: string): boolean {
  if (word.length < 2 || word.length > 10 || !mayHaveCapitals(word)) return false;
  const letters = word.replace(/s$/u, "").match(/\p{L}/gu) ?? [];
  const capitals = letters.filter((letter) => /\p{Lu}/u.test(letter)).length;
  return capitals >= 2 && capitals / letters.length >= 0.6;
}

/** Two letters that are no small ones of ASCII: told without a regular expression, since every word is asked. */
function mayHaveCapitals(word: string): boolean {
  let others = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if ((code >= 65 && code <= 90) || code > 127) others++;
  }
  return others >= 2;
}

/** What must be found in the long form: letters and digits with their capitals, without a plural s. */
export function shortLetters(short: string): string {
  const plain = signGreek(short)
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "");
  return /\p{Lu}s$/u.test(plain) ? plain.slice(0, -1) : plain;
}

/** A digit that counts a letter: "S4" is "SSSS", "3PO" is "PPPO", "W3C" is "WWWC". */
export function multipliedLetters(letters: string): string[] {
  const found = /^(\p{L}?)([2-5])(\p{L}?)(\p{L}*)$/u.exec(letters);
  if (!found) return [];
  const [, before = "", digit = "", after = "", rest = ""] = found;
  const times = Number(digit);
  return [
    ...(before === "" ? [] : [before.repeat(times) + after + rest]),
    ...(before === "" && after !== "" ? [after.repeat(times) + rest] : []),
  ];
}

/** Mean score per letter below which no alignment counts: plain words in brackets must be spelt by initials. */
export function minAlignment(short: string): number {
  if (ROMAN.test(short)) return INITIAL - 0.01;
  if ((short.match(/[\p{Lu}\d]/gu)?.length ?? 0) >= 2 || /^\p{Lu}\p{Ll}{1,3}$/u.test(short)) return 0.9;
  // "mmWave"
  return /\p{Ll}-?\p{Lu}/u.test(short) ? 1.5 : 1.9;
}
