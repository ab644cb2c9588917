/**
 * Which papers a search expression holds for, and how well.
 */
import type { MentionEdge, PaperNode, Role, TermNode, TermType } from "../contract/graph-document.ts";
import { hasDirection, ROLES, STATED_KINDS, type StatedKind, TERM_TYPES } from "../contract/graph-document.ts";
import { foldName, foldWords } from "../lib/fold-name.ts";
import type { GraphIndex } from "./graph-index.ts";
import type { Question } from "./question.ts";
import { parseSearch, type SearchClause, type SearchExpression } from "./search-expression.ts";
import { statedOf, statementsOf, withNarrower } from "./stated.ts";

/**
 * Numbers of the papers, best first: those that are about what is asked for (by the salience of its terms, or in their
 * titles) before those that mention it; ties in document order.
 */
export function searchPapers(index: GraphIndex, expression: SearchExpression): number[] {
  const scoreOf = compile(index, expression);
  const found = index.document.papers.flatMap((paper, number) => {
    const score = scoreOf(paper, number);
    return score > 0 ? { number, score } : [];
  });
  return found.sort((a, b) => b.score - a.score || a.number - b.number).map(({ number }) => number);
}

/** 0: it does not hold; else how well it does, 1 for what a paper is all about. */
type Score = (paper: PaperNode, number: number) => number;

/** What words say where no term does: in a title what the paper is about, in an abstract hardly anything. */
const IN_TITLE = 1;
const IN_ABSTRACT = 0.1;
/** A condition that a paper meets or not says nothing of what it is about. */
const HOLDS = 1e-6;

function compile(index: GraphIndex, expression: SearchExpression): Score {
  switch (expression.kind) {
    case "and": {
      const scores = expression.parts.map((part) => compile(index, part));
      return (paper, number) => {
        let sum = 0;
        for (const score of scores) {
          const own = score(paper, number);
          if (own === 0) return 0;
          sum += own;
        }
        return sum;
      };
    }
    case "or": {
      const scores = expression.parts.map((part) => compile(index, part));
      return (paper, number) => scores.reduce((sum, score) => sum + score(paper, number), 0);
    }
    case "not": {
      const score = compile(index, expression.part);
      return (paper, number) => (score(paper, number) === 0 ? HOLDS : 0);
    }
    case "clause":
      return clauseScore(index, expression);
  }
}

function clauseScore(index: GraphIndex, clause: SearchClause): Score {
  const matches = textMatcher(clause);
  const { field } = clause;
  switch (field) {
    case undefined: {
      const byTerm = termScore(index, clause, () => true);
      return (paper, number) =>
        Math.max(
          byTerm(paper, number),
          matches(paper.title) ? IN_TITLE : matches(paper.abstract ?? "") ? IN_ABSTRACT : 0,
        );
    }
    case "title":
      return (paper) => (matches(paper.title) ? IN_TITLE : 0);
    case "abstract":
      return (paper) => (matches(paper.abstract ?? "") ? IN_ABSTRACT : 0);
    case "author":
      return when((paper) => (paper.authors ?? []).some(matches) || matches(paper.organization ?? ""));
    case "venue":
      return when((paper) => matches(paper.venue ?? ""));
    case "id":
      return when((paper) => [paper.id, paper.node, paper.doi, paper.arxiv_id].includes(clause.text));
    case "date":
      return when(dateTest(clause.text));
    case "community": {
      const ids = new Set(index.document.communities.filter(({ label }) => matches(label)).map(({ id }) => id));
      return when(({ community, topic }) => ids.has(community) || (topic !== undefined && ids.has(topic)));
    }
    default: {
      const kind = STATED_KINDS.find((known) => known === field);
      if (kind) return relationScore(index, clause, kind);
      return termScore(index, clause, edgeTest(field));
    }
  }
}

function when(test: (paper: PaperNode) => boolean): Score {
  return (paper) => (test(paper) ? HOLDS : 0);
}

/**
 * Papers with a mention edge that passes `accepts` to a term whose form or alias matches, or to a narrower one, by the
 * edge's weight; the whole form (`=`) asks for that term alone.
 */
