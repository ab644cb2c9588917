/**
 * Dates and counts as listing pages write them.
 */
import { parseDate } from "../fields/dates.ts";

export interface PageDate {
  readonly year?: number;
  /** Absent where the page only names a year. */
  readonly month?: number;
  readonly day?: number;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** `5`, `1,205`, `1 205`, `1'205`, `1.2k`, `100+` */
export const COUNT = String.raw`\d[\d.,' ]*k?\+?`;
const NO_YEAR = new RegExp(
  `^(?:([A-Z][a-z]{2})[a-z]*\\.? (\\d{1,2})|(\\d{1,2})\\.? ([A-Z][a-z]{2})[a-z]*\\.?)(?: ${COUNT})?$`,
);
/** The number after a date counts comments; it is no part of it. */
const COMMENTS = new RegExp(`(?<=\\d{4}|[月日]) ${COUNT}$`);
const LABEL = /^(?:published|submitted|posted|updated|added)(?: on)?:? /i;
/** Texts with more words around a year are no dates. */
const MOST_WORDS = 5;

/** A date, day or month first, in any of the languages that dates are read in; undefined when there is none. */
export function parsePageDate(text: string): PageDate | undefined {
  // Pages come with no-break spaces.
  const plain = text.replace(/\s+/g, " ").trim().replace(LABEL, "");
  const dated = plain.replace(COMMENTS, "");
  if (/\d{4}/.test(dated) && dated.split(" ").length <= MOST_WORDS) {
    const [year, month, day] = (parseDate(dated) ?? "").split("-").filter(Boolean).map(Number);
    // A year among words is a title of few words, not a date.
    if (year !== undefined && (month !== undefined || !/\p{L}/u.test(dated)))
      return { year, ...(month !== undefined && { month }), ...(day !== undefined && { day }) };
  }
  const bare = NO_YEAR.exec(plain);
  const month = MONTHS.indexOf(bare?.[1] ?? bare?.[4] ?? "") + 1;
  const day = Number(bare?.[2] ?? bare?.[3]);
  return month > 0 && day >= 1 && day <= 31 ? { month, day } : undefined;
}

/** `YYYY[-MM[-DD]]`; undefined where neither the date nor its page names a year. */
export function isoDate({ year: own, month, day }: PageDate, pageYear: number | undefined): string | undefined {
  const year = own ?? pageYear;
  if (year === undefined) return undefined;
  return [year, month, day].flatMap((n) => (n === undefined ? [] : String(n).padStart(2, "0"))).join("-");
}

/** `1205` of `1,205` and of `1 205`, `1200` of `1.2k`. */
export function readCount(text: string): number {
  const plain = text.replace(/\+$/, "").trim();
  if (plain.endsWith("k")) return Math.round(Number(plain.slice(0, -1).replace(",", ".")) * 1000);
  return Number(plain.replace(/[.,' ]/g, ""));
}
