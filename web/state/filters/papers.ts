/**
 * Terms by the number of papers that have them.
 */
import { documentOf } from "../../data/map-index.ts";
import { count, plain } from "../../lib/numbers.ts";
import { rangeIn, type Filter } from "./filter.ts";

/** Both included. */
type Range = readonly [min: number, max: number];

export const papersFilter: Filter<Range | undefined> = {
  none: undefined,
  needsDocument: false,
  hide: (index, shown, range) => {
    for (let node = index.papers; node < index.count; node++)
      if (index.weight[node]! < range[0] || index.weight[node]! > range[1]) shown[node] = 0;
  },
  words: (_, [min, max]) => `terms in ${plain(min)} – ${plain(max)} papers`,
  writeLink: (_, range, link) => {
    link.set("papers", range.join(".."));
  },
  readLink: (_, link) => {
    const [min = NaN, max = NaN] = rangeIn(link, "papers")?.map(Number) ?? [];
    return Number.isFinite(min) && Number.isFinite(max) ? [min, max] : undefined;
  },
  control: (index) => {
    // The numbers that occur, ascending.
    const counts = [...new Set(documentOf(index).terms.map((term) => term.papers))].sort((a, b) => a - b);
    if (counts.length < 2) return undefined;
    const last = counts.length - 1;
    return {
      kind: "range",
      title: "Terms in this many papers",
      ends: ["Fewest papers", "Most papers"],
      places: counts.length,
      label: (place) => plain(counts[place]!),
      spoken: (place) => count(counts[place]!, "paper", "papers"),
      placesOf: ([min, max] = [counts[0]!, counts[last]!]) => {
        const from = counts.findIndex((n) => n >= min);
        const to = counts.findLastIndex((n) => n <= max);
        return [Math.max(0, from), Math.max(0, from, to)];
      },
      valueFor: (from, to) => (from === 0 && to === last ? undefined : [counts[from]!, counts[to]!]),
    };
  },
};
