/**
 * Papers over time in even steps, for bars and for the filter by date.
 */
import { monthNumber, monthOf, monthText } from "../../src/lib/months.ts";
import { periodsOf } from "../../src/query/periods.ts";

export interface TimeBin {
  /** First and last month, `YYYY-MM`. */
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly count: number;
}

/** Empty when no date is known. Bins without papers are there, with 0. */
export function timeBins(dates: readonly (string | undefined)[]): TimeBin[] {
  const known = dates.filter((date) => date !== undefined);
  const { periods, monthly, placeOf } = periodsOf(known);
  const counts = periods.map(() => 0);
  for (const date of known) counts[placeOf(date)]!++;
  return periods.map((label, i) => {
    const from = monthOf(label)!;
    const to = monthText(monthNumber(from) + (monthly ? 0 : 11));
    return { from, to, label, count: counts[i]! };
  });
}
