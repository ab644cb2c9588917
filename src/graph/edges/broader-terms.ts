/**
 * "graph neural network" is a kind of "neural network": the head of a noun phrase stands at its end.
 *
 * That the head's word is the same does not make it the same notion ("coreference resolution" has no resolution in
 * pixels): where type, name or frequency let doubt it, a paper has to name both.
 */
import type { TermType } from "../../contract/graph-document.ts";
import { headWords, isShort, tailKey, type TermWords, wholeKey } from "../../lib/term-heads.ts";

export interface Narrowing {
  /** Numbers of the terms. */
  readonly narrower: number;
  readonly broader: number;
  /** Share of the narrower term's words that the broader one covers, 0…1; of a kind read in sentences, how sure it is. */
  readonly share: number;
}

/** What must be known of a term to find broader ones. */
export interface KindTerm {
  readonly term: string;
  readonly type: TermType;
  /** Number of papers with it. */
  readonly papers: number;
  readonly aliases: readonly { readonly text: string }[];
}

/** Ends that may not mean what they say are asked about: how alike are the papers of the two terms, 0…1, −1 unknown? */
export type AskAlike = (pairs: readonly { readonly narrower: number; readonly broader: number }[]) => ArrayLike<number>;

/** An end of a term's name that is a term, and how alike the papers must be for it to be a kind. */
interface Candidate extends Narrowing {
  readonly wanted: number;
}

/** For each term of several words: the longest end of whole words that is a form of another term in the same sense. */
export function broaderTerms(terms: readonly KindTerm[], alikeness: AskAlike): Narrowing[] {
  const termOf = termsByForm(terms);
  const lists = terms.map((term, narrower) =>
    [term.term, ...term.aliases.map(({ text }) => text)].flatMap((form, i) =>
      endsOf(form, i === 0 ? 1 : MIN_ALIAS_WORDS, narrower, terms, termOf),
    ),
  );
  const asked = lists.flat().filter(({ wanted }) => wanted > 0);
  const answers = alikeness(asked);
  const alike = new Map(asked.map((candidate, i) => [candidate, answers[i]!]));
  return lists.flatMap((list) => {
    const best = list.find((candidate) => candidate.wanted === 0 || alike.get(candidate)! >= candidate.wanted);
    return best ? [{ narrower: best.narrower, broader: best.broader, share: best.share }] : [];
  });
}
/** A form that is not the one shown must end in so many words of the broader term: "memory" is not LSTM's kind. */
const MIN_ALIAS_WORDS = 2;

/** Forms are the term's that is named so, else that of the first term with such an alias. */
export function termsByForm(terms: readonly KindTerm[]): Map<string, number> {
  const termOf = new Map<string, number>();
  const note = (form: string, term: number) => {
    const key = wholeKey(form);
    if (!termOf.has(key)) termOf.set(key, term);
  };
  terms.forEach(({ term }, number) => note(term, number));
  terms.forEach(({ aliases }, number) => aliases.forEach(({ text }) => note(text, number)));
  return termOf;
}

/** Longest first; none where a form of the term itself is one. */
function endsOf(
  form: string,
  minWords: number,
  narrower: number,
  terms: readonly KindTerm[],
  termOf: ReadonlyMap<string, number>,
): Candidate[] {
  const head = headWords(form);
  const all = wholeKey(form).split(" ").length;
  const found: Candidate[] = [];
  for (let from = head.words.length === all ? 1 : 0; from <= head.words.length - minWords; from++) {
    const broader = termOf.get(tailKey(head.words.slice(from)));
    if (broader === undefined || !mayCut(head, from)) continue;
    if (broader === narrower) break;
    const share = (head.words.length - from) / all;
    found.push({ narrower, broader, share, wanted: wantedLikeness(head, from, terms[narrower]!, terms[broader]!) });
  }
  return found;
}

/**
 * Behind a hyphen only a last word may be cut off that is no part of a name ("cross-attention", not "DNA-GPT"), and what
 * something is turned into ("text-to-image generation").
 */
function mayCut({ words, begins }: TermWords, from: number): boolean {
  if (begins[from] === true || words[from - 1] === "to") return true;
  return from === words.length - 1 && !/\p{Lu}/u.test(words[from]!) && !COUNTING.test(words[from - 1]!);
}
/** First parts of adjectives, and what turns the meaning of the word round. */
const COUNTING =
  /^(?:multi|few|zero|single|one|two|three|many|all|any|no|non|anti|inter|intra|un|end|in|out|off|by|to|the|of)$/iu;

/** May the last word mean something else in the longer term? Ends of several words hardly do. */
function wantedLikeness({ words }: TermWords, from: number, narrower: KindTerm, broader: KindTerm): number {
  if (words.length - from > 1) return 0;
  const isDoubtful =
    narrower.type !== broader.type ||
    broader.papers < narrower.papers ||
    // A coined name ("Self-Taught Optimizer"), but for a name that is varied ("Vision Transformer").
    (isName(words) && !isName([broader.term]) && !isShort(broader.term));
  return isDoubtful ? LIKE_IF_DOUBTFUL : LIKE;
}
const LIKE = 0.3;
const LIKE_IF_DOUBTFUL = 0.75;

/** Is every word written with a capital? */
const isName = (words: readonly string[]): boolean =>
  words.every((word) => /^\P{Ll}/u.test(word) && /\p{Lu}/u.test(word));
