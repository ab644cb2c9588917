/**
 * Papers of some months, with their terms. Undated papers go too.
 */
import { monthOf } from "../../../src/lib/months.ts";
import { documentOf } from "../../data/map-index.ts";
import { timeBins } from "../../data/months.ts";
import { count } from "../../lib/numbers.ts";
import { rangeIn, type Filter } from "./filter.ts";
import { keepPapers } from "./terms-of-papers.ts";

/** First and last month, `YYYY-MM`, both included. */
type Months = readonly [from: string, to: string];

export const datesFilter: Filter<Months | undefined> = {
  none: undefined,
  needsDocument: true,
  hide: (index, shown, months) => {
    const stays = Uint8Array.from(documentOf(index).papers, ({ date }) => {
      const month = monthOf(date);
      return month !== undefined && month >= months[0] && month <= months[1] ? 1 : 0;
    });
    keepPapers(index, shown, stays);
  },
  words: (_, months) => months.join(" – "),
  writeLink: (_, months, link) => {
    link.set("dates", months.join(".."));
  },
  readLink: (_, link) => rangeIn(link, "dates"),
  control: (index) => {
    const bins = timeBins(documentOf(index).papers.map((paper) => paper.date));
    if (bins.length < 2) return undefined;
    const last = bins.length - 1;
    const undated = index.papers - bins.reduce((sum, bin) => sum + bin.count, 0);
    return {
      kind: "range",
      title: "Papers from",
      ends: ["Earliest date", "Latest date"],
      places: bins.length,
      label: (place) => bins[place]!.label,
      spoken: (place) => bins[place]!.label,
      bars: bins.map((bin) => ({ count: bin.count, title: `${bin.label}: ${count(bin.count, "paper", "papers")}` })),
      placesOf: (months) => {
        if (!months) return [0, last];
        const from = bins.findIndex((bin) => bin.to >= months[0]);
        const to = bins.findLastIndex((bin) => bin.from <= months[1]);
        return [Math.max(0, from), Math.max(0, from, to)];
      },
      valueFor: (from, to) => (from === 0 && to === last ? undefined : [bins[from]!.from, bins[to]!.to]),
      note: (months) => (undated > 0 ? undatedNote(undated, months !== undefined) : undefined),
    };
  },
};

function undatedNote(papers: number, chosen: boolean): string {
  return `${count(papers, "paper has", "papers have")} no date${chosen ? ": not shown while dates are chosen" : ""}.`;
}
