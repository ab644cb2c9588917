/**
 * Short forms and the long forms they stand for, within one field.
 *
 * Follows Schwartz and Hearst 2003 ("A simple algorithm for identifying abbreviation definitions in biomedical text"),
 * both orders – "long form (SF)" and "SF (long form)" – with a stricter match that prefers word initials.
 */
import { withoutAccents } from "../../lib/text.ts";
import { Gap, TokenKind, type Tokens } from "./tokens.ts";
import { signGreek, spellGreek } from "../../lib/greek.ts";
import { alignment, INITIAL, LOCANT } from "./alignment.ts";
import { compoundLength } from "./compounds.ts";
import { FUNCTION_WORDS } from "./function-words.ts";

/** Token ranges, end exclusive. */
export interface AbbreviationPair {
  readonly short: readonly [from: number, to: number];
  readonly long: readonly [from: number, to: number];
}

const NEVER_SHORT = new Set("i v x e.g i.e fig eq table figure left right top bottom".split(" "));
/** "(ii)" counts; "variational inference (VI)" is a definition, if every letter is an initial. */
const ROMAN = /^[ivx]{2,}$/iu;

export function findAbbreviations(tokens: Tokens): AbbreviationPair[] {
  const pairs: AbbreviationPair[] = [];
  for (const sentence of tokens.sentences) {
    for (let i = sentence.from; i < sentence.to; i++) {
      if (tokens.gap[i] !== Gap.Open) continue;
      let close = i + 1;
      while (close < sentence.to && tokens.gap[close] !== Gap.Close && tokens.gap[close] !== Gap.Open) close++;
      const closed =
        close < sentence.to
          ? tokens.gap[close] === Gap.Close
          : /^[^(]*[)\]]/u.test(tokens.text.slice(tokens.end[close - 1]));
      if (!closed) continue;
      let shortEnd = i + 1;
      while (shortEnd < close && tokens.gap[shortEnd] !== Gap.Comma && tokens.gap[shortEnd] !== Gap.Colon) shortEnd++;
      const inside = tokens.text.slice(tokens.start[i], tokens.end[shortEnd - 1]);
      if (isShortForm(inside, shortEnd - i) && tokens.kind[i] !== TokenKind.Number) {
        const from = longForm(tokens, sentence.from, i, inside);
        if (from >= 0) {
          pairs.push({ short: [i, shortEnd], long: [from, i] });
          continue;
        }
      }
      // "(… the finite element method, FEM)".
      if (close - i >= 3 && tokens.gap[close - 1] === Gap.Comma) {
        const last = tokens.words[close - 1] ?? "";
        const from = looksLikeAcronym(last) && isShortForm(last, 1) ? longForm(tokens, i, close - 1, last) : -1;
        if (from >= 0) {
          pairs.push({ short: [close - 1, close], long: [from, close - 1] });
          continue;
        }
      }
      // "SF (long form)".
      const before = tokens.words[i - 1] ?? "";
      if (i > sentence.from && close - i >= 2 && isShortForm(before, 1) && /\p{Lu}/u.test(before)) {
        const from = longForm(tokens, i, close, before);
        // "SF (the long form)".
        const lead = tokens.words.slice(i, from);
        if (from >= i && lead.every((word) => FUNCTION_WORDS.has(word.toLowerCase())))
          pairs.push({ short: [i - 1, i], long: [from, close] });
      }
    }
  }
  return pairs;
}

/** Could the bracketed text be a short form? One word, or up to three of which one is an acronym ("noisy PLL"). */
function isShortForm(text: string, words: number): boolean {
  if (/[=<>]/u.test(text) || (ROMAN.test(text) && text !== text.toUpperCase())) return false;
  if (NEVER_SHORT.has(text.toLowerCase()) || FUNCTION_WORDS.has(text) || !/\p{L}/u.test(text)) return false;
  if (words > 1) return words <= 3 && text.length <= 24 && /(?:^|[\s-])[\p{L}\d]*\p{Lu}\p{Lu}/u.test(text);
  if (text.length === 1) return /\p{Lu}/u.test(text);
  if (text.length > 14) return false;
  return /\p{Lu}/u.test(text) || /^\p{Ll}[\p{Ll}\d-]{1,4}$/u.test(text);
}

/**
 * First token of the long form of `short` that ends before token `to`, or -1.
 *
 * Schwartz and Hearst take the shortest text that holds the letters. Here every start is scored by where its letters
 * fall (word initials best, see `alignment`), so that "Proximal Policy Optimization (PPO)" keeps its first word.
 */
