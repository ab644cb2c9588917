/**
 * The axis of time: even steps of months, or of years where the months are not all known or too many.
 */
import { compareCodePoints } from "../lib/order.ts";
import { monthNumber, monthOf, monthText } from "../lib/months.ts";

export interface Periods {
  /** `YYYY` or `YYYY-MM`, all from the first to the last, also those without a date. */
  readonly periods: readonly string[];
  readonly monthly: boolean;
  /** Place of one of the dates in `periods`. */
  readonly placeOf: (date: string) => number;
}

/** More months than this are counted by years. */
const MAX_MONTHS = 36;

/** @param dates `YYYY[-MM[-DD]]`, in any order; without one there is no period. */
export function periodsOf(dates: readonly string[]): Periods {
  const sorted = [...dates].sort(compareCodePoints);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return { periods: [], monthly: false, placeOf: () => -1 };
  const [from, to] = [monthNumber(monthOf(first)!), monthNumber(monthOf(last)!)];
  const monthly = dates.every((date) => date.length >= 7) && to - from < MAX_MONTHS;
  const step = monthly ? 1 : 12;
  const start = Math.floor(from / step);
  const count = Math.floor(to / step) - start + 1;
  const length = monthly ? 7 : 4;
  return {
    periods: Array.from({ length: count }, (_, i) => monthText((start + i) * step).slice(0, length)),
    monthly,
    placeOf: (date) => Math.floor(monthNumber(monthOf(date)!) / step) - start,
  };
}
