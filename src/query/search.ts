/**
 * Which papers a search expression holds for.
 */
import type { MentionEdge, PaperNode, Role, TermNode, TermType } from "../contract/graph-document.ts";
import { ROLES, TERM_TYPES } from "../contract/graph-document.ts";
import { foldName, foldWords } from "../lib/fold-name.ts";
import type { GraphIndex } from "./graph-index.ts";
import type { Question } from "./question.ts";
import { parseSearch, type SearchClause, type SearchExpression } from "./search-expression.ts";

/** Numbers of the papers, in document order. */
export function searchPapers(index: GraphIndex, expression: SearchExpression): number[] {
  const holds = compile(index, expression);
  return index.document.papers.flatMap((paper, number) => (holds(paper, number) ? number : []));
}

type Test = (paper: PaperNode, number: number) => boolean;

function compile(index: GraphIndex, expression: SearchExpression): Test {
  switch (expression.kind) {
    case "and": {
      const tests = expression.parts.map((part) => compile(index, part));
      return (paper, number) => tests.every((test) => test(paper, number));
    }
    case "or": {
      const tests = expression.parts.map((part) => compile(index, part));
      return (paper, number) => tests.some((test) => test(paper, number));
    }
    case "not": {
      const test = compile(index, expression.part);
      return (paper, number) => !test(paper, number);
    }
    case "clause":
      return clauseTest(index, expression);
  }
}

function clauseTest(index: GraphIndex, clause: SearchClause): Test {
  const matches = textMatcher(clause);
  const { field } = clause;
  switch (field) {
    case undefined: {
      const byTerm = termTest(index, nameMatcher(clause), () => true);
      return (paper, number) => matches(paper.title) || matches(paper.abstract ?? "") || byTerm(paper, number);
    }
    case "title":
      return (paper) => matches(paper.title);
    case "abstract":
      return (paper) => matches(paper.abstract ?? "");
    case "author":
      return (paper) => (paper.authors ?? []).some(matches) || matches(paper.organization ?? "");
    case "venue":
      return (paper) => matches(paper.venue ?? "");
    case "id":
      return (paper) => [paper.id, paper.node, paper.doi, paper.arxiv_id].includes(clause.text);
    case "date":
      return dateTest(clause.text);
    case "community": {
      const ids = new Set(index.document.communities.filter(({ label }) => matches(label)).map(({ id }) => id));
      return ({ community, topic }) => ids.has(community) || (topic !== undefined && ids.has(topic));
    }
    default:
      return termTest(index, nameMatcher(clause), edgeTest(field));
  }
}

/** Papers with a mention edge that passes `accepts` to a term whose form or alias matches. */
function termTest(
  { document, mentions, papers }: GraphIndex,
  matches: (text: string) => boolean,
  accepts: (term: TermNode, edge: MentionEdge) => boolean,
): Test {
  const holds = new Uint8Array(papers);
  document.terms.forEach((term, i) => {
    if (!matches(term.term) && !term.aliases.some((alias) => matches(alias.text))) return;
    const row = papers + i;
    for (let at = mentions.start[row]!; at < mentions.start[row + 1]!; at++)
      if (accepts(term, document.mentions.at(mentions.edge[at]!)!)) holds[mentions.node[at]!] = 1;
  });
  return (_, number) => holds[number] === 1;
}

function edgeTest(field: string): (term: TermNode, edge: MentionEdge) => boolean {
  if ((TERM_TYPES as readonly string[]).includes(field) && field !== "concept") {
    return ({ type }) => type === (field as TermType);
  }
  // On the map "concept" stands for every term that is no method.
  if (field === "concept") return ({ type }) => type !== "method";
  if ((ROLES as readonly string[]).includes(field) && field !== "mentions") {
    return (_, { role }) => role === (field as Role);
  }
  return () => true;
}

/** Not within a word, and not before signs that end a name: `C` is not in `C++`, but `LSTM` in `LSTM+CRF`. */
const [WORD_BEGINS, WORD_ENDS] = ["(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}]|[#+]+(?![\\p{L}\\p{N}]))"];

/** Whole words of the folded text; `*` at the end opens the last word; `=` asks for the whole text. */
function textMatcher({ text, exact }: SearchClause): (candidate: string) => boolean {
  const open = text.endsWith("*");
  const words = foldWords(open ? text.slice(0, -1) : text);
  if (words === "") return (candidate) => candidate !== "";
  if (exact) return (candidate) => (open ? foldWords(candidate).startsWith(words) : foldWords(candidate) === words);
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = new RegExp(`${WORD_BEGINS}${escaped}${open ? "" : `(?:s|es)?${WORD_ENDS}`}`, "u");
  return (candidate) => pattern.test(foldWords(candidate));
}

/** As `textMatcher`; a whole name is also found as everywhere else (`UNet` is `U-Net`). */
function nameMatcher(clause: SearchClause): (candidate: string) => boolean {
  const matches = textMatcher(clause);
  const key = clause.text.endsWith("*") ? "" : foldName(clause.text);
  return (candidate) => matches(candidate) || (key !== "" && foldName(candidate) === key);
}

/** `2024`, `2024-05`, `2023..2024`, `2023..`, `..2024-06`: both ends inclusive. */
function dateTest(text: string): Test {
  const [from = "", to = from] = text.includes("..") ? text.split("..") : [text];
  return ({ date }) =>
    date !== undefined &&
    (from === "" || date.slice(0, from.length) >= from) &&
    (to === "" || date.slice(0, to.length) <= to);
}

export type SearchAnswer =
  /** Numbers of the papers, in document order. */
  | { readonly ok: true; readonly papers: readonly number[] }
  /** `position` is a UTF-16 offset into the expression. */
  | { readonly ok: false; readonly message: string; readonly position: number };

export const SEARCH: Question<{ readonly expression: string }, SearchAnswer> = {
  title: "Typed search",
  about: "Papers for which a typed boolean expression holds.",
  command: {
    words: ["<expression>"],
    example: `search 'method:"contrastive learning" AND task:segmentation NOT dataset:ImageNet'`,
    read: ([expression = ""]) => ({ expression }),
  },
  answer: (index, { expression }) => {
    const parsed = parseSearch(expression);
    return parsed.ok ? { ok: true, papers: searchPapers(index, parsed.expression) } : parsed;
  },
};
