/**
 * Words and sentences of a text without mark-up (see `clean`), with exact offsets.
 *
 * Punctuation is no token of its own: it is kept as the class of the gap before each word, which is what the tagger
 * needs of it. Hyphenated compounds are one token ("multi-agent"), a possessive is two ("Bayes", "'s").
 */

/** What a token is; only `Word` may start or end a term. */
export const enum TokenKind {
  Word,
  Number,
  /** LaTeX maths, mark-up commands, URLs, addresses. */
  NonProse,
  Possessive,
}

/** What stands between a token and the one before it. */
export const enum Gap {
  Start,
  Space,
  None,
  Comma,
  Open,
  Close,
  Colon,
  Quote,
  Slash,
  Dash,
  Other,
}

export interface Sentence {
  /** UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Token range, end exclusive. */
  readonly from: number;
  readonly to: number;
}

export interface Tokens {
  readonly text: string;
  readonly words: readonly string[];
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
  readonly gap: Uint8Array;
  readonly sentences: readonly Sentence[];
}

/** Sentences longer than this are cut: no step downstream sees an unbounded sequence. */
const MAX_SENTENCE_TOKENS = 200;
/** Longer unbroken runs (base64, minified code) are no words. */
const MAX_WORD_LENGTH = 60;

const URL = String.raw`(?:https?:\/\/|www\.)[^\s<>"]+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}`;
const MATH = String.raw`\$\$?[^$]{1,200}\$\$?(?:-\p{L}+)*`;
const MARKUP = String.raw`\\[A-Za-z]+|<\/?[A-Za-z][^<>]{0,80}>|&[A-Za-z]{2,8};`;
const DOTTED = String.raw`\p{L}\.(?:\p{L}\.)+`;
const PART = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}]*`;
const WORD = String.raw`${PART}(?:(?:[-‐‑–_@&'’]|\.(?=\p{N}))${PART})*(?:\+\+?(?![\p{L}\p{N}])|#(?![\p{L}\p{N}]))?`;
const TOKEN = new RegExp(`(${URL})|(${MATH})|(${MARKUP})|(${DOTTED})|(${WORD})`, "gu");

const LOOKS_LIKE_MATH = /[\\^_={}<>|]|^\$[^\s$]{1,12}\$/u;
const NUMBER = /^[\d.,:–-]+(?:st|nd|rd|th|x|k|K|M|B|%)?$/u;
const POSSESSIVE = /^(.+)(['’]s)$/u;

/** Abbreviations whose full stop ends no sentence. */
const NO_STOP = new Set(
  "e.g. i.e. al eg ie etc cf vs fig figs eq eqs sec ref refs dr mr mrs prof st approx ca resp w.r.t. i.i.d. no vol pp ed eds".split(
    " ",
  ),
);
const STARTERS = new Set(
  "We The This These Those It In Our To For However As A An Here They At On By With While When If From Such Its Using Finally Moreover Furthermore Then Thus There".split(
    " ",
  ),
);

/** Splits one field. Pure; never throws; linear in the length of the text. */
export function tokenize(text: string): Tokens {
  const words: string[] = [];
  const start: number[] = [];
  const end: number[] = [];
  const kind: number[] = [];
  const push = (from: number, to: number, of: TokenKind) => {
    words.push(text.slice(from, to));
    start.push(from);
    end.push(to);
    kind.push(of);
  };
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [found, url, math, markup, dotted] = match;
    const from = match.index;
    const to = from + found.length;
    if (url !== undefined || markup !== undefined) push(from, to, TokenKind.NonProse);
    else if (math !== undefined) {
      if (!LOOKS_LIKE_MATH.test(math)) {
        // A price or a stray dollar sign: read on behind it.
        TOKEN.lastIndex = from + 1;
        continue;
      }
      push(from, to, math.endsWith("$") ? TokenKind.NonProse : TokenKind.Word);
    } else if (found.length > MAX_WORD_LENGTH) push(from, to, TokenKind.NonProse);
    else if (dotted !== undefined) push(from, to, TokenKind.Word);
    else if (NUMBER.test(found)) push(from, to, TokenKind.Number);
    else {
      const possessive = POSSESSIVE.exec(found);
      if (possessive?.[1] !== undefined) {
        push(from, from + possessive[1].length, TokenKind.Word);
        push(from + possessive[1].length, to, TokenKind.Possessive);
      } else push(from, to, TokenKind.Word);
    }
  }
  const gap = new Uint8Array(words.length);
  const sentences = splitSentences(text, words, start, end, gap);
  return {
    text,
    words,
    start: Int32Array.from(start),
    end: Int32Array.from(end),
    kind: Uint8Array.from(kind),
    gap,
    sentences,
  };
}

function splitSentences(
  text: string,
  words: readonly string[],
  start: readonly number[],
  end: readonly number[],
  gap: Uint8Array,
): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let i = 0; i < words.length; i++) {
    const between = i === 0 ? "" : text.slice(end[i - 1], start[i]);
    gap[i] = i === 0 ? Gap.Start : gapClass(between);
    if (i > from && (i - from >= MAX_SENTENCE_TOKENS || endsSentence(words[i - 1] ?? "", between, words[i] ?? ""))) {
      sentences.push(sentence(text, start, end, from, i));
      from = i;
      gap[i] = Gap.Start;
    }
  }
  if (from < words.length) sentences.push(sentence(text, start, end, from, words.length));
  return sentences;
}

/** The sentence with its opening bracket or quote and its closing punctuation. */
function sentence(text: string, start: readonly number[], end: readonly number[], from: number, to: number): Sentence {
  let first = start[from] ?? 0;
  const previousEnd = from === 0 ? 0 : (end[from - 1] ?? 0);
  while (first > previousEnd && !/[\s.!?。｡]/u.test(text.charAt(first - 1))) first--;
  let last = end[to - 1] ?? first;
  const nextStart = to < start.length ? (start[to] ?? text.length) : text.length;
  while (last < nextStart && !/\s/u.test(text.charAt(last))) last++;
  return { start: first, end: last, from, to };
}

function endsSentence(before: string, between: string, after: string): boolean {
  // The full stop of Chinese and Japanese has no blank behind it.
  if (/\n\s*\n|[。｡]/u.test(between)) return true;
  const stop = /[.!?](?=["'”’)\]}]*(?:\s|$))/u.exec(between);
  if (!stop) {
    // "i.i.d. We": the stop is part of the token.
    return before.endsWith(".") && before.length > 3 && !NO_STOP.has(before.toLowerCase()) && STARTERS.has(after);
  }
  if (stop[0] !== ".") return true;
  if (NO_STOP.has(before.toLowerCase())) return before === "etc" || before === "al" ? STARTERS.has(after) : false;
  if (/^\p{Lu}$/u.test(before)) return STARTERS.has(after);
  // "approx. three": a small letter goes on, unless it is a name like "iPhone".
  return !/^\p{Ll}+$/u.test(after) || between.includes("\n");
}

function gapClass(between: string): Gap {
  if (between === " ") return Gap.Space;
  if (between === "") return Gap.None;
  if (/[([]/u.test(between)) return Gap.Open;
  if (/[)\]]/u.test(between)) return Gap.Close;
  if (/[,，]/u.test(between)) return Gap.Comma;
  if (/[:;.!?]/u.test(between)) return Gap.Colon;
  if (/["“”'‘’`{}]/u.test(between)) return Gap.Quote;
  if (/[—–-]/u.test(between)) return Gap.Dash;
  if (between.includes("/")) return Gap.Slash;
  return /^\s+$/u.test(between) ? Gap.Space : Gap.Other;
}
