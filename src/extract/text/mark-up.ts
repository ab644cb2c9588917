/**
 * What in a text is no prose, though it was made readable (see `clean`): formulas that are no words, unknown commands
 * and tags, addresses. Terms are never read from there.
 */
import { MATHS } from "./clean/formulas.ts";

/** Commands whose argument is a key, a file or an address. */
const KEYED = String.raw`\\[A-Za-z]{0,20}(?:cite|ref|url|label|begin|end|includegraphics)[A-Za-z]{0,20}\*?(?:\[[^\]]{0,100}\]){0,2}\{[^{}]{0,400}\}`;
/** Attributes need a value, so that "a<b and c>d" is no tag. */
const TAG = String.raw`<\/?[A-Za-z][\w:-]{0,30}(?:\s{1,4}[\w:-]{1,40}=(?:"[^"<>]{0,300}"|'[^'<>]{0,300}'|[^\s<>"']{1,300})){0,10}\s{0,4}\/?>`;
const ADDRESS = String.raw`(?:https?:\/\/|www\.)[^\s<>"{}]+|\b[\w-]{1,40}(?:\.[\w-]{1,40}){0,3}\.(?:com|org|io|net|edu|gov|ai|dev)\/[^\s<>"{}]*`;

const NO_PROSE = new RegExp(`${MATHS}|${KEYED}|${TAG}|${ADDRESS}`, "gu");

/** Trade marks and arrows are pictographic to Unicode, but stand in names. */
const NO_TERM = /[\\${}<>^]|\uFE0F|&[A-Za-z]{2,8};|(?![©®™↔-↙])\p{Extended_Pictographic}/u;
/** Beside these a span cuts a word or a command. */
const WORD = /[\p{L}\p{M}\p{N}]/u;
const WORD_OR_COMMAND = /[\p{L}\p{M}\p{N}\\}]/u;

/** Asks of spans of `text` (UTF-16 offsets, end exclusive) whether they are prose and cut no word. */
export function proseTest(text: string): (start: number, end: number) => boolean {
  const spans = Array.from(text.matchAll(NO_PROSE), ({ index, 0: found }) => [index, index + found.length] as const);
  // Most texts are plain: what the whole lacks, none of its spans needs to be asked for.
  const mayHoldNoTerm = NO_TERM.test(text);
  return (start, end) =>
    !(mayHoldNoTerm && NO_TERM.test(text.slice(start, end))) &&
    !WORD_OR_COMMAND.test(text.charAt(start - 1)) &&
    !WORD.test(text.charAt(end)) &&
    !spans.some(([from, to]) => start < to && from < end);
}
