/**
 * Papers over time in even steps, for bars and for the filter by date.
 */
import { groupBy } from "../../src/lib/group-by.ts";
import { monthNumber, monthOf, monthText } from "../../src/lib/months.ts";
import { periodsOf } from "../../src/query/periods.ts";

export interface TimeBin {
  /** First and last month, `YYYY-MM`. */
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly count: number;
}

/** More bars than this cannot be told apart; a wrong date alone (year 1, year 9999) makes thousands of years. */
const MOST_BINS = 200;

/** Empty when no date is known. Bins without papers are there, with 0. */
export function timeBins(dates: readonly (string | undefined)[]): TimeBin[] {
  const known = dates.filter((date) => date !== undefined);
  const { periods, monthly, placeOf } = periodsOf(known);
  const counts = periods.map(() => 0);
  for (const date of known) counts[placeOf(date)]!++;
  const bins = periods.map((label, i): TimeBin => {
    const from = monthOf(label)!;
    const to = monthText(monthNumber(from) + (monthly ? 0 : 11));
    return { from, to, label, count: counts[i]! };
  });
  return joined(bins);
}

/** Years by tens, or hundreds, where there are too many of them. */
function joined(bins: readonly TimeBin[]): TimeBin[] {
  let step = 1;
  while (bins.length / step > MOST_BINS) step *= 10;
  if (step === 1) return [...bins];
  const groups = groupBy(bins, ({ label }) => Math.floor(Number(label) / step));
  return [...groups.values()].map((group) => {
    const [first, last] = [group[0]!, group.at(-1)!];
    const count = group.reduce((sum, bin) => sum + bin.count, 0);
    return { from: first.from, to: last.to, label: `${first.label}–${last.label}`, count };
  });
}
