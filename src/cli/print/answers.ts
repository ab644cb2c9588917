/**
 * Answers in words, and as the values of `--json`. What is answered is `src/query`'s; here it is only printed.
 */
import { UsageError } from "../../lib/errors.ts";
import { MIN_EXPECTED } from "../../query/gaps.ts";
import type { GraphIndex } from "../../query/graph-index.ts";
import { QUESTIONS, type AnswerOf, type ArgsOf, type QuestionId } from "../../query/questions.ts";
import { MIN_MOVE } from "../../query/trends.ts";
import {
  type Brief,
  brief,
  briefs,
  communityLabels,
  indented,
  listed,
  nameAt,
  namesOf,
  none,
  type Printed,
  requireOne,
  round,
} from "./printed.ts";
import { printAbbreviations, printCompare, printFacts, printUses } from "./stated-answers.ts";
import { printTable } from "./stated-table.ts";

export type { Printed } from "./printed.ts";

/** Questions with a command of their own are printed there. */
export type AskedById = Exclude<QuestionId, "explain">;

/** One printer per question. @throws UsageError when what was typed names nothing, or several things. */
export const PRINTERS: {
  readonly [Id in AskedById]: (
    index: GraphIndex,
    answer: AnswerOf<Id>,
    args: ArgsOf<Id>,
    /** Most lines of a list that comes whole. */
    limit: number,
  ) => Printed;
} = {
  gaps: printGaps,
  "gap-matrix": printGapMatrix,
  bridges: printBridges,
  path: printPath,
  trends: printTrends,
  new: printNew,
  similar: printSimilar,
  search: printSearch,
  facts: printFacts,
  table: printTable,
  compare: printCompare,
  abbreviations: printAbbreviations,
  uses: printUses,
};

function printGaps(index: GraphIndex, gaps: AnswerOf<"gaps">): Printed {
  const value = gaps.map((gap) => ({
    method: brief(index, gap.method),
    concept: brief(index, gap.concept),
    expected: round(gap.expected),
    support: round(gap.support),
    score: round(gap.score),
    via: briefs(index, gap.via),
    method_papers: briefs(index, gap.methodPapers),
    concept_papers: briefs(index, gap.conceptPapers),
  }));
  const lines = gaps.flatMap((gap) => [
    `${nameAt(index, gap.method)}  ×  ${nameAt(index, gap.concept)}   score ${gap.score.toFixed(2)}, about ${gap.expected.toFixed(1)} papers expected, none found`,
    `    both near: ${namesOf(index, gap.via)}`,
    ...gap.methodPapers.slice(0, 1).map((paper) => `    nearest with the method: ${nameAt(index, paper)}`),
    ...gap.conceptPapers.slice(0, 1).map((paper) => `    nearest with the concept: ${nameAt(index, paper)}`),
  ]);
  return {
    value,
    lines: none(lines, `gaps: no pair with close terms in common is expected in ${MIN_EXPECTED} papers or more`),
  };
}

function printGapMatrix(index: GraphIndex, { methods, concepts, rows }: AnswerOf<"gap-matrix">): Printed {
  const value = {
    methods: briefs(index, methods),
    concepts: briefs(index, concepts),
    rows: rows.map((cells) => cells.map(({ papers, score }) => ({ papers, score: round(score) }))),
  };
  const lines = methods.flatMap((method, i) => {
    const cells = rows[i]!.flatMap(({ papers, score }, j) => {
      if (papers === 0 && score === 0) return [];
      return `${nameAt(index, concepts[j]!)} ${papers > 0 ? papers : `gap ${score.toFixed(2)}`}`;
    });
    return [nameAt(index, method), indented(none(cells, "concept of the matrix in common").join(" · "))];
  });
  return { value, lines: none(lines, "matrix: no term is neither too rare nor too general") };
}

