/** What a training run says of itself: scores of chosen terms against the gold, and of a ranking. */
import type { Chosen } from "../../extract/types.ts";
import { type BorderErrors, countBorders } from "./train-borders.ts";
import { goldKey, type GoldPaper } from "./train-gold.ts";

export const goldKeys = (paper: GoldPaper) => new Set(paper.terms.map(({ text }) => goldKey(text)));

/** Machine-learning listings, other computer science (conferences, too), other sciences, bibliographic records. */
export const GROUPS = ["hf", "cs", "other", "records"] as const;
export function groupOf(source: string): (typeof GROUPS)[number] {
  if (source === "records") return "records";
  return source.startsWith("hf") ? "hf" : source.startsWith("arxiv-cs") || source === "conferences" ? "cs" : "other";
}
export const pct = (a: number, b: number) => ((100 * a) / Math.max(1, b)).toFixed(1);

interface Tally extends BorderErrors {
  predicted: number;
  hit: number;
  gold: number;
  keys: number;
  hitKeys: number;
}

/**
 * Prints precision, recall and F1 of the chosen terms, the recall of the key terms and borders too narrow : too wide, by where the papers come from.
 *
 * @param choose the mentions chosen in the paper with the index.
 */
export function report(name: string, papers: readonly GoldPaper[], choose: (i: number) => Chosen[]): void {
  const tallies = new Map<string, Tally>();
  papers.forEach((paper, i) => {
    const found = new Set(choose(i).map(({ candidate }) => goldKey(candidate.text)));
    const gold = goldKeys(paper);
    const keys = new Set(paper.terms.filter(({ key }) => key).map(({ text }) => goldKey(text)));
    for (const group of ["all", groupOf(paper.source)]) {
      const tally = tallies.get(group) ?? { predicted: 0, hit: 0, gold: 0, keys: 0, hitKeys: 0, short: 0, long: 0 };
      tallies.set(group, tally);
      tally.predicted += found.size;
      tally.gold += gold.size;
      tally.keys += keys.size;
      for (const key of found) if (gold.has(key)) tally.hit++;
      countBorders(gold, found, tally);
      for (const key of keys) if (found.has(key)) tally.hitKeys++;
    }
  });
  const cells = ["all", ...GROUPS].map((group) => {
    const t = tallies.get(group);
    return t
      ? `${group} P ${pct(t.hit, t.predicted)} R ${pct(t.hit, t.gold)} F ${pct(2 * t.hit, t.predicted + t.gold)} K ${pct(t.hitKeys, t.keys)} ${t.short}:${t.long}`
      : "";
  });
  console.log(`${name.padEnd(14)} ${cells.join(" | ")}`);
}
/** Of a score that should be high for the labelled (Hanley & McNeil 1982): 0.5 for chance, 1 for a perfect order. */
export function areaUnderCurve(scored: readonly { score: number; label: boolean }[]): number {
  const sorted = [...scored].sort((a, b) => a.score - b.score);
  let ranks = 0;
  let positives = 0;
  sorted.forEach(({ label }, i) => {
    if (label) {
      ranks += i + 1;
      positives++;
    }
  });
  return (ranks - (positives * (positives + 1)) / 2) / (positives * (sorted.length - positives));
}
