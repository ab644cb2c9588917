/**
 * Whether a place that differs from a form in its capitals, its hyphens or its number can be a mention of it.
 *
 * A name in capitals is never its ordinary word, nor the other way round: "CLIP" and "clips", "Adam" and "adam" are two
 * things, "Random Forests" and "random forest" one.
 */

/** How a word is written: all small, with a capital in front, or as a name: capitals behind the first letter. */
const enum Writing {
  Small,
  Capital,
  Name,
}

/** Where the place stands: capitals there may be due to the place. */
export interface CapitalPlace {
  readonly startsSentence: boolean;
  readonly inTitle: boolean;
}

const PARTS = /[\s\-‐-―/_]+/u;

/** @param form and `text` have the same words, as variant keys tell them */
export function hasSameCapitals(form: string, text: string, { startsSentence, inTitle }: CapitalPlace): boolean {
  const own = form.split(PARTS);
  const others = text.split(PARTS);
  if (own.length !== others.length) return false;
  const isAlone = own.length === 1;
  const isShouted = !isAlone && !/\p{Ll}/u.test(text);
  return own.every((word, w) => {
    const other = others[w]!;
    const [a, b] = [writingOf(word), writingOf(other)];
    if (a === Writing.Name || b === Writing.Name)
      return (a === b && withoutS(word) === withoutS(other)) || (isShouted && a !== Writing.Name);
    if (!isAlone || a === b) return true;
    return a === Writing.Small && (startsSentence || inTitle);
  });
}

/** Is one of its words written as a name, or has it a digit? */
export function isName(text: string): boolean {
  return text.split(PARTS).some((word) => writingOf(word) === Writing.Name) || /\d/u.test(text);
}

const withoutS = (word: string): string => word.replace(/['’]?s$/u, "");

function writingOf(word: string): Writing {
  if (/\p{Lu}/u.test(withoutS(word).slice(1))) return Writing.Name;
  return /^\p{Lu}/u.test(word) ? Writing.Capital : Writing.Small;
}
