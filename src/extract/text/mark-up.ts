/**
 * What in a text is no prose: maths, commands and their keys, HTML tags, addresses. Terms are never read from there.
 */
import { decodeAccents } from "../../lib/text.ts";

/** An escaped or a priced dollar ("$5 to $6") opens no maths: Pandoc's rule. */
const MATHS = String.raw`(?<!\\)\$\$[^$]{1,400}\$\$|(?<!\\)\$(?=\S)[^$]{1,400}(?<=\S)\$(?!\d)|\\\([^$]{1,400}?\\\)|\\\[[^$]{1,400}?\\\]`;
/** Commands whose argument is a key, a file or an address. */
const KEYED = String.raw`\\[A-Za-z]{0,20}(?:cite|ref|url|label|begin|end|includegraphics)[A-Za-z]{0,20}\*?(?:\[[^\]]{0,100}\]){0,2}\{[^{}]{0,400}\}`;
/** Attributes need a value, so that "a<b and c>d" is no tag. */
const TAG = String.raw`<\/?[A-Za-z][\w:-]{0,30}(?:\s{1,4}[\w:-]{1,40}=(?:"[^"<>]{0,300}"|'[^'<>]{0,300}'|[^\s<>"']{1,300})){0,10}\s{0,4}\/?>`;
const ADDRESS = String.raw`(?:https?:\/\/|www\.)[^\s<>"{}]+|\b[\w-]{1,40}(?:\.[\w-]{1,40}){0,3}\.(?:com|org|io|net|edu|gov|ai|dev)\/[^\s<>"{}]*`;
const COMMAND = String.raw`\\[A-Za-z]{1,40}\*?|\\["'\x60^~=.]|&[A-Za-z]{2,8};`;

const NO_PROSE = new RegExp(`${MATHS}|${KEYED}|${TAG}|${ADDRESS}`, "gu");
const MARK_UP = new RegExp(`${MATHS}|${KEYED}|${TAG}|${ADDRESS}|${COMMAND}`, "gu");

/** Trade marks and arrows are pictographic to Unicode, but stand in names. */
const NO_TERM = /[\\${}<>^]|\uFE0F|&[A-Za-z]{2,8};|(?![©®™↔-↙])\p{Extended_Pictographic}/u;
/** Ends of what stands before a start that cuts a word: "K\"a|hler", "Erd\H{o}|s", "\|em". */
const CUT_BEFORE = /[\p{L}\p{M}\p{N}\\}]$|\\(?:["'`^~=.]|[Hcvudbkrt](?:\s|(?=\{)))\{?$/u;
/** Starts of what stands behind an end that cuts a word: "Erd|\H{o}s", "K|{\"a}hler". */
const CUT_BEHIND = /^(?:[\p{L}\p{M}\p{N}]|\{?\\(?:["'`^~=.]|[A-Za-z]{1,2}\s?\{|[oOlLij]\b|ss\b|a[ea]\b))/u;
/** Characters on each side that the two patterns may need. */
const REACH = 6;

/** Beside a blank or such punctuation no word is cut, unless a command says so. */
const BORDER = /[ \n,.;:()]/;

/** Asks of spans of `text` (UTF-16 offsets, end exclusive) whether they are prose and cut no word. */
export function proseTest(text: string): (start: number, end: number) => boolean {
  const spans = Array.from(text.matchAll(NO_PROSE), ({ index, 0: found }) => [index, index + found.length] as const);
  // Most texts are plain: what the whole lacks, none of its spans needs to be asked for.
  const mayHoldNoTerm = NO_TERM.test(text);
  const hasCommands = text.includes("\\");
  const isBorder = (at: number) => !hasCommands && (at < 0 || at >= text.length || BORDER.test(text.charAt(at)));
  return (start, end) =>
    !(mayHoldNoTerm && NO_TERM.test(decodeAccents(text.slice(start, end)))) &&
    (isBorder(start - 1) || !CUT_BEFORE.test(text.slice(Math.max(0, start - REACH), start))) &&
    (isBorder(end) || !CUT_BEHIND.test(text.slice(end, end + REACH))) &&
    !spans.some(([from, to]) => start < to && from < end);
}

/** The text with everything that is no prose replaced by blanks. */
export function stripMarkUp(text: string): string {
  return /[\\$<&:/]/.test(text) ? text.replace(MARK_UP, " ") : text;
}
