/**
 * From what a person types to a node of the graph.
 */
import type { PaperNode, TermNode } from "../contract/graph-document.ts";
import type { GraphIndex } from "./graph-index.ts";

/** Lower case, hyphens and runs of blanks as one blank: how forms are compared. */
export function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\-‐-―_]+/gu, " ")
    .trim();
}

/** The term with this canonical form, alias or node id; case and hyphens do not matter. The most frequent wins. */
export function findTerm({ document, terms }: GraphIndex, text: string): TermNode | undefined {
  const form = fold(text);
  return (
    terms.get(text) ??
    document.terms.find(({ term }) => fold(term) === form) ??
    document.terms.find(({ aliases }) => aliases.some((alias) => fold(alias.text) === form))
  );
}

/** Terms whose form contains the words: what to suggest when `findTerm` finds none. Most frequent first. */
export function suggestTerms({ document }: GraphIndex, text: string, limit = 5): TermNode[] {
  const words = fold(text).split(" ");
  return document.terms.filter(({ term }) => words.every((word) => fold(term).includes(word))).slice(0, limit);
}

/** The paper with this id, node id or title; else the only one whose title contains the text. */
export function findPaper({ document, papers }: GraphIndex, text: string): PaperNode | undefined {
  const form = fold(text);
  const exact = papers.get(text) ?? document.papers.find(({ id, title }) => id === text || fold(title) === form);
  if (exact !== undefined) return exact;
  const partial = document.papers.filter(({ title }) => fold(title).includes(form));
  return partial.length === 1 ? partial[0] : undefined;
}
