/**
 * Every question `query` knows: its words, its answer as plain values (for `--json`) and as text.
 */
import type { PaperNode, TermNode } from "../contract/graph-document.ts";
import { UsageError } from "../lib/errors.ts";
import { findBridges } from "../query/bridges.ts";
import { findPaper, findTerm, suggestTerms } from "../query/find-nodes.ts";
import { findGaps, LEAST_EXPECTED } from "../query/gaps.ts";
import type { GraphIndex } from "../query/graph-index.ts";
import { findPaths } from "../query/path.ts";
import { parseSearch } from "../query/search-expression.ts";
import { searchPapers } from "../query/search.ts";
import { similarTo } from "../query/similar.ts";
import { findTrends, LEAST_MOVE, type TermTrend } from "../query/trends.ts";

export interface Answer {
  readonly value: unknown;
  readonly lines: readonly string[];
}

export interface Question {
  /** What must follow, as shown to the user. */
  readonly words: readonly string[];
  readonly example: string;
  readonly answer: (index: GraphIndex, words: readonly string[], limit: number) => Answer;
}

export const ANSWERS: Readonly<Record<string, Question>> = {
  gaps: { words: [], example: "gaps", answer: (index, _, limit) => gaps(index, limit) },
  bridges: { words: [], example: "bridges", answer: (index, _, limit) => bridges(index, limit) },
  path: {
    words: ["<term>", "<term>"],
    example: 'path "contrastive learning" segmentation',
    answer: (index, [from = "", to = ""], limit) => path(index, from, to, limit),
  },
  trends: { words: [], example: "trends", answer: (index, _, limit) => trends(index, limit) },
  similar: {
    words: ["<paper>"],
    example: 'similar "Attention Is All You Need"',
    answer: (index, [paper = ""], limit) => similar(index, paper, limit),
  },
  search: {
    words: ["<expression>"],
    example: `search 'method:"contrastive learning" AND task:segmentation NOT dataset:ImageNet'`,
    answer: (index, [expression = ""], limit) => search(index, expression, limit),
  },
};

/** The questions for help: `gaps, bridges, path <term> <term>`. */
export function describeQuestions(): string {
  return Object.entries(ANSWERS)
    .map(([name, { words }]) => [name, ...words].join(" "))
    .join(", ");
}

type Brief = Readonly<Record<string, unknown>>;

function briefTerm({ node, term, type, papers }: TermNode): Brief {
  return { node, term, type, papers };
}

function briefPaper({ node, id, title, date }: PaperNode): Brief {
  return { node, id, title, ...(date && { date }) };
}

const nameOf = (node: PaperNode | TermNode): string => ("term" in node ? node.term : node.title || node.id);
const brief = (node: PaperNode | TermNode): Brief => ("term" in node ? briefTerm(node) : briefPaper(node));
const round = (value: number): number => Math.round(value * 1e4) / 1e4;
const indented = (line: string): string => `    ${line}`;
const none = (lines: readonly string[], what: string): readonly string[] => (lines.length > 0 ? lines : [`no ${what}`]);

function gaps(index: GraphIndex, limit: number): Answer {
  const found = findGaps(index, { limit });
  const value = found.map((gap) => ({
    method: briefTerm(gap.method),
    concept: briefTerm(gap.concept),
    expected: round(gap.expected),
    support: round(gap.support),
    score: round(gap.score),
    via: gap.via.map(briefTerm),
    method_papers: gap.methodPapers.map(briefPaper),
    concept_papers: gap.conceptPapers.map(briefPaper),
  }));
  const lines = found.flatMap((gap) => [
    `${gap.method.term}  ×  ${gap.concept.term}   score ${gap.score.toFixed(2)}, about ${gap.expected.toFixed(1)} papers expected, none found`,
    `    both near: ${gap.via.map(({ term }) => term).join(", ")}`,
    ...gap.methodPapers.slice(0, 1).map((paper) => `    nearest with the method: ${nameOf(paper)}`),
    ...gap.conceptPapers.slice(0, 1).map((paper) => `    nearest with the concept: ${nameOf(paper)}`),
  ]);
  return {
    value,
    lines: none(lines, `gaps: no pair with close terms in common is expected in ${LEAST_EXPECTED} papers or more`),
  };
}

function bridges(index: GraphIndex, limit: number): Answer {
  const found = findBridges(index, { limit });
  const value = found.map((bridge) => ({
    ...brief(bridge.node),
    score: round(bridge.score),
    participation: round(bridge.participation),
    betweenness: round(bridge.betweenness),
    communities: bridge.communities.map(({ community: { id, label }, share }) => ({ id, label, share: round(share) })),
  }));
  const lines = found.map(({ node, score, communities }) => {
    const ties = communities
      .slice(0, 3)
      .map(({ community, share }) => `${community.label} ${Math.round(share * 100)} %`);
    return `${score.toFixed(3)}  ${nameOf(node)}   ${ties.join(" · ")}`;
  });
  return { value, lines: none(lines, "bridges: nothing has two neighbours in each of two communities") };
}