function longForm(tokens: Tokens, earliest: number, to: number, short: string): number {
  const letters = shortLetters(short);
  if (letters.length === 0) return -1;
  const spellings = [letters, ...multiplied(letters)];
  const first = Math.max(
    earliest,
    to - Math.min(letters.length + 5, Math.max(...spellings.map((spelling) => spelling.length)) * 2) - 1,
  );
  let best = -1;
  let bestScore = minAlignment(short);
  const parts: string[] = [];
  for (let from = to - 1; from >= first; from--) {
    if (from < to - 1 && breaksLongForm(tokens, from + 1)) break;
    // A text that has the short form in it does not spell it out.
    if (from < to - 1 && short.length > 2 && (tokens.words[from] ?? "").startsWith(short)) break;
    const word = spellGreek(withoutAccents(tokens.words[from] ?? "").toLowerCase());
    parts.unshift(...word.split(/[-‐‑–/_.+&]/u).filter((part) => part !== ""));
    // "in vitro fertilization (IVF)"
    const isFunctionWord = FUNCTION_WORDS.has(word) && compoundLength(tokens.words, from) === 1;
    if (isFunctionWord || tokens.kind[from] === TokenKind.Possessive) continue;
    if (to - from === 1 && word === short.toLowerCase()) continue;
    if (parts.join("").length <= letters.length) continue;
    // "17-beta-estradiol (E2)": locants of a chemical name may be passed over.
    let locants = 0;
    while (
      locants < parts.length - 1 &&
      LOCANT.test(parts[locants]!) &&
      parts[locants]!.charAt(0) !== spellGreek(letters).charAt(0)
    )
      locants++;
    const score = Math.max(...spellings.map((spelling) => alignment(spelling, parts.slice(locants)) / spelling.length));
    // A longer text must align better, not merely as well.
    if (score > bestScore + 1e-9) {
      best = from;
      bestScore = score;
    }
  }
  // "1,3-phenylenediacetic acid": locants belong to the word they are glued to.
  while (
    best > earliest &&
    tokens.gap[best] !== Gap.Open &&
    GLUED_LOCANT.test(tokens.words[best - 1] ?? "") &&
    !/\s/u.test(tokens.text.slice(tokens.end[best - 1], tokens.start[best]))
  )
    best--;
  return best;
}

const BREAKS: ReadonlySet<number> = new Set([Gap.Open, Gap.Close, Gap.Colon]);

function breaksLongForm(tokens: Tokens, i: number): boolean {
  if (BREAKS.has(tokens.gap[i]!)) return true;
  return tokens.kind[i] === TokenKind.NonProse && (tokens.words[i] ?? "").length > 20;
}

/** What must be found in the long form: letters and digits, without a plural s. */
function shortLetters(short: string): string {
  const plain = signGreek(short)
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "");
  const single = /\p{Lu}s$/u.test(plain) ? plain.slice(0, -1) : plain;
  return single.toLowerCase();
}

/** A digit that counts a letter: "S4" is "SSSS", "3PO" is "PPPO", "W3C" is "WWWC". */
function multiplied(letters: string): string[] {
  const found = /^(\p{L}?)([2-5])(\p{L}?)(\p{L}*)$/u.exec(letters);
  if (!found) return [];
  const [, before = "", digit = "", after = "", rest = ""] = found;
  const times = Number(digit);
  return [
    ...(before === "" ? [] : [before.repeat(times) + after + rest]),
    ...(before === "" && after !== "" ? [after.repeat(times) + rest] : []),
  ];
}

const GLUED_LOCANT = /^(?:\d+['′]*|[A-Z]|alpha|beta|gamma|delta)$/u;
/** Mean score per letter below which no alignment counts: plain words in brackets must be spelt by initials. */
function minAlignment(short: string): number {
  if (ROMAN.test(short)) return INITIAL - 0.01;
  if ((short.match(/[\p{Lu}\d]/gu)?.length ?? 0) >= 2 || /^\p{Lu}\p{Ll}{1,3}$/u.test(short)) return 0.9;
  // "mmWave"
  return /\p{Ll}-?\p{Lu}/u.test(short) ? 1.5 : 1.9;
}
/** UTF-16 offsets, end exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** All short forms, defined or not, and all defined long forms of one text. */
export function findAcronyms(tokens: Tokens): { shorts: TextRange[]; longs: TextRange[] } {
  const range = (from: number, to: number) => ({ start: tokens.start[from]!, end: tokens.end[to - 1]! });
  const pairs = findAbbreviations(tokens);
  const defined = new Set(pairs.map(({ short }) => tokens.words[short[0]]));
  const shorts = tokens.words.flatMap((word, i) =>
    defined.has(word) || looksLikeAcronym(word) ? [range(i, i + 1)] : [],
  );
  return { shorts, longs: pairs.map(({ long }) => range(long[0], long[1])) };
}

/** Mostly capitals: "QA", "LSTMs", "ResNet" not. */
export function looksLikeAcronym(word: string): boolean {
  if (word.length < 2 || word.length > 10) return false;
  const letters = word.replace(/s$/u, "").match(/\p{L}/gu) ?? [];
  const capitals = letters.filter((letter) => /\p{Lu}/u.test(letter)).length;
  return capitals >= 2 && capitals / letters.length >= 0.6;
}