function termScore(
  index: GraphIndex,
  clause: SearchClause,
  accepts: (term: TermNode, edge: MentionEdge) => boolean,
): Score {
  const { document, mentions, papers } = index;
  const scores = new Float64Array(papers);
  const named = termsNamed(index, nameMatcher(clause));
  for (const row of clause.exact ? named : withNarrower(index, named)) {
    const term = document.terms[row - papers]!;
    for (let at = mentions.start[row]!; at < mentions.start[row + 1]!; at++) {
      const edge = document.mentions.at(mentions.edge[at]!)!;
      const paper = mentions.node[at]!;
      if (accepts(term, edge)) scores[paper] = Math.max(scores[paper]!, edge.weight, HOLDS);
    }
  }
  return (_, number) => scores[number]!;
}

/**
 * Papers that state a relation to a term whose form or alias matches, or to a narrower one, by how much they are about the
 * term that has the relation.
 */
function relationScore(index: GraphIndex, clause: SearchClause, kind: StatedKind): Score {
  const { document, papers } = index;
  const scores = new Float64Array(papers);
  const { heads, tails } = statedOf(index)[kind];
  const named = termsNamed(index, nameMatcher(clause));
  for (const term of clause.exact ? named : withNarrower(index, named))
    for (const rows of hasDirection(kind) ? [heads] : [heads, tails])
      for (let at = rows.start[term]!; at < rows.start[term + 1]!; at++) {
        const edge = document.relations.at(rows.edge[at]!)!;
        for (const { paper } of statementsOf(index, edge))
          scores[paper] = Math.max(scores[paper]!, salienceIn(index, paper, rows.node[at]!), HOLDS);
      }
  return (_, number) => scores[number]!;
}

/** 0 where the paper does not mention the term. */
function salienceIn({ mentions: { start, node, value } }: GraphIndex, paper: number, term: number): number {
  for (let at = start[paper]!; at < start[paper + 1]!; at++) if (node[at] === term) return value[at]!;
  return 0;
}

function termsNamed({ document, papers }: GraphIndex, matches: (text: string) => boolean): Set<number> {
  const named = new Set<number>();
  document.terms.forEach(({ term, aliases }, i) => {
    if (matches(term) || aliases.some((alias) => matches(alias.text))) named.add(papers + i);
  });
  return named;
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
function dateTest(text: string): (paper: PaperNode) => boolean {
  const [from = "", to = from] = text.includes("..") ? text.split("..") : [text];
  return ({ date }) =>
    date !== undefined &&
    (from === "" || date.slice(0, from.length) >= from) &&
    (to === "" || date.slice(0, to.length) <= to);
}

/** Narrower terms that a clause finds, too, though their forms do not match. */
export interface IncludedTerms {
  /** As typed, with its field. */
  readonly clause: string;
  /** Numbers of the terms. */
  readonly nodes: readonly number[];
}

/** What the clauses of an expression ask for beyond what matches them; in their order. */
function includedTerms(index: GraphIndex, expression: SearchExpression): IncludedTerms[] {
  if (expression.kind === "not") return [];
  if (expression.kind !== "clause") return expression.parts.flatMap((part) => includedTerms(index, part));
  const { field, text, exact } = expression;
  if (exact || (field !== undefined && NO_TERM_FIELDS.has(field))) return [];
  const named = termsNamed(index, nameMatcher(expression));
  const accepts = edgeTest(field ?? "term");
  const isType = field !== undefined && (TERM_TYPES as readonly string[]).includes(field);
  const nodes = [...withNarrower(index, named)].filter(
    (term) => !named.has(term) && (!isType || accepts(index.document.terms[term - index.papers]!, NO_EDGE)),
  );
  return nodes.length === 0 ? [] : [{ clause: field === undefined ? text : `${field}:${text}`, nodes }];
}

/** Fields that ask for no term. */
const NO_TERM_FIELDS: ReadonlySet<string> = new Set([
  "title",
  "abstract",
  "author",
  "venue",
  "date",
  "community",
  "id",
]);
/** Types are told without an edge. */
const NO_EDGE: MentionEdge = { paper: "p0", term: "t0", count: 1, weight: 0, role: "mentions", evidence: [] };

export type SearchAnswer =
  /** Numbers of the papers, best first. */
  | { readonly ok: true; readonly papers: readonly number[]; readonly included: readonly IncludedTerms[] }
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
    if (!parsed.ok) return parsed;
    const { expression: asked } = parsed;
    return { ok: true, papers: searchPapers(index, asked), included: includedTerms(index, asked) };
  },
};
