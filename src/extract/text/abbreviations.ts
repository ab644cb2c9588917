/**
 * Short forms and the long forms they stand for, within one field.
 *
 * Follows Schwartz and Hearst 2003 ("A simple algorithm for identifying abbreviation definitions in biomedical text"),
 * both orders – "long form (SF)" and "SF (long form)" – with a stricter match that prefers word initials.
 */
import { withoutEnd } from "../../lib/text.ts";
import { BracketPlaces } from "./bracket-places.ts";
import { type Bracket, matchBrackets } from "./brackets.ts";
import { DEFINING_WORDS } from "./defining-words.ts";
import { FUNCTION_WORDS } from "./function-words.ts";
import { longForm } from "./long-form.ts";
import { isShortForm, looksLikeAcronym, shortLetters } from "./short-forms.ts";
import { findSpeltOut } from "./spelt-out.ts";
import { TokenKind, type Tokens } from "./tokens.ts";

/** UTF-16 offsets, end exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface AbbreviationPair {
  /** Token ranges, end exclusive. */
  readonly short: readonly [from: number, to: number];
  readonly long: readonly [from: number, to: number];
  /** Both with the brackets that are part of them: "FEV(1)", "poly(methyl methacrylate)". */
  readonly shortText: TextRange;
  readonly longText: TextRange;
}

/** Characters of a bracket beyond which it is no definition. */
const MAX_BRACKET = 400;

/** All pairs of one field, in the order of its text. */
export function findAbbreviations(tokens: Tokens): AbbreviationPair[] {
  const pairs = bracketPairs(tokens);
  const defined = new Set(pairs.map(({ shortText }) => shortLetters(textOf(tokens, shortText)).toLowerCase()));
  const shorts = new Set(pairs.map(({ short }) => short[0]));
  const speltOut = findSpeltOut(tokens, (letters, token) => defined.has(letters) || shorts.has(token));
  if (speltOut.length === 0) return pairs;
  const others = speltOut.map(({ short, long }) => pairOf(tokens, segmentOf(tokens, short), long));
  return [...pairs, ...others].sort((a, b) => a.long[0] - b.long[0] || a.short[0] - b.short[0]);
}

function bracketPairs(tokens: Tokens): AbbreviationPair[] {
  const brackets = matchBrackets(tokens.text);
  if (brackets.length === 0) return [];
  const pairs: AbbreviationPair[] = [];
  const places = new BracketPlaces(tokens, brackets);
  let done = -1;
  let i = 0;
  let s = 0;
  for (const bracket of brackets) {
    const { open, close } = bracket;
    if (open < done || close - open > MAX_BRACKET) continue;
    while (i < tokens.words.length && tokens.start[i]! <= open) i++;
    while (s < tokens.sentences.length && tokens.sentences[s]!.to < i) s++;
    const sentence = tokens.sentences[s];
    // A bracket within a formula or an address, or between sentences.
    if (i === 0 || tokens.end[i - 1]! > open || !sentence || i - 1 < sentence.from) continue;
    // "[Ca2+]i" is one word; "(LLM)s" a plural.
    if (/^(?!s\P{L})[\p{L}\d]/u.test(tokens.text.slice(close + 1, close + 3))) continue;
    let to = i;
    while (to < tokens.words.length && tokens.end[to]! <= close) to++;
    if (to === i) continue;
    const pair = definition(tokens, places, { sentence: sentence.from, from: i, to, bracket });
    if (!pair) continue;
    pairs.push(pair);
    places.define(bracket, i);
    done = close;
  }
  return pairs;
}

/** A bracket by its tokens. */
interface BracketTokens {
  /** First token of the sentence; tokens of the bracket, end exclusive. */
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  readonly bracket: Bracket;
}

function definition(tokens: Tokens, places: BracketPlaces, at: BracketTokens): AbbreviationPair | undefined {
  const { sentence, from, to, bracket } = at;
  const isBehind = places.isBehind(from - 1, bracket.open);
  const outside = places.passage(sentence, bracket.open);
  const inside = places.passage(from, bracket.close);
  const parts = segments(tokens, from, to, bracket);
  if (isBehind) {
    for (const short of parts.flatMap((part) => shortForms(tokens, part))) {
      const long = longForm(tokens, outside, from, textOf(tokens, short));
      if (long) return pairOf(tokens, short, [long.token, from], long.prefix);
    }
  }
  // "(… the finite element method, FEM)".
  const last = parts.at(-1)!;
  if (parts.length > 1 && last.to - last.from === 1) {
    const text = textOf(tokens, last);
    const long = looksLikeAcronym(text) && isShortForm(text) ? longForm(tokens, inside, last.from, text) : undefined;
    if (long) return pairOf(tokens, last, [long.token, last.from], long.prefix);
  }
  if (!isBehind) return undefined;
  // "SF (long form)", "SF (the long form)".
  const before = tokens.words[from - 1]!;
  if (!isShortForm(before) || to - from < 2) return undefined;
  for (const end of new Set([to, parts[0]!.to])) {
    const long = longForm(tokens, inside, end, before);
    const lead = tokens.words.slice(from, long?.token);
    // "rh (recombinant human)": words in small letters stand before brackets everywhere.
    if (!/\p{Lu}/u.test(before) && !isInitials(tokens, from, end, before)) continue;
    if (long?.prefix === 0 && lead.every((word) => FUNCTION_WORDS.has(word.toLowerCase())))
      return pairOf(tokens, segmentOf(tokens, from - 1), [long.token, end]);
  }
  return undefined;
}

