/**
 * The names by which a paper speaks of what it proposes, read off its texts alone: before any term is known, a sentence
 * must be told to speak of the paper's own work where its subject is such a name.
 */
import { isSingleName, objectCue } from "../choose/coined-names.ts";
import { NO_NAMES } from "./role-sentence.ts";

/** Words of a title before its colon that may be a name. */
const MAX_TITLE_WORDS = 3;
/** No more names are looked for: few papers have more. */
const MAX_NAMES = 6;
/** UTF-16 units of a sentence that are read. */
const MAX_SENTENCE = 2000;
const TOKEN = /[\p{L}\p{N}][\p{L}\p{N}'’+-]*/gu;

/** @returns no string twice, in the order in which they were found */
export function ownNames(title: string, sentences: readonly string[]): string[] {
  const names = new Set<string>();
  const before = /^\s*([^:]{2,40}?)\s*:\s/u.exec(title)?.[1];
  if (before !== undefined && before.split(/\s+/u).length <= MAX_TITLE_WORDS && /\p{Lu}/u.test(before))
    names.add(before);
  for (const sentence of sentences) {
    if (names.size >= MAX_NAMES) break;
    const text = sentence.slice(0, MAX_SENTENCE);
    for (const { 0: token, index } of text.matchAll(TOKEN)) {
      if (names.size >= MAX_NAMES) break;
      if (isSingleName(token) && !names.has(token) && objectCue(text, nameStart(text, index), index + token.length))
        names.add(token);
    }
  }
  return [...names];
}

/** Of a short form in brackets the place of the bracket, so that it stands behind its long form. */
function nameStart(text: string, at: number): number {
  return /\(\s*$/u.test(text.slice(Math.max(0, at - 2), at)) ? text.lastIndexOf("(", at) : at;
}

/** Fits any of the names as a whole word; fits nothing where there are none. */
export function namePattern(names: readonly string[]): RegExp {
  const list = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`));
  return list.length === 0
    ? NO_NAMES
    : new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${list.join("|")})(?![\p{L}\p{N}])`, "gu");
}
