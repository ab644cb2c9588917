/**
 * What a term is worth as a node of the map: not how often it is said, but whether papers use it as a term.
 */
import { type Corpus } from "./corpus.ts";
import { headWords } from "./edges/broader-terms.ts";

/** Per term. */
export interface TermUse {
  /** Papers that use it as a term; in the others its words stand, no more. */
  readonly users: Int32Array;
  /** Terms that are kinds of it by their last words. */
  readonly narrower: Int32Array;
}

/** Terms of so many papers that so many others are kinds of are notions of the field, however loosely most speak of them. */
const MIN_USERS = 3;
const MIN_NARROWER = 4;
/** A term is said loosely if at most this share of the papers with its words uses it as a term … */
const MAX_LOOSE_SHARE = 1 / 3;
/** … of so many papers. */
const MIN_LOOSE_PAPERS = 3;

export function termUse({ terms, paperTerms }: Pick<Corpus, "terms" | "paperTerms">): TermUse {
  const users = new Int32Array(terms.length);
  const { term, source, found } = paperTerms;
  for (let row = 0; row < term.length; row++) if (found.certainty[source[row]!]! > 0) users[term[row]!]!++;
  const isLoose = (t: number) => terms[t]!.papers >= MIN_LOOSE_PAPERS && users[t]! <= MAX_LOOSE_SHARE * terms[t]!.papers;
  /** Loose terms by their form. */
  const looseBy = new Map<string, number>();
  terms.forEach(({ term: form }, t) => {
    if (isLoose(t)) looseBy.set(headWords(form).join(" "), t);
  });
  const narrower = new Int32Array(terms.length);
  if (looseBy.size === 0) return { users, narrower };
  for (const { term: form } of terms) {
    const words = headWords(form);
    for (let from = 1; from < words.length; from++) {
      const loose = looseBy.get(words.slice(from).join(" "));
      if (loose !== undefined) narrower[loose]!++;
    }
  }
  return { users, narrower };
}

/** "in-depth analysis", "real-world scenarios": most papers that say it mean no term, and nothing is a kind of it. */
export function isSaidLoosely({ users, narrower }: TermUse, term: number, papers: number): boolean {
  const isNotion = users[term]! >= MIN_USERS && narrower[term]! >= MIN_NARROWER;
  return papers >= MIN_LOOSE_PAPERS && users[term]! <= MAX_LOOSE_SHARE * papers && !isNotion;
}
