/**
 * Terms that papers say rather than use: "in-depth analysis", "real-world scenarios", "flexibility".
 *
 * Once every place of a term's forms is known, so is the share of papers that use it as a term. Where most papers that
 * say it mean no term, it is none – unless it is a notion of the field that others are kinds of ("attention", "inference"),
 * of which papers speak loosely too.
 */
import { endingKeys, wholeKey } from "../../lib/term-heads.ts";

/** A term is said loosely if at most this share of the papers with its words uses it as a term … */
const MAX_LOOSE_SHARE = 1 / 3;
/** … of so many papers. */
const MIN_LOOSE_PAPERS = 3;
/** A notion of the field is used by so many papers and has so many kinds. */
const MIN_USERS = 3;
const MIN_NARROWER = 4;

/**
 * @param names canonical forms
 * @param papers per name, papers with its words @param users of these, papers that use it as a term
 * @returns 1 for each that is said loosely
 */
export function looseTerms(names: readonly string[], papers: ArrayLike<number>, users: ArrayLike<number>): Uint8Array {
  const isLoose = new Uint8Array(names.length);
  /** Loose terms that others may be kinds of, by their words. */
  const notions = new Map<string, number>();
  names.forEach((name, t) => {
    if (papers[t]! < MIN_LOOSE_PAPERS || users[t]! > MAX_LOOSE_SHARE * papers[t]!) return;
    isLoose[t] = 1;
    if (users[t]! >= MIN_USERS) notions.set(wholeKey(name), t);
  });
  if (notions.size === 0) return isLoose;
  const narrower = new Uint32Array(names.length);
  for (const name of names) {
    for (const key of endingKeys(name)) {
      const notion = notions.get(key);
      if (notion !== undefined) narrower[notion]!++;
    }
  }
  for (const notion of notions.values()) if (narrower[notion]! >= MIN_NARROWER) isLoose[notion] = 0;
  return isLoose;
}
