/**
 * Several names in one text → the names.
 */

export function splitNames(text: string): string[] {
  for (const mark of [/\s*;\s*/, /\s*\|\s*/, /\s*[\r\n]+\s*/, /,?\s+and\s+/]) {
    const names = text.split(mark).filter((name) => name !== "");
    if (names.length > 1) return names.flatMap((name) => (mark.source.includes("and") ? splitAtCommas(name) : name));
  }
  return splitAtCommas(text.replace(/\s*;\s*$/, ""));
}

/** Commas stand between names or within one: `Ada Lovelace, Charles Babbage`, `Lovelace, Ada`. */
function splitAtCommas(text: string): string[] {
  const parts = text.split(/\s*,\s*/).filter((part) => part !== "");
  return parts.length > 1 && parts.every((part) => part.includes(" ")) ? parts : [text];
}