function path(index: GraphIndex, from: string, to: string, limit: number): Answer {
  const found = findPaths(index, requireTerm(index, from), requireTerm(index, to), Math.min(limit, 3));
  const value = found.map((steps) =>
    steps.map(({ node, edge }) => ({ ...brief(node), ...(edge && { role: edge.role, weight: edge.weight }) })),
  );
  const lines = found.flatMap((steps, i) => [
    `path ${i + 1}`,
    ...steps.map(
      ({ node, edge }) => `    ${"term" in node ? "" : "  "}${nameOf(node)}${edge ? `   (${edge.role})` : ""}`,
    ),
  ]);
  return { value, lines: none(lines, "path: nothing joins the two") };
}

function trends(index: GraphIndex, limit: number): Answer {
  const found = findTrends(index);
  const rising = found.terms.filter(({ rise }) => rise >= LEAST_MOVE).slice(0, limit);
  const falling = found.terms
    .filter(({ rise }) => rise <= -LEAST_MOVE)
    .reverse()
    .slice(0, limit);
  const row = ({ term, firstSeen, counts, shares, rise, burst }: TermTrend): Brief => ({
    ...briefTerm(term),
    first_seen: firstSeen,
    counts,
    shares: shares.map(round),
    rise: round(rise),
    burst: { period: burst.period, z: round(burst.z) },
  });
  const value = {
    periods: found.periods,
    papers: found.papers,
    rising: rising.map(row),
    falling: falling.map(row),
    new: found.newTerms.slice(0, limit).map(row),
  };
  const dated = found.papers.reduce((sum, n) => sum + n, 0);
  if (found.periods.length === 0) return { value, lines: ["no trends: no paper has a date"] };
  const line = (trend: TermTrend): string =>
    `${trend.rise >= 0 ? "+" : "−"}${Math.abs(trend.rise).toFixed(1)} sd  ${trend.term.term}   ${trend.counts.join(" ")}   first ${trend.firstSeen}${trend.burst.z >= LEAST_MOVE ? `, peak ${trend.burst.period}` : ""}`;
  const lines = [
    `${found.periods[0] ?? ""} to ${found.periods.at(-1) ?? ""}, papers: ${found.papers.join(" ")}`,
    `${dated} of ${index.document.papers.length} papers have a date; the others do not count here`,
    `rising (by ${LEAST_MOVE} standard deviations or more)`,
    ...none(rising.map(line), "such term").map(indented),
    "falling",
    ...none(falling.map(line), "such term").map(indented),
    "new",
    ...none(found.newTerms.slice(0, limit).map(line), "such term").map(indented),
  ];
  return { value, lines };
}

function similar(index: GraphIndex, text: string, limit: number): Answer {
  const paper = findPaper(index, text);
  if (!paper) throw new UsageError(`no paper "${text}"`, "give its id, its title or words of its title");
  const found = similarTo(index, paper, limit);
  const value = found.map((item) => ({
    ...briefPaper(item.paper),
    weight: item.weight,
    shared: item.shared.map(briefTerm),
  }));
  const lines = found.map(
    (item) =>
      `${item.weight.toFixed(3)}  ${nameOf(item.paper)}   both: ${item.shared.map(({ term }) => term).join(", ") || "words only"}`,
  );
  return { value, lines: [`like “${nameOf(paper)}”`, ...none(lines, "similar paper")] };
}

function search(index: GraphIndex, text: string, limit: number): Answer {
  const parsed = parseSearch(text);
  if (!parsed.ok)
    throw new UsageError(
      `${parsed.message}, at character ${parsed.position + 1} of: ${text}`,
      ANSWERS["search"]?.example,
    );
  const found = searchPapers(index, parsed.expression);
  const lines = found.slice(0, limit).map((paper) => `${paper.date ?? "          "}  ${nameOf(paper)}`);
  const rest = found.length > limit ? [`… and ${found.length - limit} more (--limit)`] : [];
  return { value: found.map(briefPaper), lines: [`${found.length} papers`, ...lines, ...rest] };
}

function requireTerm(index: GraphIndex, text: string): TermNode {
  const term = findTerm(index, text);
  if (term) return term;
  const near = suggestTerms(index, text).map((suggestion) => suggestion.term);
  throw new UsageError(`no term "${text}"`, near.length > 0 ? `near it: ${near.join(", ")}` : undefined);
}
