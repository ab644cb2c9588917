/**
 * Answers in words, and as the values of `--json`. What is answered is `src/query`'s; here it is only printed.
 */
import { paperName } from "../../contract/paper-name.ts";
import type { PaperNode, TermNode } from "../../contract/graph-document.ts";
import { UsageError } from "../../lib/errors.ts";
import type { Found } from "../../query/find.ts";
import { MIN_EXPECTED } from "../../query/gaps.ts";
import { nodeAt, type GraphIndex } from "../../query/graph-index.ts";
import { QUESTIONS, type AnswerOf, type ArgsOf, type QuestionId } from "../../query/questions.ts";
import { MIN_MOVE } from "../../query/trends.ts";

export interface Printed {
  /** For `--json`. */
  readonly value: unknown;
  readonly lines: readonly string[];
}

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
  similar: printSimilar,
  search: printSearch,
};

type Brief = Readonly<Record<string, unknown>>;

export function nameOf(node: PaperNode | TermNode | undefined): string {
  return node === undefined ? "" : "term" in node ? node.term : paperName(node);
}

const nameAt = (index: GraphIndex, node: number): string => nameOf(nodeAt(index, node));
const namesOf = (index: GraphIndex, nodes: readonly number[]): string =>
  nodes.map((node) => nameAt(index, node)).join(", ");
const round = (value: number): number => Math.round(value * 1e4) / 1e4;
const indented = (line: string): string => `    ${line}`;
const none = (lines: readonly string[], what: string): readonly string[] => (lines.length > 0 ? lines : [`no ${what}`]);

function brief(index: GraphIndex, number: number): Brief {
  const node = nodeAt(index, number);
  if (node === undefined) return {};
  if ("term" in node) return { node: node.node, term: node.term, type: node.type, papers: node.papers };
  return { node: node.node, id: node.id, title: node.title, ...(node.date && { date: node.date }) };
}

const briefs = (index: GraphIndex, nodes: readonly number[]): Brief[] => nodes.map((node) => brief(index, node));

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
  const labels = new Map(index.document.communities.map(({ id, label }) => [id, label]));
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
  const dateOf = (node: number): string => index.document.papers[node]?.date ?? "          ";
  const lines = answer.papers.slice(0, limit).map((node) => `${dateOf(node)}  ${nameAt(index, node)}`);
  const rest = answer.papers.length > limit ? [`… and ${answer.papers.length - limit} more (--limit)`] : [];
  return {
    value: briefs(index, answer.papers),
    lines: [`${answer.papers.length} papers`, ...lines, ...rest],
  };
}

const MAX_CANDIDATES = 10;

/** The node that a name stands for. */
function requireOne(index: GraphIndex, found: Found, what: "term" | "paper", asked: string | number): number {
  switch (found.kind) {
    case "one":
      return found.node;
    case "several":
      throw new UsageError(
        `"${asked}" fits ${found.nodes.length} ${what}s`,
        `which one? ${found.nodes
          .slice(0, MAX_CANDIDATES)
          .map((node) => `"${nameAt(index, node)}"`)
          .join(", ")}${found.nodes.length > MAX_CANDIDATES ? " …" : ""}`,
      );
    case "none":
      throw new UsageError(
        `no ${what} "${asked}"`,
        found.near.length > 0
          ? `near it: ${namesOf(index, found.near)}`
          : what === "paper"
            ? "give its id, its title or words of its title"
            : undefined,
      );
  }
}
