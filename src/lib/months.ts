/**
 * Calendar months as text (`YYYY-MM`) and as numbers that can be counted with.
 */

/** The month of a date `YYYY[-MM[-DD]]`; a bare year stands for its January. */
export function monthOf(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  return date.length >= 7 ? date.slice(0, 7) : `${date.slice(0, 4)}-01`;
}

/** Months since January of the year 0. @param month `YYYY-MM`. */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** `YYYY-MM`. @param number as `monthNumber` counts. */
export function monthText(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
}
