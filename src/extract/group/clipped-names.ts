/**
 * Names made of the beginnings of words: "BatchNorm" is "batch normalization", "LayerNorm" is "layer normalization".
 */

const PARTS = /\p{Lu}\p{Ll}+/gu;
const MIN_PART = 3;

/** The beginnings that a written form consists of, in lower case; none unless there are two or more, each a real one. */
export function clippedParts(text: string): string[] {
  const parts = text.replace(/s$/u, "").match(PARTS) ?? [];
  const isWhole = parts.join("") === text.replace(/s$/u, "");
  // Names in "Net" are of one model each.
  return isWhole && parts.length >= 2 && parts.at(-1) !== "Net" && parts.every((part) => part.length >= MIN_PART)
    ? parts.map((part) => part.toLowerCase())
    : [];
}

/** Do the words of a key begin with the parts, one each, at least one being cut? */
export function spellsOut(words: readonly string[], parts: readonly string[]): boolean {
  return (
    words.length === parts.length &&
    words.every((word, w) => word.startsWith(parts[w]!)) &&
    words.some((word, w) => word.length >= parts[w]!.length + 3)
  );
}
