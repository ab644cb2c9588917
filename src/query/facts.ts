/**
 * What papers say of a term, in plain relations: what it is used for, part of, measured on, better than; its definitions
 * and results.
 */
import type { StatedKind } from "../contract/graph-document.ts";
import type { DefinitionRecord } from "../contract/stated.ts";
import { termNamed, type Found, type NodeName } from "./find.ts";
import { numberOf, termAt, type GraphIndex } from "./graph-index.ts";
import type { Question } from "./question.ts";
import { tellResults, type ToldResult } from "./say-result.ts";
import { papersThatSay, proposedBy, resultsByTerm, statementsOf, statedOf, type Statement } from "./stated.ts";

/** A relation as seen from the term: `end` is the term's own place in it. */
const FACT_KINDS = [
  { id: "is_a", kind: "is_a", end: "head", says: "a kind of" },
  { id: "used_for", kind: "used_for", end: "head", says: "used for" },
  { id: "part_of", kind: "part_of", end: "head", says: "part of" },
  { id: "evaluated_on", kind: "evaluated_on", end: "head", says: "measured on" },
  { id: "better_than", kind: "better_than", end: "head", says: "better than" },
  { id: "worse_than", kind: "better_than", end: "tail", says: "less good than" },
  { id: "compared_with", kind: "compared_with", end: "both", says: "compared with" },
  { id: "uses", kind: "used_for", end: "tail", says: "done with" },
  { id: "has_part", kind: "part_of", end: "tail", says: "has as a part" },
  { id: "measures", kind: "evaluated_on", end: "tail", says: "measures" },
  { id: "has_kind", kind: "is_a", end: "tail", says: "has as kinds" },
] as const satisfies readonly {
  readonly id: string;
  readonly kind: StatedKind;
  readonly end: "head" | "tail" | "both";
  readonly says: string;
}[];
export type FactId = (typeof FACT_KINDS)[number]["id"];

export interface Fact {
  /** Number of the other term. */
  readonly node: number;
  /** Papers that say so; 0 where the names alone do. */
  readonly papers: number;
  /** 0…1, where papers say so. */
  readonly confidence?: number;
  /** Other papers say the reverse. */
  readonly contradicted?: true;
  /** The surest first. */
  readonly statements: readonly Statement[];
}

export interface FactGroup {
  readonly id: FactId;
  /** Before the other terms: "used for". */
  readonly says: string;
  /** Those that most papers say first. */
  readonly facts: readonly Fact[];
  /** How many there are in all. */
  readonly of: number;
}

export interface FactsAnswer {
  readonly term: Found;
  /** Papers that propose it as their own. */
  readonly proposedIn: readonly number[];
  /** The best first. */
  readonly definitions: readonly DefinitionRecord[];
  readonly groups: readonly FactGroup[];
  /** Those that name the term, or that its proposing paper reports of its own method. */
  readonly results: readonly ToldResult[];
}

export interface FactsArgs {
  readonly term: NodeName;
  /** Most facts of a kind. */
  readonly limit: number;
}

function factsOf(index: GraphIndex, term: number, limit: number): Omit<FactsAnswer, "term"> {
  const { document } = index;
  const id = termAt(index, term)?.node;
  const groups = FACT_KINDS.flatMap(({ id: group, kind, end, says }): FactGroup[] => {
    const { tails, heads } = statedOf(index)[kind];
    const facts = (end === "both" ? [tails, heads] : [end === "head" ? tails : heads])
      .flatMap((rows) => factsIn(index, rows, term))
      .sort(byPapers);
    return facts.length === 0 ? [] : [{ id: group, says, facts: facts.slice(0, limit), of: facts.length }];
  });
  const proposedIn = [...proposedBy(index)].flatMap(([paper, proposed]) => (proposed === term ? [paper] : []));
  return {
    proposedIn,
    definitions: (document.definitions ?? []).filter((definition) => definition.term === id),
    groups,
    results: tellResults(index, resultsOf(index, term, proposedIn)),
  };
}

function factsIn(
  index: GraphIndex,
  { start, node, edge }: ReturnType<typeof statedOf>["is_a"]["tails"],
  term: number,
): Fact[] {
  const facts: Fact[] = [];
  for (let at = start[term]!; at < start[term + 1]!; at++) {
    const relation = index.document.relations.at(edge[at]!)!;
    const { stated, kind, confidence, contradicted } = relation;
    facts.push({
      node: node[at]!,
      papers: kind === "is_a" ? (stated ?? 0) : papersThatSay(relation),
      ...(confidence !== undefined && { confidence }),
      ...(contradicted && { contradicted }),
      statements: statementsOf(index, relation),
    });
  }
  return facts;
}

function byPapers(a: Fact, b: Fact): number {
  return b.papers - a.papers || (b.confidence ?? 0) - (a.confidence ?? 0) || a.node - b.node;
}

/** Places in the document's results. */
function resultsOf(index: GraphIndex, term: number, proposedIn: readonly number[]): Set<number> {
  const own = new Set(proposedIn);
  const named = new Set(resultsByTerm(index).get(term) ?? []);
  (index.document.results ?? []).forEach(({ paper, method }, place) => {
    if (method?.own && method.term === undefined && own.has(numberOf(index, paper) ?? -1)) named.add(place);
  });
  return named;
}

export const FACTS: Question<FactsArgs, FactsAnswer> = {
  title: "Facts",
  about: "What papers say of a term: used for, part of, measured on, better than; definitions and results.",
  command: {
    words: ["<term>"],
    example: 'facts "contrastive learning"',
    read: ([term = ""], limit) => ({ term, limit }),
  },
  answer: (index, { term, limit }) => {
    const found = termNamed(index, term);
    return found.kind === "one"
      ? { term: found, ...factsOf(index, found.node, limit) }
      : { term: found, proposedIn: [], definitions: [], groups: [], results: [] };
  },
};
