/**
 * Which papers a search expression holds for, and how well.
 */
import {
  hasDirection,
  type MentionEdge,
  type PaperNode,
  type Role,
  ROLES,
  STATED_KINDS,
  type StatedKind,
  TERM_TYPES,
  type TermNode,
  type TermType,
} from "../contract/graph-document.ts";
import type { GraphIndex } from "./graph-index.ts";
import type { Question } from "./question.ts";
import { parseSearch, type SearchClause, type SearchExpression } from "./search-expression.ts";
import { statedOf, statementsOf, withNarrower } from "./stated.ts";
import { dateTest, nameMatcher, textMatcher } from "./search-matchers.ts";

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

/** What a field says of a term's type; undefined where it says nothing of it. */
function typeTest(field: string | undefined): ((term: TermNode) => boolean) | undefined {
  // On the map "concept" stands for every term that is no method.
  if (field === "concept") return ({ type }) => type !== "method";
  if (field === undefined || !(TERM_TYPES as readonly string[]).includes(field)) return undefined;
  return ({ type }) => type === (field as TermType);
}

function edgeTest(field: string): (term: TermNode, edge: MentionEdge) => boolean {
  const ofType = typeTest(field);
  if (ofType) return ofType;
  if ((ROLES as readonly string[]).includes(field) && field !== "mentions") {
    return (_, { role }) => role === (field as Role);
  }
  return () => true;
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
  const ofType = typeTest(field) ?? (() => true);
  const nodes = [...withNarrower(index, named)].filter(
    (term) => !named.has(term) && ofType(index.document.terms[term - index.papers]!),
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
