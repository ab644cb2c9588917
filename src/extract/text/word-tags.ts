/**
 * compromise's verdicts on frequent words, asked beforehand: a shipped table spares a cold start most of its questions.
 *
 * A text, one tag mask a line (hexadecimal, see `WORD_TAGS`) with all its words, parted by blanks. A test asks
 * compromise again about every one of them.
 */

/** Word as asked → tag mask, unsigned. */
export type KnownTags = ReadonlyMap<string, number>;

export function decodeWordTags(bytes: Uint8Array): KnownTags {
  const known = new Map<string, number>();
  for (const line of new TextDecoder().decode(bytes).split("\n")) {
    const [mask = "", ...words] = line.split(" ");
    const tags = parseInt(mask, 16);
    for (const word of words) known.set(word, tags);
  }
  return known;
}

/** Lines and words in the order of code units, so that the same verdicts give the same bytes. */
export function encodeWordTags(known: KnownTags): string {
  const byMask = new Map<string, string[]>();
  for (const [word, tags] of known) {
    const mask = tags.toString(16).padStart(8, "0");
    const words = byMask.get(mask);
    if (words) words.push(word);
    else byMask.set(mask, [word]);
  }
  return [...byMask]
    .map(([mask, words]) => `${mask} ${words.sort().join(" ")}\n`)
    .sort()
    .join("");
}
