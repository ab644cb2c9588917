/**
 * Tells titles from abstracts in a listing page: the cheapest reading of the whole line sequence (Viterbi).
 *
 * A page is title, abstract, title, abstract … except where it is not: a record may lack its abstract, an
 * abstract may break over lines, the page may be cut. No single line decides: each label has a cost for
 * the line's looks, each deviation from the pattern a cost, and the cheapest sequence wins.
 */
import { lastWord } from "../../lib/text.ts";
import type { PageLine } from "./page-lines.ts";

/** `more`: the abstract goes on; `wrapped`: the title goes on. */
export type LineLabel = "title" | "wrapped" | "abstract" | "more";

const LABELS: readonly LineLabel[] = ["title", "wrapped", "abstract", "more"];

/** Cost of a record without abstract, an abstract without title, a broken abstract, a wrapped title, a cut abstract. */
const COST = { noAbstract: 4, orphan: 6, broken: 2.5, wrapped: 5, unfinished: 1.5, impossible: 1e6 };

/** A sentence is over; titles may end in a question mark, so that does not count. */
const ends = (text: string): boolean => /[.!…]["”’)\]]*$/.test(text) || /https?:\S/.test(lastWord(text));
/** Words that no title ends with and that a wrapped title's second line may begin with. */
const JOINS = "a an and as at by for from in into of on or the to via vs with without";
const ENDS_OPEN = new RegExp(`[:,–—-]$|\\b(${JOINS.replaceAll(" ", "|")})$`, "i");
const BEGINS_OPEN = /^([a-z]+[ ,-]|[(&])/;
const BEGINS_SMALL = /^[a-z]+,? [a-z]/;

/** Share of the longer words that begin with a capital, 0…1: near 1 in most titles, near 0 in sentences. */
function capitalShare(text: string): number {
  const words = text.match(/[\p{L}][\p{L}\p{N}]{3,}/gu) ?? [];
  return words.length === 0 ? 0.5 : words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length;
}

/** Cost of taking a line for a title: titles are short, capitalised, and hold no full sentences. */
function titleCost(text: string): number {
  let cost = Math.max(0, (text.length - 160) / 40);
  if (/[^.]\.["”’)]?$/.test(text)) cost += 3;
  if (/[a-z)]\. [A-Z]/.test(text)) cost += 2.5;
  if (BEGINS_SMALL.test(text)) cost += 2;
  if (capitalShare(text) < 0.4) cost += 1;
  return cost;
}

/** Cost of taking a line for an abstract's beginning: most are long, all are sentences. */
function abstractCost(text: string): number {
  let cost = Math.min(1.5, Math.max(0, (220 - text.length) / 60));
  if (!ends(text)) cost += 0.5;
  if (BEGINS_SMALL.test(text)) cost += 1;
  if (capitalShare(text) > 0.7) cost += 1.5;
  return cost;
}

/** Cost of taking a line for an abstract's continuation: it may be of any length. */
function moreCost(text: string): number {
  return capitalShare(text) > 0.7 && text.length < 200 ? 2 : 0;
}

function lineCost(label: LineLabel, text: string): number {
  if (label === "title" || label === "wrapped")
    return titleCost(text) - (label === "wrapped" && BEGINS_SMALL.test(text) ? 2 : 0);
  return label === "abstract" ? abstractCost(text) : moreCost(text);
}

interface Step {
  /** Undefined at the start of a run (page start, or after a record's details). */
  readonly before: LineLabel | undefined;
  readonly previous: string;
  readonly text: string;
  /** No blank line between the two, on a page that has blank lines between blocks. */
  readonly inBlock: boolean;
  /** A blank line between the two, on such a page. */
  readonly newBlock: boolean;
}

function stepCost(label: LineLabel, { before, previous, text, inBlock, newBlock }: Step): number {
  const inTitle = before === "title" || before === "wrapped";
  switch (label) {
    case "title":
      if (inTitle) return COST.noAbstract + (inBlock ? 1 : 0);
      if (before === undefined) return 0;
      return (
        (ends(previous) ? 0 : COST.unfinished + (before === "abstract" && previous.length < 150 ? 2 : 0)) +
        (inBlock ? COST.broken : 0)
      );
    case "wrapped":
      if (!inTitle) return COST.impossible;
      return (
        COST.wrapped +
        (newBlock ? 3 : 0) -
        (inBlock ? 3 : 0) -
        (ENDS_OPEN.test(previous) ? 3 : 0) -
        (BEGINS_OPEN.test(text) ? 3 : 0)
      );
    case "abstract":
      return inTitle ? 0 : before === undefined ? COST.orphan : COST.impossible;
    case "more":
      if (inTitle || before === undefined) return COST.impossible;
      if (inBlock) return 0.25;
      // Lines broken at a width are of one length: a long line does not go on from a short one.
      if (!ends(previous) && text.length > 2 * previous.length + 50) return COST.broken + 1;
      return ends(previous) ? COST.broken : /^[\p{Lu}]/u.test(text) ? 1 : 0.25;
  }
}

/**
 * Labels one run of lines (no details inside it).
 *
 * @returns the labels and their total cost; a clean run of n records costs about 0.
 */
export function labelLines(lines: readonly PageLine[], spaced: boolean): { labels: LineLabel[]; cost: number } {
  const back: (LineLabel | undefined)[][] = [];
  let costs: number[] = [];
  for (const [i, line] of lines.entries()) {
    const text = line.text.trim();
    const step = {
      previous: lines[i - 1]?.text.trim() ?? "",
      text,
      inBlock: spaced && !line.gap,
      newBlock: spaced && line.gap,
    };
    const from: (LineLabel | undefined)[] = [];
    costs = LABELS.map((label, k) => {
      let best = i === 0 ? stepCost(label, { ...step, before: undefined }) : Infinity;
      if (i > 0)
        LABELS.forEach((before, b) => {
          const cost = (costs[b] ?? Infinity) + stepCost(label, { ...step, before });
          if (cost < best) [best, from[k]] = [cost, before];
        });
      return best + lineCost(label, text);
    });
    back.push(from);
  }
  // A run that ends on a title ends on a record without abstract.
  const ending = costs.map((cost, k) => cost + (k < 2 ? COST.noAbstract : 0));
  const cost = Math.min(...ending);
  const labels: LineLabel[] = [];
  let label = LABELS[ending.indexOf(cost)];
  for (let i = lines.length - 1; i >= 0 && label !== undefined; i--) {
    labels.push(label);
    label = back[i]?.[LABELS.indexOf(label)];
  }
  return { labels: labels.reverse(), cost: lines.length > 0 ? cost : 0 };
}
