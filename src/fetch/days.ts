/**
 * Days and ranges of days, as people type them: `2024-05-01`, `2024-05`, `2024-01..2024-03`, `2024-05-01..`.
 */
import { UsageError } from "../lib/errors.ts";
import { parseDate } from "../read/fields/dates.ts";

/** `YYYY-MM-DD`, both included; a side that is left out is open. */
export interface DayRange {
  readonly from?: string;
  readonly to?: string;
}

const DATE = String.raw`\d{4}(?:-\d{2}(?:-\d{2})?)?`;
const RANGE = new RegExp(`^(${DATE})?\\.\\.(${DATE})?$`);
const MONTH_OR_DAY = /^\d{4}-\d{2}(-\d{2})?$/;

/**
 * The range that a word means; undefined for any other word. A year by itself is a word.
 *
 * @throws UsageError for a day that the calendar lacks, and for a range that ends before it begins.
 */
export function parseRange(word: string): DayRange | undefined {
  const sides = RANGE.exec(word);
  if (!sides && !MONTH_OR_DAY.test(word)) return undefined;
  const [first, last] = sides ? [sides[1], sides[2]] : [word, word];
  if (first === undefined && last === undefined) return undefined;
  const from = first === undefined ? undefined : firstDay(first);
  const to = last === undefined ? undefined : lastDay(last);
  if (from !== undefined && to !== undefined && from > to)
    throw new UsageError(`${word} ends before it begins`, "as in 2024-01..2024-03");
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** All days of a year. */
export function rangeOfYear(year: string): DayRange {
  return { from: firstDay(year), to: lastDay(year) };
}

function firstDay(date: string): string {
  const day = `${date}-01-01`.slice(0, 10);
  return parseDate(day) === day ? day : noDay(date);
}

function lastDay(date: string): string {
  if (date.length === 10) return firstDay(date);
  const month = date.length === 4 ? `${date}-12` : date;
  return ["31", "30", "29", "28"].map((day) => `${month}-${day}`).find(isDay) ?? noDay(date);
}

function isDay(text: string): boolean {
  return parseDate(text) === text;
}

function noDay(date: string): never {
  throw new UsageError(`there is no ${date}`, "days are written YYYY-MM-DD, months YYYY-MM");
}

/** The day after; `day` exists. */
export function nextDay(day: string): string {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  const candidates = [dayText(year, month, date + 1), dayText(year, month + 1, 1)];
  return candidates.find(isDay) ?? dayText(year + 1, 1, 1);
}

function dayText(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
