/**
 * Terms over time, where papers have dates.
 */
import { compareCodePoints } from "../lib/order.ts";
import { termAt, type GraphIndex } from "./graph-index.ts";
import { periodsOf } from "./periods.ts";
import type { Question } from "./question.ts";
import { neighborsIn } from "./rows.ts";
import { tellingTerms } from "./telling.ts";

export interface TrendAnswer {
  /** Number of the term. */
  readonly node: number;
  readonly firstSeen: string;
  /** Papers with the term, by period. */
  readonly counts: readonly number[];
  /** The same as shares of the period's dated papers, 0…1. */
  readonly shares: readonly number[];
  /** Rise of the late half against the early half in standard deviations; above 2 is hardly chance. */
  readonly rise: number;
  /** The period in which the term stands out most from the others, and by how many standard deviations. */
  readonly burst: { readonly period: string; readonly z: number };
}

export interface Trends {
  /** `YYYY` or `YYYY-MM`, all from the first to the last, also empty ones. */
  readonly periods: readonly string[];
  /** Dated papers by period. */
  readonly papers: readonly number[];
  /** Of every term with enough dated papers that some papers are about; strongest rise first. */
  readonly terms: readonly TrendAnswer[];
  /** Terms first seen in the late part (`since`), where that is hardly chance. */
  readonly newTerms: readonly TrendAnswer[];
}

export interface TrendOptions {
  /** Fewest dated papers of a term. */
  readonly minPapers?: number;
  /** Terms first seen on or after this date are new; default: the start of the last quarter of the periods. */
  readonly since?: string;
}

/** Standard deviations below which a rise, a fall or a peak may well be chance: 5 % on each side. */
export const MIN_MOVE = 1.65;
/** Chance at most that all papers of a new term are as late as they are, were it as frequent before. */
const MAX_CHANCE = 0.05;
/** Pseudo-papers that pull small counts to the term's overall share. */
const PRIOR = 4;

export function findTrends(index: GraphIndex, { minPapers = 3, since }: TrendOptions = {}): Trends {
  const dates = index.document.papers.flatMap(({ date }) => date ?? []).sort(compareCodePoints);
  const first = dates[0];
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return { periods: [], papers: [], terms: [], newTerms: [] };

  const { periods, placeOf } = periodsOf(dates);
  const papers = periods.map(() => 0);
  const periodOf = Int32Array.from(index.document.papers, ({ date }) => (date === undefined ? -1 : placeOf(date)));
  for (const period of periodOf) if (period >= 0) papers[period]!++;

  const frame = { periods, papers, periodOf, minPapers, middle: middlePeriod(papers) };
  const telling = tellingTerms(index);
  const terms = index.document.terms
    .flatMap((_, i) => (telling[index.papers + i] === 0 ? [] : trendOf(index, index.papers + i, frame)))
    .sort((a, b) => b.rise - a.rise);
  const start = since ?? periods[Math.floor(periods.length * 0.75)] ?? last;
  const sinceStart = index.document.papers.filter(({ date = "" }) => compareCodePoints(date, start) >= 0).length;
  const lateShare = sinceStart / dates.length;
  const newTerms = terms.filter(
    ({ firstSeen, counts }) =>
      compareCodePoints(firstSeen, start) >= 0 && firstSeen > first && lateShare ** sum(counts) <= MAX_CHANCE,
  );
  return { periods, papers, terms, newTerms };
}

interface Frame {
  readonly periods: readonly string[];
  readonly papers: readonly number[];
  /** By paper: the place of its period; −1 without a date. */
  readonly periodOf: Int32Array;
  readonly minPapers: number;
  /** First period of the late half. */
  readonly middle: number;
}

function trendOf(
  index: GraphIndex,
  node: number,
  { periods, papers, periodOf, minPapers, middle }: Frame,
): TrendAnswer[] {
  const firstSeen = termAt(index, node)?.first_seen;
  const own = neighborsIn(index.mentions, node);
  if (own.length < minPapers || firstSeen === undefined) return [];
  const counts = periods.map(() => 0);
  for (const paper of own) if (periodOf[paper]! >= 0) counts[periodOf[paper]!]!++;
  const total = sum(counts);
  if (total < minPapers) return [];
  const all = sum(papers);
  const late = sum(counts.slice(middle));
  const latePapers = sum(papers.slice(middle));
  const z = counts.map((count, i) => standOut(count, papers[i]!, total - count, all - papers[i]!));
  const peak = z.reduce((best, value, i) => (value > z[best]! ? i : best), 0);
  return [
    {
      node,
      firstSeen,
      counts,
      shares: counts.map((count, i) => (papers[i]! > 0 ? count / papers[i]! : 0)),
      rise: standOut(late, latePapers, total - late, all - latePapers),
      burst: { period: periods[peak]!, z: z[peak]! },
    },
  ];
}

/**
 * z-score of the log odds ratio with a prior at the common share (Monroe, Colaresi & Quinn 2008, "Fightin' Words"):
 * safe for small counts, 0 when a side is empty.
 */
export function standOut(inside: number, insideTotal: number, outside: number, outsideTotal: number): number {
  if (insideTotal === 0 || outsideTotal === 0) return 0;
  const prior = (PRIOR * (inside + outside)) / (insideTotal + outsideTotal);
  const rest = PRIOR - prior;
  const odds = (count: number, total: number) => (count + prior) / (total - count + rest + 1e-9);
  const difference = Math.log(odds(inside, insideTotal)) - Math.log(odds(outside, outsideTotal));
  return difference / Math.sqrt(1 / (inside + prior) + 1 / (outside + prior));
}

/** First period of the late half: as many papers before it as from it on, as nearly as can be. */
function middlePeriod(papers: readonly number[]): number {
  const half = sum(papers) / 2;
  let before = 0;
  for (let i = 0; i < papers.length; i++) {
    if (i > 0 && before + papers[i]! / 2 >= half) return i;
    before += papers[i]!;
  }
  return papers.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export interface TrendsAnswer {
  readonly periods: readonly string[];
  /** Dated papers by period. */
  readonly papers: readonly number[];
  /** By `MIN_MOVE` or more, strongest first. */
  readonly rising: readonly TrendAnswer[];
  readonly falling: readonly TrendAnswer[];
  /** First seen in the last quarter of the periods. */
  readonly fresh: readonly TrendAnswer[];
}

export const TRENDS: Question<{ readonly limit: number }, TrendsAnswer> = {
  title: "Trends",
  about: "Share of the dated papers that have the term, by period.",
  command: { words: [], example: "trends", read: (_, limit) => ({ limit }) },
  answer: (index, { limit }) => {
    const { periods, papers, terms, newTerms } = findTrends(index);
    return {
      periods,
      papers,
      rising: terms.filter(({ rise }) => rise >= MIN_MOVE).slice(0, limit),
      falling: terms
        .filter(({ rise }) => rise <= -MIN_MOVE)
        .reverse()
        .slice(0, limit),
      fresh: newTerms.slice(0, limit),
    };
  },
};