const segmentOf = ({ start, end }: Tokens, i: number): Segment => ({
  from: i,
  to: i + 1,
  start: start[i]!,
  end: end[i]!,
});

function pairOf(
  { text, start, end }: Tokens,
  short: Segment,
  [from, to]: readonly [from: number, to: number],
  prefix = 0,
): AbbreviationPair {
  const long = text.slice(start[from], end[to - 1]);
  const isOpen = long.lastIndexOf("(") > long.lastIndexOf(")") && text.charAt(end[to - 1]!) === ")";
  return {
    short: [short.from, short.to],
    long: [from, to],
    shortText: { start: short.start, end: short.end },
    longText: { start: start[from]! + prefix, end: end[to - 1]! + (isOpen ? 1 : 0) },
  };
}

/** Tokens, and the characters of their text with its brackets; ends exclusive. */
interface Segment extends TextRange {
  readonly from: number;
  readonly to: number;
}

/** The bracket's parts between commas, colons and semicolons that are in no bracket of their own. */
function segments({ text, start, end }: Tokens, from: number, to: number, { open, close }: Bracket): Segment[] {
  const found: Segment[] = [];
  let first = from;
  let depth = 0;
  let before = text.slice(open + 1, start[from]);
  let leading = before;
  for (let i = from; i < to; i++) {
    for (const character of before) depth += BRACKET_STEPS[character] ?? 0;
    before = text.slice(end[i], i + 1 < to ? start[i + 1] : close);
    const behind = /^[)\]]*/u.exec(before)![0].length;
    // "HRPO-", "NRC+"
    const sign = /^[+-](?![^\s,;)\]])/u.test(before) ? 1 : 0;
    if (i + 1 < to && (depth > behind || !/[,，:;]\s/u.test(before))) continue;
    const lead = leading.length - withoutEnd(leading, "([").length;
    found.push({ from: first, to: i + 1, start: start[first]! - lead, end: end[i]! + Math.max(behind, sign) });
    first = i + 1;
    leading = before;
  }
  return found;
}

const BRACKET_STEPS: Readonly<Record<string, number>> = { "(": 1, "[": 1, ")": -1, "]": -1 };

/** Words beside those that define. */
const ASIDE = new Set("also as by for here simply shortly to".split(" "));

/** Figures are given with them: "(SD 2.1)", "(EC 3.1.1.7)". */
const BEFORE_FIGURES = new Set("SD SE SEM CI IQR OR HR RR MD EC CAS".split(" "));

/** What of a part of a bracket may be a short form: one, or none. */
function shortForms(tokens: Tokens, segment: Segment): Segment[] {
  const { text, words, kind, start, end } = tokens;
  let { from, to } = segment;
  // "(or FEM)", "(denoted as FEM)", "(FEM for short)"
  const isLead = (word: string) => DEFINING_WORDS.has(word.toLowerCase()) || ASIDE.has(word.toLowerCase());
  while (from < to - 1 && isLead(words[from]!)) from++;
  while (to - 1 > from && isLead(words[to - 1]!)) to--;
  const whole = {
    from,
    to,
    start: from === segment.from ? segment.start : start[from]!,
    end: to === segment.to ? segment.end : end[to - 1]!,
  };
  // "(LPS 10 mg/kg)"
  const first = words[from]!;
  if (to - from > 1 && /^\d/u.test(words[from + 1]!) && text.slice(end[from], start[from + 1]) === " ") {
    const isDose = kind[from] === TokenKind.Word && isName(first) && isShortForm(first) && !BEFORE_FIGURES.has(first);
    return isDose ? [segmentOf(tokens, from)] : [];
  }
  return kind[from] !== TokenKind.Number && isShortForm(text.slice(whole.start, whole.end)) ? [whole] : [];
}

/** Does each of the tokens give one letter, its initial? */
const isInitials = ({ words }: Tokens, from: number, to: number, letters: string): boolean =>
  to - from === letters.length && [...letters].every((letter, i) => words[from + i]!.startsWith(letter));

/** Two capitals, or one and a digit. */
const isName = (word: string): boolean => /\p{Lu}.*[\p{Lu}\d]/u.test(word);

const textOf = ({ text }: Tokens, { start, end }: TextRange): string => text.slice(start, end);

/** All short forms, defined or not, and all defined long forms of one text. */
export function findAcronyms(tokens: Tokens): { shorts: TextRange[]; longs: TextRange[] } {
  const range = (from: number, to: number) => ({ start: tokens.start[from]!, end: tokens.end[to - 1]! });
  const pairs = findAbbreviations(tokens);
  const defined = new Set(pairs.map(({ short }) => tokens.words[short[0]]));
  const shorts = tokens.words.flatMap((word, i) =>
    defined.has(word) || looksLikeAcronym(word) ? [range(i, i + 1)] : [],
  );
  return { shorts, longs: pairs.map(({ longText }) => longText) };
}
