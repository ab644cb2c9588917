/**
 * The names by which a paper speaks of what it proposes, read off its texts alone: before any term is known, a sentence
 * must be told to speak of the paper's own work where its subject is such a name.
 */
import { isSingleName, objectCue } from "../choose/coined-names.ts";

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

const ENDS_IN_WORD = /[\p{L}\p{N}]$/u;
const BEGINS_WITH_WORD = /^[\p{L}\p{N}]/u;

/**
 * Where any of the names stands as a whole word; of names that overlap the first, of those the longest. Searched as
 * strings: a pattern per paper costs more to compile than its sentences cost to read.
 * @returns by place
 */
export function namePlaces(text: string, names: readonly string[]): { readonly start: number; readonly end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (const name of names)
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
      const end = start + name.length;
      if (ENDS_IN_WORD.test(text.slice(Math.max(0, start - 2), start))) continue;
      if (!BEGINS_WITH_WORD.test(text.slice(end, end + 2))) places.push({ start, end });
    }
  places.sort((a, b) => a.start - b.start || b.end - a.end);
  let covered = 0;
  return places.filter(({ start, end }) => {
    if (start < covered) return false;
    covered = end;
    return true;
  });
}
