/**
 * Short forms and the long forms they stand for, within one field.
 *
 * Follows Schwartz and Hearst 2003 ("A simple algorithm for identifying abbreviation definitions in biomedical text"),
 * both orders – "long form (SF)" and "SF (long form)" – with a stricter match that prefers word initials.
 */
import { type Bracket, matchBrackets } from "./brackets.ts";
import { FUNCTION_WORDS } from "./function-words.ts";
import { longForm, type Passage } from "./long-form.ts";
import { isShortForm, looksLikeAcronym } from "./short-forms.ts";
import { TokenKind, type Tokens } from "./tokens.ts";

/** Token ranges, end exclusive. */
export interface AbbreviationPair {
  readonly short: readonly [from: number, to: number];
  readonly long: readonly [from: number, to: number];
}

/** Characters of a bracket beyond which it is no definition. */
const MAX_BRACKET = 400;

export function findAbbreviations(tokens: Tokens): AbbreviationPair[] {
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
  const isBehind = /^[\s"'“”’*]*$/u.test(tokens.text.slice(tokens.end[from - 1], bracket.open));
  const outside = places.passage(sentence, bracket.open);
  const inside = places.passage(from, bracket.close);
  const parts = segments(tokens, from, to, bracket);
  if (isBehind) {
    for (const short of parts.flatMap((part) => shortForms(tokens, part))) {
      const long = longForm(tokens, outside, from, textOf(tokens, short));
      if (long >= 0) return { short: [short.from, short.to], long: [long, from] };
    }
  }
  // "(… the finite element method, FEM)".
  const last = parts.at(-1)!;
  if (parts.length > 1 && last.to - last.from === 1) {
    const text = textOf(tokens, last);
    const long = looksLikeAcronym(text) && isShortForm(text) ? longForm(tokens, inside, last.from, text) : -1;
    if (long >= 0) return { short: [last.from, last.to], long: [long, last.from] };
  }
  if (!isBehind) return undefined;
  // "SF (long form)", "SF (the long form)".
  const before = tokens.words[from - 1]!;
  if (!isShortForm(before) || !/\p{Lu}/u.test(before) || to - from < 2) return undefined;
  for (const end of new Set([to, parts[0]!.to])) {
    const long = longForm(tokens, inside, end, before);
    const lead = tokens.words.slice(from, long);
    if (long >= from && lead.every((word) => FUNCTION_WORDS.has(word.toLowerCase())))
      return { short: [from - 1, from], long: [long, end] };
  }
  return undefined;
}

/** Tokens, end exclusive, and where their text ends. */
interface Segment {
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** The bracket's parts between commas, colons and semicolons that are in no bracket of their own. */
function segments(tokens: Tokens, from: number, to: number, { close }: Bracket): Segment[] {
  const found: Segment[] = [];
  let first = from;
  let depth = 0;
  for (let i = from; i < to; i++) {
    const next = i + 1 < to ? tokens.start[i + 1]! : close;
    const gap = tokens.text.slice(tokens.end[i], next);
    for (const character of gap) depth += character === "(" || character === "[" ? 1 : character === ")" || character === "]" ? -1 : 0;
    if (i + 1 < to && (depth > 0 || !/[,，:;]\s/u.test(gap))) continue;
    const closing = /^[)\]]+/u.exec(gap)?.[0].length ?? 0;
    found.push({ from: first, to: i + 1, end: tokens.end[i]! + closing });
    first = i + 1;
  }
  return found;
}

/** Words that lead to a short form or follow it: "(or FEM)", "(hereafter FEM)", "(FEM for short)". */
const LEADS = new Set(
  "or abbreviated abbr also aka a.k.a. as called denoted dubbed hereafter hereinafter henceforth i.e. known named termed referred to simply shortly short for".split(
    " ",
  ),
);

/** What of a part of a bracket may be a short form, likeliest first. */
function shortForms(tokens: Tokens, segment: Segment): Segment[] {
  let { from, to, end } = segment;
  while (from < to - 1 && LEADS.has(tokens.words[from]!.toLowerCase())) from++;
  while (to - 1 > from && LEADS.has(tokens.words[to - 1]!.toLowerCase())) end = tokens.end[--to - 1]!;
  const whole = { from, to, end };
  const found = tokens.kind[from] !== TokenKind.Number && isShortForm(textOf(tokens, whole)) ? [whole] : [];
  // "(LPS 10 mg/kg)"
  const first = tokens.words[from]!;
  if (to - from > 1 && tokens.kind[from + 1] === TokenKind.Number && looksLikeAcronym(first) && isShortForm(first))
    if (!/[=<>]/u.test(tokens.text.slice(tokens.end[from], tokens.start[from + 1])))
      found.push({ from, to: from + 1, end: tokens.end[from]! });
  return found;
}

const textOf = ({ text, start }: Tokens, { from, end }: Segment): string => text.slice(start[from], end);

/** What brackets are to long forms: most end them; definitions are passed over, and those of a formula are read through. */
class BracketPlaces {
  readonly #tokens: Tokens;
  /** By the offset of either character. */
  readonly #brackets = new Map<number, Bracket>();
  /** Opening offset of a bracket that defines a short form → its first token. */
  readonly #defined = new Map<number, number>();

  constructor(tokens: Tokens, brackets: readonly Bracket[]) {
    this.#tokens = tokens;
    for (const bracket of brackets) {
      this.#brackets.set(bracket.open, bracket);
      this.#brackets.set(bracket.close, bracket);
    }
  }

  define({ open }: Bracket, firstToken: number): void {
    this.#defined.set(open, firstToken);
  }

  /** @param first token that no long form goes behind @param end offset that long forms end before */
  passage(first: number, end: number): Passage {
    const { text, end: ends, start } = this.#tokens;
    return {
      before: (from) => {
        if (from <= first) return -1;
        for (let at = start[from]! - 1; at >= ends[from - 1]!; at--) {
          const character = text.charAt(at);
          if (/[:;.!?]/u.test(character)) return -1;
          if (!/[()[\]]/u.test(character)) continue;
          const bracket = this.#brackets.get(at);
          if (!bracket || bracket.close >= end) return -1;
          const inside = this.#defined.get(bracket.open);
          if (at === bracket.close && inside !== undefined) return inside - 1 >= first ? inside - 1 : -1;
          if (/[\s([]/u.test(text.charAt(bracket.open - 1) || " ")) return -1;
        }
        return from - 1;
      },
    };
  }
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
