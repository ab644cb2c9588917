/**
 * Short forms spelt out: alone, or among the words of a term.
 */
import { looksLikeAcronym } from "../text/short-forms.ts";
import { type Senses, shortKey } from "./senses.ts";
import { variantKey } from "../text/variants.ts";

/**
 * The long form that a short form stands for: the paper's own, else the corpus's only one.
 * @param least papers that must give it, when this one does not
 */
export function longFormOf(
  text: string,
  own: ReadonlyMap<string, string>,
  senses: Senses,
  least = 1,
): string | undefined {
  const defined = own.get(shortKey(text));
  if (defined !== undefined || !/\p{Lu}/u.test(text)) return defined;
  const ranked = senses.of(text);
  const [best] = ranked;
  if (!best || best.papers < least) return undefined;
  const total = ranked.reduce((sum, { papers }) => sum + papers, 0);
  // "deep convolutional neural network" is no second sense of CNN.
  const kin = ranked.reduce(
    (sum, { keys: [key = ""], papers }) => sum + (holds(key, best.keys[0]!) || holds(best.keys[0]!, key) ? papers : 0),
    0,
  );
  return ranked.length === 1 || (best.papers >= 2 && kin >= SURE_SHARE * total) ? best.text : undefined;
}

/** Do all words of `part` stand in `whole`? */
function holds(whole: string, part: string): boolean {
  const words = new Set(whole.split(" "));
  return part.split(" ").every((word) => words.has(word));
}

/** A lone slip among many definitions is no second sense. */
const SURE_SHARE = 0.8;

/** The parts of a term of several words that may be short forms to be spelt out. */
export function acronymParts(text: string): string[] {
  if (!/\s/u.test(text)) return [];
  return text.split(/\s+/u).flatMap((word) => {
    if (/\d/u.test(word)) return [];
    const parts = word.split(DASHES);
    return (parts.length > 1 ? [word, ...parts] : parts).filter(looksLikeAcronym);
  });
}

const DASHES = /[‐-―-/]+/u;

/** A term with the short forms among its words spelt out ("multi-agent RL"); as it is when it has none. */
export function spellOut(text: string, own: ReadonlyMap<string, string>, senses: Senses): string {
  if (!/\s/u.test(text)) return text;
  return text
    .split(/(\s+)/u)
    .map((word) => {
      // "GPT-4" is a name.
      if (/\d/u.test(word)) return word;
      // "TGF-β signaling"
      const whole = looksLikeAcronym(word) ? longFormOf(word, own, senses, 2) : undefined;
      if (whole !== undefined) return variantKey(whole);
      return word
        .split(/([‐-―-/]+)/u)
        .map((part) => {
          const long = looksLikeAcronym(part) ? longFormOf(part, own, senses, 2) : undefined;
          return long === undefined ? part : variantKey(long);
        })
        .join("");
    })
    .join("");
}
