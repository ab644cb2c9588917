/**
 * Capitals that only the place has given: words of titles and first words of sentences, written small again.
 *
 * A word is written small where the corpus writes it so inside sentences, and a word that is met in titles alone if others
 * of its form are; names ("Bayesian", "Adam") keep their capitals.
 */

/** How words are written inside sentences. */
export interface RunningWords {
  /** Met in small letters. */
  readonly small: ReadonlySet<string>;
  /** Met with a capital; in small letters. */
  readonly capital: ReadonlySet<string>;
}

/** @param inSentence it begins a sentence: its other words stand as they are written */
export function plainCase(text: string, { small, capital }: RunningWords, inSentence: boolean): string {
  const words = text.match(WORD) ?? [];
  const isGiven = (word: string) => CAPITALIZED.test(word);
  // "Synthetic Lunar Terrain is a …" is a name.
  if (inSentence && words.slice(1).some(isGiven)) return text;
  const isSmall = (lower: string) => small.has(lower) || small.has(`${lower}s`);
  const isOrdinary = words.some((word) => isSmall(word.toLowerCase()));
  const isName = (lower: string) => capital.has(lower) && !isSmall(lower);
  return text.replace(WORD, (word: string) => {
    const lower = word.toLowerCase();
    return isGiven(word) && isOrdinary && !isName(lower) ? lower : word;
  });
}

/** Notes how the words of a form that stands inside a sentence are written, parts of compounds each by itself. */
export function noteRunning(text: string, small: Set<string>, capital: Set<string>): void {
  for (const word of text.match(WORD) ?? []) {
    if (CAPITALIZED.test(word)) capital.add(word.toLowerCase());
    else if (!/\p{Lu}/u.test(word)) small.add(word);
  }
}

const WORD = /[\p{L}\p{M}\p{N}'’]+/gu;
const CAPITALIZED = /^\p{Lu}[\p{Ll}\p{M}'’]+$/u;
