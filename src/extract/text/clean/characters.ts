/**
 * Characters that stand for others or for nothing, and lines wrapped at a width, as edits.
 */
import type { Edit } from "./edits.ts";

/** How common a word is in other texts: 0 where unknown. Lower case; compounds with their hyphens. */
export type WordFrequency = (word: string) => number;

/** Soft hyphen, zero-width and control characters. */
export const UNSEEN = String.raw`\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb\u0000-\u0008\u000e-\u001f\u007f`;
/** Ligatures, wide and half-wide forms, letters of formulas. */
const COMPATIBLE = String.raw`[\ufb00-\ufb06\uff01-\uff5e\u{1d400}-\u{1d7ff}]+`;
/** Blanks other than the plain one. */
export const BLANK = String.raw`\t\n\v\f\r\u0085\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000`;
/** Runs of blanks that are not one plain blank, with what is unseen among them. */
const BLANKS = String.raw`[\s\u0085${UNSEEN}]*[${BLANK}${UNSEEN}][\s\u0085${UNSEEN}]*|\s{2,}|^ | $`;
/** To JavaScript a byte-order mark is a blank, too. */
const SEEN_BLANK = /[^\S\ufeff]|\u0085/;
/** A word cut at a line's end; readers may have made a blank of the break. */
const CUT_WORD = String.raw`([-‐‑\u00ad])(?<=([\p{L}\p{N}]{1,40}).)(\s+)(?=([\p{L}\p{N}]{1,40}))`;

const CHARACTERS = new RegExp(`${CUT_WORD}|(${COMPATIBLE})|${BLANKS}`, "gu");

/** A piece of a word is so much rarer than the word; other texts have cut words, too. */
const RARER = 10;
/** "pre- and post-processing" */
const JOINS_WORDS = /^(?:and|or|to|und|oder|as|but|than|versus|vs|nor|through|via)$/u;

export function characterEdits(text: string, frequency: WordFrequency): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(CHARACTERS)) {
    const [found, hyphen, left, gap, right, compatible] = match;
    const start = match.index;
    const end = start + found.length;
    if (compatible !== undefined) edits.push({ start, end, text: compatible.normalize("NFKC") });
    else if (left !== undefined) {
      const by = cutWord(text, start, left, hyphen!, gap!, right!, frequency);
      if (by !== undefined) edits.push({ start, end, text: by });
      else if (gap !== " ") edits.push({ start: start + 1, end, text: " " });
    } else {
      const isEnd = start === 0 || end === text.length;
      const by = isEnd || !SEEN_BLANK.test(found) ? "" : /\n\s*\n/.test(found) ? "\n\n" : " ";
      if (by !== found) edits.push({ start, end, text: by });
    }
  }
  return edits;
}

/** What becomes of the hyphen and the break between the two parts of a word; undefined: it is no cut word. */
function cutWord(
  text: string,
  at: number,
  left: string,
  hyphen: string,
  gap: string,
  right: string,
  frequency: WordFrequency,
): string | undefined {
  if (hyphen === "\u00ad") return "";
  const [first, second] = [left.toLowerCase(), right.toLowerCase()];
  if (JOINS_WORDS.test(second)) return undefined;
  const isBroken = /[\n\r\u2028]/.test(gap);
  const joined = frequency(first + second);
  const isCut = joined > RARER * Math.min(frequency(first), frequency(second));
  // "two-dimensional (2D) real- time": a blank may be meant, unless neither half is a word of its own.
  if (!isBroken) return isCut && /^\p{Ll}+$/u.test(right) ? "" : undefined;
  // A capital, a number, or a hyphen before it: the hyphen is the word's own ("Navier-Stokes", "state-of-the-art"), unless
  // the piece behind the hyphen is cut ("self-atten-tion").
  const isCompound =
    !/^\p{Ll}/u.test(right) ||
    /\p{N}$/u.test(left) ||
    left.length === 1 ||
    (!isCut && /[-‐‑]$/u.test(text.slice(0, at - left.length)));
  if (isCompound) return hyphen;
  const compound = frequency(`${first}-${second}`);
  if (joined !== compound) return joined > compound ? "" : hyphen;
  return frequency(first) > 0 && frequency(second) > 0 && first.length > 2 ? hyphen : "";
}
