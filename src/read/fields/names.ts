/**
 * Several names in one text → the names.
 */
import { splitAt } from "../../lib/text.ts";

export function splitNames(text: string): string[] {
  for (const mark of [/;/, /\|/, /[\r\n]/]) {
    const names = splitAt(text, mark);
    if (names.length > 1) return names;
  }
  const names = splitAt(text.replace(/\s+/g, " "), /,? and /);
  if (names.length > 1) return names.flatMap(splitAtCommas);
  return splitAtCommas(text.trimEnd().replace(/;$/, "").trimEnd());
}

/** Commas stand between names or within one: `Ada Lovelace, Charles Babbage`, `Lovelace, Ada`. */
function splitAtCommas(text: string): string[] {
  const parts = splitAt(text, /,/);
  return parts.length > 1 && parts.every((part) => part.includes(" ")) ? parts : [text];
}
