/**
 * Dates for formats that know whole days only.
 */

/**
 * The first day of a year, a month or a day: `2024-05` → `2024-05-01`.
 *
 * @param date `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 * @returns undefined where there is no such day.
 */
export function firstDay(date: string | undefined): string | undefined {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date ?? "");
  if (!found) return undefined;
  const [, year = "", month = "01", day = "01"] = found;
  const isDay = Number(year) > 0 && Number(day) >= 1 && Number(day) <= daysOf(Number(year), Number(month));
  return isDay ? `${year}-${month}-${day}` : undefined;
}

/** Days of a month counted from 1; none where there is no such month. */
function daysOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
