/**
 * Two terms side by side: who beats whom, where, by how much; and on what both were measured.
 */
import type { RelationEdge } from "../contract/graph-document.ts";
import { termNamed, type Found, type NodeName } from "./find.ts";
import { numberOf, termAt, type GraphIndex } from "./graph-index.ts";
import type { Question } from "./question.ts";
import { neighborsIn, type Rows } from "./rows.ts";
import { tellResults, type ToldResult } from "./say-result.ts";
import { papersThatSay, proposedBy, resultsByTerm, statedOf, statementsOf, type Statement } from "./stated.ts";

export interface Comparison {
  /** Numbers of the terms: the one that is said to be better, and the other; in the order of the text where none is. */
  readonly better: number;
  readonly other: number;
  readonly papers: number;
  readonly confidence?: number;
  readonly contradicted?: true;
  readonly statements: readonly Statement[];
  /** Data sets, tasks and metrics that stand in these sentences. */
  readonly where: readonly number[];
}

export interface CompareAnswer {
  readonly a: Found;
  readonly b: Found;
  /** The one that most papers say first. */
  readonly wins: readonly Comparison[];
  /** Set side by side, without a winner. */
  readonly besides: readonly Comparison[];
  /** Of one against the other. */
  readonly results: readonly ToldResult[];
  /** Numbers of the data sets, tasks and metrics that papers measured both on. */
  readonly both: readonly number[];
}

function comparisons(index: GraphIndex, rows: Rows, head: number, tail: number): Comparison[] {
  const found: Comparison[] = [];
  for (let at = rows.start[head]!; at < rows.start[head + 1]!; at++) {
    if (rows.node[at] !== tail) continue;
    const edge: RelationEdge = index.document.relations.at(rows.edge[at]!)!;
    const statements = statementsOf(index, edge);
    found.push({
      better: head,
      other: tail,
      papers: papersThatSay(edge),
      ...(edge.confidence !== undefined && { confidence: edge.confidence }),
      ...(edge.contradicted && { contradicted: true as const }),
      statements,
      where: measuresIn(index, statements, new Set([head, tail])),
    });
  }
  return found;
}

/** Terms of sentences that say where something was measured. */
function measuresIn(index: GraphIndex, statements: readonly Statement[], without: ReadonlySet<number>): number[] {
  const { document, mentions } = index;
  const found = new Set<number>();
  for (const { paper, field, sentence } of statements) {
    if (!field || !sentence) continue;
    for (let at = mentions.start[paper]!; at < mentions.start[paper + 1]!; at++) {
      const term = mentions.node[at]!;
      const type = termAt(index, term)?.type;
      if (without.has(term) || (type !== "dataset" && type !== "task" && type !== "metric")) continue;
      const edge = document.mentions.at(mentions.edge[at]!)!;
      if (edge.evidence.some((place) => place.field === field && place.sentence[0] === sentence[0])) found.add(term);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Places in the document's results whose method is the one and whose baselines hold the other. */
function resultsBetween(index: GraphIndex, a: number, b: number): number[] {
  const results = index.document.results ?? [];
  const candidates = [...new Set([a, b].flatMap((term) => resultsByTerm(index).get(term) ?? []))];
  const idOf = (term: number) => termAt(index, term)?.node;
  const [first, second] = [idOf(a), idOf(b)];
  return candidates.filter((place) => {
    const { paper, method, baselines = [] } = results[place]!;
    const own = method?.own ? proposedBy(index).get(numberOf(index, paper) ?? -1) : undefined;
    const of = method?.term ?? (own === undefined ? undefined : idOf(own));
    return (
      (of === first && baselines.some(({ term }) => term === second)) ||
      (of === second && baselines.some(({ term }) => term === first))
    );
  });
}

function compareTerms(index: GraphIndex, a: number, b: number): Omit<CompareAnswer, "a" | "b"> {
  const { better_than: better, compared_with: compared, evaluated_on: measured } = statedOf(index);
  const wins = [...comparisons(index, better.tails, a, b), ...comparisons(index, better.tails, b, a)];
  const besides = [...comparisons(index, compared.tails, a, b), ...comparisons(index, compared.tails, b, a)];
  const others = new Set(neighborsIn(measured.tails, b));
  const both = [...new Set(neighborsIn(measured.tails, a))].filter((term) => others.has(term)).sort((x, y) => x - y);
  const byPapers = (x: Comparison, y: Comparison) => y.papers - x.papers || x.better - y.better;
  return {
    wins: wins.sort(byPapers),
    besides: besides.sort(byPapers),
    results: tellResults(index, resultsBetween(index, a, b)),
    both,
  };
}

export const COMPARE: Question<{ readonly a: NodeName; readonly b: NodeName }, CompareAnswer> = {
  title: "Comparison",
  about: "Two terms side by side: who beats whom, where, by how much.",
  command: {
    words: ["<term>", "<term>"],
    example: "compare BERT GPT",
    read: ([a = "", b = ""]) => ({ a, b }),
  },
  answer: (index, { a, b }) => {
    const [first, second] = [termNamed(index, a), termNamed(index, b)];
    const compared =
      first.kind === "one" && second.kind === "one"
        ? compareTerms(index, first.node, second.node)
        : { wins: [], besides: [], results: [], both: [] };
    return { a: first, b: second, ...compared };
  },
};
