/**
 * Papers over time in even steps: years, or months where all lies within a few years.
 */
import { monthNumber, monthOf, monthText } from "../../src/lib/months.ts";

export interface TimeBin {
  /** First and last month, `YYYY-MM`. */
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly count: number;
}

/** More months than this are shown as years. */
const MOST_MONTHS = 36;

/** Empty when no date is known. Bins without papers are there, with 0. */
export function timeBins(dates: readonly (string | undefined)[]): TimeBin[] {
  const months = dates.map(monthOf).filter((month) => month !== undefined);
  if (months.length === 0) return [];
  const numbers = months.map(monthNumber);
  const first = numbers.reduce((a, b) => Math.min(a, b));
  const last = numbers.reduce((a, b) => Math.max(a, b));
  const byYear = last - first >= MOST_MONTHS;
  const step = byYear ? 12 : 1;
  const start = byYear ? first - (first % 12) : first;
  const bins: TimeBin[] = [];
  for (let at = start; at <= last; at += step) {
    const count = numbers.filter((month) => month >= at && month < at + step).length;
    bins.push({
      from: monthText(at),
      to: monthText(at + step - 1),
      label: byYear ? String(Math.floor(at / 12)) : monthText(at),
      count,
    });
  }
  return bins;
}
