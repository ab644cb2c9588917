/**
 * A term of the document by any of its forms, and the nearest ones when there is none.
 */
import type { GraphDocument, TermNode } from "../contract/graph-document.ts";
import { byScoreThenKey } from "../lib/order.ts";
import { wordSet } from "../lib/text.ts";

/** Letters and digits only, so that case and hyphens do not matter. */
export function formKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Canonical forms win over aliases, equal case over other case, frequent terms over rare ones. */
export function findTerms(document: GraphDocument, text: string): TermNode[] {
  const key = formKey(text);
  const rank = (term: TermNode): number => {
    if (term.term === text) return 4;
    if (formKey(term.term) === key) return 3;
    if (term.aliases.some((alias) => alias.text === text)) return 2;
    return term.aliases.some((alias) => formKey(alias.text) === key) ? 1 : 0;
  };
  return document.terms
    .map((term) => ({ term, rank: rank(term) }))
    .filter((found) => found.rank > 0)
    .sort(
      (a, b) =>
        b.rank - a.rank ||
        b.term.papers - a.term.papers ||
        byScoreThenKey<TermNode>(
          (t) => t.count,
          (t) => t.term,
        )(a.term, b.term),
    )
    .map((found) => found.term);
}

/** Up to five terms that share words with `text`, best first. */
export function nearTerms(document: GraphDocument, text: string): TermNode[] {
  const words = wordSet(text);
  const shared = (term: TermNode): number => {
    const own = wordSet(term.term);
    let n = 0;
    for (const word of words) if (own.has(word)) n++;
    return n === 0 ? 0 : (2 * n) / (words.size + own.size) + term.papers / 1e6;
  };
  return document.terms
    .filter((term) => shared(term) > 0)
    .sort(byScoreThenKey(shared, (term) => term.term))
    .slice(0, 5);
}
