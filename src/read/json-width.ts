/**
 * The width of JSON objects, told before anything is made of them: an object of a million members takes half a gigabyte
 * and every look at its names a second.
 */

/** Members of one object. As many papers under their ids, with abstracts, are as long as a text can be. */
export const MOST_MEMBERS = 250_000;
/** What a member takes at least: `"":0,`. */
const SHORTEST_MEMBER = 5;
/** Brackets inside each other that are followed. */
const DEEPEST = 10_000;

const QUOTE = 34;
const COMMA = 44;
const OPEN = 91;
const BACKSLASH = 92;
const CLOSE = 93;
const BRACE = 123;
const UNBRACE = 125;

/** Whether an object in a text, at any depth, has more members than are read. */
export function isTooWide(text: string): boolean {
  if (text.length < MOST_MEMBERS * SHORTEST_MEMBER) return false;
  /** Members so far of the objects that are open; lists count nothing. */
  const counts: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) {
      i = endOfString(text, i + 1);
      if (i < 0) return false;
    } else if (code === COMMA) {
      const last = counts.length - 1;
      if (last >= 0 && ++counts[last]! >= MOST_MEMBERS) return true;
    } else if (code === BRACE || code === OPEN) {
      counts.push(code === OPEN ? -Infinity : 0);
      if (counts.length > DEEPEST) return false;
    } else if (code === UNBRACE || code === CLOSE) counts.pop();
  }
  return false;
}

/** Where the quotation mark stands that closes a string; -1 where none does. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (before > start && text.charCodeAt(before - 1) === BACKSLASH) before--;
    if ((end - before) % 2 === 0) return end;
    start = end + 1;
  }
  return -1;
}
