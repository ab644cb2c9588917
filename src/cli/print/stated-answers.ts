/**
 * Answers about what papers state, in words: facts of a term, two terms compared, short forms, uses.
 */
import type { Cell } from "../../export/tables/table.ts";
import { UsageError } from "../../lib/errors.ts";
import type { Comparison } from "../../query/compare.ts";
import type { FactGroup } from "../../query/facts.ts";
import type { GraphIndex } from "../../query/graph-index.ts";
import type { AnswerOf, ArgsOf } from "../../query/questions.ts";
import { communityLabels, brief, briefs, indented, listed, nameAt, none, type Printed, requireOne } from "./printed.ts";
import { papersIn, quoted, results, said } from "./statements.ts";

export function printFacts(index: GraphIndex, answer: AnswerOf<"facts">, args: ArgsOf<"facts">): Printed {
  const term = requireOne(index, answer.term, "term", args.term);
  const value = {
    ...brief(index, term),
    proposed_in: briefs(index, answer.proposedIn),
    definitions: answer.definitions,
    facts: answer.groups.flatMap(({ id, facts }) =>
      facts.map(({ node, papers, confidence, contradicted, statements }) => ({
        relation: id,
        ...brief(index, node),
        stated_in: papers,
        ...(confidence !== undefined && { confidence }),
        ...(contradicted && { contradicted }),
        evidence: statements.map((statement) => said(index, statement)),
      })),
    ),
    results: results(index, answer.results),
  };
  const lines = [
    nameAt(index, term),
    ...answer.definitions.map(({ text }) => `    is ${text}`),
    ...answer.proposedIn.slice(0, 3).map((paper) => `    proposed in ${nameAt(index, paper)}`),
    ...none(
      answer.groups.flatMap((group) => groupLines(index, group)),
      "facts: no sentence relates it to another term",
    ),
    ...(answer.results.length > 0
      ? ["results", ...answer.results.slice(0, args.limit).map(({ says }) => `    ${says}`)]
      : []),
  ];
  return { value, lines };
}

function groupLines(index: GraphIndex, { says, facts, of }: FactGroup): string[] {
  return [
    says,
    ...facts.map(({ node, papers, contradicted }) => {
      const count = papers > 0 ? `   ${papersIn(papers)}` : "   by its name";
      return `    ${nameAt(index, node)}${count}${contradicted ? ", others say the reverse" : ""}`;
    }),
    ...(of > facts.length ? [`    … and ${of - facts.length} more (--limit)`] : []),
  ];
}

export function printCompare(index: GraphIndex, answer: AnswerOf<"compare">, args: ArgsOf<"compare">): Printed {
  const [a, b] = [requireOne(index, answer.a, "term", args.a), requireOne(index, answer.b, "term", args.b)];
  const comparison = ({ better, other, papers, confidence, contradicted, statements, where }: Comparison) => ({
    better: brief(index, better),
    other: brief(index, other),
    stated_in: papers,
    ...(confidence !== undefined && { confidence }),
    ...(contradicted && { contradicted }),
    where: briefs(index, where),
    evidence: statements.map((statement) => said(index, statement)),
  });
  const besides = answer.besides.map(({ better, ...rest }) => {
    const { better: first, ...plain } = comparison({ better, ...rest });
    return { term: first, ...plain };
  });
  const value = {
    wins: answer.wins.map(comparison),
    besides,
    results: results(index, answer.results),
    both_measured_on: briefs(index, answer.both),
  };
  const sentences = ({ statements }: Comparison) =>
    statements
      .slice(0, 3)
      .flatMap((statement) => quoted(index, statement) ?? [])
      .map(indented);
  const lines = [
    ...answer.wins.flatMap((win) => [
      `${nameAt(index, win.better)} is better than ${nameAt(index, win.other)}   ${papersIn(win.papers)}${win.where.length > 0 ? `; where: ${listed(index, win.where)}` : ""}${win.contradicted ? "; others say the reverse" : ""}`,
      ...sentences(win),
    ]),
    ...answer.besides.flatMap((pair) => [
      `${nameAt(index, pair.better)} and ${nameAt(index, pair.other)} are compared   ${papersIn(pair.papers)}`,
      ...sentences(pair),
    ]),
    ...answer.results.map(({ says }) => says),
    ...(answer.both.length > 0 ? [`both are measured on ${listed(index, answer.both, 12)}`] : []),
  ];
  return { value, lines: none(lines, `comparison of ${nameAt(index, a)} and ${nameAt(index, b)}`) };
}

export function printAbbreviations(index: GraphIndex, { abbreviations, of }: AnswerOf<"abbreviations">): Printed {
  const value = abbreviations.map(({ short, senses }) => ({
    short,
    senses: senses.map(({ node, long, papers }) => ({
      ...(long !== undefined && { long }),
      term: brief(index, node),
      papers: briefs(index, papers),
    })),
  }));
  const lines = abbreviations.map(({ short, senses }) => {
    const words = senses.map(({ long, papers }) => `${long ?? "(no paper spells it out)"}, ${papersIn(papers.length)}`);
    return `${short}   ${words.join(" · ")}`;
  });
  const rest = of > abbreviations.length ? [`… and ${of - abbreviations.length} more (--limit)`] : [];
  const table = [
    ["short", "long", "papers", "node", "ids"],
    ...abbreviations.flatMap(({ short, senses }) =>
      senses.map(({ long, papers, node }): Cell[] => [
        short,
        long,
        papers.length,
        index.document.terms[node - index.papers]?.node,
        papers.map((paper) => index.document.papers[paper]!.id).join("; "),
      ]),
    ),
  ];
  return { value, lines: [...none(lines, "short forms"), ...rest], table };
}

export function printUses(index: GraphIndex, answer: AnswerOf<"uses">, { community }: ArgsOf<"uses">): Printed {
  if (answer.communities.length === 0)
    throw new UsageError(`no community "${community}"`, "give its number or its name");
  const labels = communityLabels(index);
  const value = {
    communities: answer.communities.map((id) => ({ id, label: labels.get(id) })),
    uses: answer.uses.map(({ used, purposes }) => ({
      used: brief(index, used),
      for: purposes.map(({ node, papers, statements }) => ({
        ...brief(index, node),
        stated_in: papers,
        evidence: statements.map((statement) => said(index, statement)),
      })),
    })),
  };
  const lines = answer.uses.map(({ used, purposes }) => {
    const words = purposes.map(({ node, papers }) => `${nameAt(index, node)} (${papersIn(papers)})`);
    return `${nameAt(index, used)} for ${words.join(", ")}`;
  });
  const names = answer.communities.map((id) => labels.get(id)).join(", ");
  return { value, lines: [names, ...none(lines, "use that a paper states")] };
}
