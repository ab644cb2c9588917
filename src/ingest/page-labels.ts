/**
 * Tells titles from abstracts in a listing page: the cheapest reading of the whole line sequence (Viterbi).
 *
 * A page is title, abstract, title, abstract … except where it is not: a record may lack its abstract, an
 * abstract may break over lines, the page may be cut. No single line decides: each label has a cost for
 * the line's looks, each deviation from the pattern a cost, and the cheapest sequence wins.
 */
import type { PageLine } from "./page-lines.ts";

/** `more`: the abstract goes on; `wrapped`: the title goes on (blank-spaced pages only). */
export type LineLabel = "title" | "wrapped" | "abstract" | "more";

const LABELS: readonly LineLabel[] = ["title", "wrapped", "abstract", "more"];

/** Cost of a line without abstract, of an abstract line without title, of a broken abstract, of a wrapped title. */
const COST = { noAbstract: 4, orphan: 6, broken: 2.5, wrapped: 2, impossible: 1e6 };

/** Cost of taking a line for a title: titles are short and hold no full sentences. */
function titleCost(text: string): number {
  let cost = Math.max(0, (text.length - 160) / 40);
  if (/[^.]\.["”’)]?$/.test(text)) cost += 3;
  if (/[a-z)]\. [A-Z]/.test(text)) cost += 2.5;
  if (/^[a-z]+,? [a-z]/.test(text)) cost += 2;
  return cost;
}

/** Cost of taking a line for an abstract's beginning: abstracts are long and end like sentences. */
function abstractCost(text: string): number {
  let cost = Math.max(0, (220 - text.length) / 60);
  if (!/[.!?:…]["”’)]*$/.test(text)) cost += 1.5;
  if (/^[a-z]+,? [a-z]/.test(text)) cost += 1;
  return cost;
}

/** Cost of taking a line for an abstract's continuation: it may be of any length. */
function moreCost(text: string): number {
  return /[.!?:,;…]["”’)]*$/.test(text) || /^[a-z(]/.test(text) ? 0 : 1.5;
}

function lineCost(label: LineLabel, text: string): number {
  if (label === "title") return titleCost(text);
  if (label === "wrapped") return titleCost(text) + (/^[a-z(&]/.test(text) ? 0 : 0.5);
  return label === "abstract" ? abstractCost(text) : moreCost(text);
}

/** `before` is undefined at the start of a run (page start, or after a record's details). */
function stepCost(before: LineLabel | undefined, label: LineLabel, gap: boolean, spaced: boolean): number {
  const inBlock = spaced && !gap;
  switch (label) {
    case "title":
      if (before === "title" || before === "wrapped") return COST.noAbstract;
      return inBlock && before !== undefined ? COST.broken : 0;
    case "wrapped":
      return inBlock && (before === "title" || before === "wrapped") ? COST.wrapped : COST.impossible;
    case "abstract":
      return before === "title" || before === "wrapped" ? 0 : before === undefined ? COST.orphan : COST.impossible;
    case "more":
      if (before !== "abstract" && before !== "more") return COST.impossible;
      return inBlock ? 0.25 : COST.broken;
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
    const from: (LineLabel | undefined)[] = [];
    costs = LABELS.map((label, k) => {
      let best = Infinity;
      if (i === 0) best = stepCost(undefined, label, true, spaced);
      else
        LABELS.forEach((before, b) => {
          const cost = (costs[b] ?? Infinity) + stepCost(before, label, line.gap, spaced);
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
