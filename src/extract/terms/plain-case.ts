/**
 * Capitals that only the place has given: words of titles and first words of sentences, written small again.
 *
 * A word is written small where the corpus writes it so inside sentences; names ("Bayesian", "Adam") and words that are
 * met in titles alone keep their capitals.
 */

/** @param isSmall is the word met in small letters in running text? @param onlyFirst the other words stand in a sentence, as they are written */
export function plainCase(text: string, isSmall: (word: string) => boolean, onlyFirst: boolean): string {
  let words = 0;
  return text.replace(WORD, (word: string) => {
    if ((words++ > 0 && onlyFirst) || !CAPITALIZED.test(word)) return word;
    const small = word.toLowerCase();
    return isSmall(small) ? small : word;
  });
}

/** The words of a form that are written small, parts of compounds each by itself. */
export function smallWords(text: string): string[] {
  return (text.match(WORD) ?? []).filter((word) => !/\p{Lu}/u.test(word));
}

const WORD = /[\p{L}\p{M}\p{N}'’]+/gu;
const CAPITALIZED = /^\p{Lu}[\p{Ll}\p{M}'’]+$/u;