function printBridges(index: GraphIndex, bridges: AnswerOf<"bridges">): Printed {
  const labels = communityLabels(index);
  const value = bridges.map((bridge) => ({
    ...brief(index, bridge.node),
    score: round(bridge.score),
    participation: round(bridge.participation),
    betweenness: round(bridge.betweenness),
    communities: bridge.communities.map(({ id, share }) => ({ id, label: labels.get(id), share: round(share) })),
  }));
  const lines = bridges.map(({ node, score, communities }) => {
    const ties = communities
      .slice(0, 3)
      .map(({ id, share }) => `${labels.get(id) ?? `#${id}`} ${Math.round(share * 100)} %`);
    return `${score.toFixed(3)}  ${nameAt(index, node)}   ${ties.join(" · ")}`;
  });
  return { value, lines: none(lines, "bridges: nothing has two neighbours in each of two communities") };
}

function printPath(index: GraphIndex, { from, to, paths }: AnswerOf<"path">, args: ArgsOf<"path">): Printed {
  requireOne(index, from, "term", args.from);
  requireOne(index, to, "term", args.to);
  const value = paths.map((steps) => steps.map(({ node, ...edge }) => ({ ...brief(index, node), ...edge })));
  const lines = paths.flatMap((steps, i) => [
    `path ${i + 1}`,
    ...steps.map(
      ({ node, role }) =>
        `    ${node < index.document.papers.length ? "  " : ""}${nameAt(index, node)}${role ? `   (${role})` : ""}`,
    ),
  ]);
  return { value, lines: none(lines, "path: nothing joins the two") };
}

function printNew(index: GraphIndex, { papers, terms, all, communities }: AnswerOf<"new">): Printed {
  const labels = communityLabels(index);
  const value = {
    papers: briefs(index, papers),
    terms: briefs(index, terms),
    all,
    communities: communities.map((grown) => ({ ...grown, label: labels.get(grown.id) })),
  };
  if (all.papers === 0) return { value, lines: ["no new papers: the last build added none to the map"] };
  const list = (nodes: readonly number[], found: number) => [
    ...nodes.map((node) => indented(nameAt(index, node))),
    ...(found > nodes.length ? [indented(`… and ${found - nodes.length} more`)] : []),
  ];
  const lines = [
    `${all.papers} of ${index.papers} papers are new, in ${communities
      .map(({ id, papers: count }) => `${labels.get(id) ?? `#${id}`} (${count})`)
      .join(", ")}`,
    ...list(papers, all.papers),
    `${all.terms} terms are theirs alone`,
    ...list(terms, all.terms),
  ];
  return { value, lines };
}

type Trend = AnswerOf<"trends">["rising"][number];

function printTrends(index: GraphIndex, { periods, papers, rising, falling, fresh }: AnswerOf<"trends">): Printed {
  const row = ({ node, firstSeen, counts, shares, rise, burst }: Trend): Brief => ({
    ...brief(index, node),
    first_seen: firstSeen,
    counts,
    shares: shares.map(round),
    rise: round(rise),
    burst: { period: burst.period, z: round(burst.z) },
  });
  const value = { periods, papers, rising: rising.map(row), falling: falling.map(row), new: fresh.map(row) };
  if (periods.length === 0) return { value, lines: ["no trends: no paper has a date"] };
  const dated = papers.reduce((sum, n) => sum + n, 0);
  const line = ({ node, counts, rise, firstSeen, burst }: Trend): string =>
    `${rise >= 0 ? "+" : "−"}${Math.abs(rise).toFixed(1)} sd  ${nameAt(index, node)}   ${counts.join(" ")}   first ${firstSeen}${burst.z >= MIN_MOVE ? `, peak ${burst.period}` : ""}`;
  const lines = [
    `${periods[0] ?? ""} to ${periods.at(-1) ?? ""}, papers: ${papers.join(" ")}`,
    `${dated} of ${index.document.papers.length} papers have a date; the others do not count here`,
    `rising (by ${MIN_MOVE} standard deviations or more)`,
    ...none(rising.map(line), "such term").map(indented),
    "falling",
    ...none(falling.map(line), "such term").map(indented),
    "new",
    ...none(fresh.map(line), "such term").map(indented),
  ];
  return { value, lines };
}

function printSimilar(index: GraphIndex, { paper, similar }: AnswerOf<"similar">, args: ArgsOf<"similar">): Printed {
  const asked = requireOne(index, paper, "paper", args.paper);
  const value = similar.map(({ node, weight, shared }) => ({
    ...brief(index, node),
    weight,
    shared: briefs(index, shared),
  }));
  const lines = similar.map(
    ({ node, weight, shared }) =>
      `${weight.toFixed(3)}  ${nameAt(index, node)}   both: ${namesOf(index, shared) || "words only"}`,
  );
  return { value, lines: [`like “${nameAt(index, asked)}”`, ...none(lines, "similar paper")] };
}

function printSearch(
  index: GraphIndex,
  answer: AnswerOf<"search">,
  { expression }: ArgsOf<"search">,
  limit: number,
): Printed {
  if (!answer.ok)
    throw new UsageError(
      `${answer.message}, at character ${answer.position + 1} of: ${expression}`,
      QUESTIONS.search.command?.example,
    );
  const included = answer.included.map(({ clause, nodes }) => `${clause} includes ${listed(index, nodes)}`);
  const dateOf = (node: number): string => index.document.papers[node]?.date ?? "          ";
  const lines = answer.papers.slice(0, limit).map((node) => `${dateOf(node)}  ${nameAt(index, node)}`);
  const rest = answer.papers.length > limit ? [`… and ${answer.papers.length - limit} more (--limit)`] : [];
  return {
    value: briefs(index, answer.papers),
    lines: [`${answer.papers.length} papers`, ...included, ...lines, ...rest],
  };
}
