/**
 * What the head of a term is, read off its name: the end of an English noun phrase, which may stand before a preposition
 * ("learning with human feedback" is a learning). Hyphens bind: the head of "image-text retrieval" is "retrieval", not
 * "text retrieval".
 */
import { sStem } from "./stems.ts";

/** A name by its words; keys of its ends are made by `tailKey`. */
export interface TermWords {
  readonly words: readonly string[];
  /** Per word: does it begin a word of its own, not one behind a hyphen? */
  readonly begins: readonly boolean[];
}

/** Words behind which the head cannot stand. */
const PREPOSITIONS = new Set(
  "of for with without in on by via from using under over at to through as and or versus vs".split(" "),
);
const DASH = /[-‐‑–—/]/u;

/** The words up to the head: all of them, or those before a preposition; none where two terms are joined. */
export function headWords(name: string): TermWords {
  const words: string[] = [];
  const begins: boolean[] = [];
  for (const unit of name.split(/\s+/u)) {
    const lower = unit.toLowerCase();
    if (words.length > 0 && PREPOSITIONS.has(lower)) {
      if (JOINING.has(lower)) return { words: [], begins: [] };
      break;
    }
    unit.split(DASH).forEach((word, part) => {
      if (word === "") return;
      words.push(word);
      begins.push(part === 0);
    });
  }
  return { words, begins };
}
const JOINING = new Set("and or versus vs".split(" "));

/**
 * Words as they are compared: in lower case, the last one in the singular. A short form keeps its case, since "map" is
 * no "mAP", and "clips" are no "CLIP".
 */
export function tailKey(words: readonly string[]): string {
  return words.map((word, i) => wordKey(word, i === words.length - 1)).join(" ");
}

/** The key of all words of a name, hyphens opened. */
export const wholeKey = (name: string): string => tailKey(wordsOf(name));

/** Keys of the proper endings of a name, longest first, hyphens opened: "graph neural network" ends in "neural network". */
export function endingKeys(name: string): string[] {
  const words = wordsOf(name);
  return words.slice(1).map((_, i) => tailKey(words.slice(i + 1)));
}

const wordsOf = (name: string): string[] => name.split(/[\s\-‐‑–—/]+/u).filter((word) => word !== "");

function wordKey(word: string, isLast: boolean): string {
  if (isShort(word)) return isLast ? word.replace(/(?<=\p{Lu})s$/u, "") : word;
  const lower = word.toLowerCase();
  return isLast ? sStem(lower) : lower;
}

/** Two capitals, or one behind a small letter: "CLIP", "GPTs", "mAP", but not "Transformers". */
export function isShort(word: string): boolean {
  return /\p{Lu}.*\p{Lu}|\p{Ll}\p{Lu}/u.test(word);
}
