/**
 * Words without their endings, in lower case. Five cuts, since each is right for one question: `singular`
 * (`extract/text/variants.ts`) gives a word that can be shown; these give keys to compare by.
 */

/** The S-stemmer of Harman 1991: joins plural and singular, nothing else; words in "is" keep their ending. */
export function sStem(word: string): string {
  if (word.length < 4 || !word.endsWith("s")) return word;
  if (word.endsWith("ies") && !/[ae]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  return /[uis]s$/.test(word) ? word : word.slice(0, -1);
}

/** The cut that the tagger's model was trained with: also of words that are no nouns. */
export function crudeStem(lower: string): string {
  if (lower.length > 4 && lower.endsWith("ies")) return lower.slice(0, -3) + "y";
  if (lower.length > 3 && lower.endsWith("s") && !lower.endsWith("ss")) return lower.slice(0, -1);
  return lower;
}

/** The cut that the role model was trained with: one suffix, and eight letters at most. */
export function shortStem(word: string): string {
  return word.replace(/(?:ies|es|s|ing|ed|ion|ions|al)$/u, "").slice(0, 8);
}

const SUFFIX = /(?:ational|ization|ation|ional|ality|ity|ual|ion|ive|ing|ed|er|or|al|es|e)$/u;

/** All suffixes, down to three letters: "generative", "generation" and "generator" meet. */
export function suffixStem(word: string): string {
  let rest = word;
  while (rest.length >= 5) {
    const next = rest.replace(SUFFIX, "");
    if (next === rest || next.length < 3) break;
    rest = next;
  }
  return rest;
}

/** Without "s" or "es": for forms that are known to be of one term. */
export function withoutPlural(form: string): string {
  return form.replace(/(?:es|s)$/u, "");
}
