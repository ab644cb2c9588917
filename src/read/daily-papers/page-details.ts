/**
 * The lines under an abstract: author count or organisation, a middle dot, the date.
 *
 *     • 5 authors            or   apple Apple
 *   ·                             ·
 *   Apr 29, 2024 1                Sep 30 2
 *
 * The number after the date counts comments; it belongs to nobody's date. A date may lack its year.
 */
import type { PageLine } from "./page-lines.ts";

export interface PageDate {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

export interface PageDetails {
  readonly author_count?: number;
  readonly organization?: string;
  readonly date?: PageDate;
  /** How many lines it takes up. */
  readonly length: number;
  /** The page breaks off inside it. */
  readonly cut: boolean;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** `5`, `1,205`, `1.2k` */
const COUNT = String.raw`\d[\d.,]*k?`;
const AUTHORS = new RegExp(`^•\\s*(${COUNT})\\s+authors?$`);
const AUTHORS_CUT = /^•\s*\d*\s*(a|au|aut|auth|autho|author)?$/;
const DOT = /^·$/;
const MONTH_FIRST = new RegExp(`^([A-Z][a-z]{2})[a-z]* (\\d{1,2})(?:, (\\d{4})| ((?:19|20)\\d{2}))?(?: ${COUNT})?$`);
const DAY_FIRST = new RegExp(`^(\\d{1,2}) ([A-Z][a-z]{2})[a-z]*,? (\\d{4})(?: ${COUNT})?$`);

/** A date as pages write it, day or month first, with the number of comments after it. */
export function parsePageDate(text: string): PageDate | undefined {
  // Pages come with no-break spaces.
  const plain = text.replace(/\s+/g, " ").trim();
  const [monthFirst, dayFirst] = [MONTH_FIRST.exec(plain), DAY_FIRST.exec(plain)];
  const month = MONTHS.indexOf(monthFirst?.[1] ?? dayFirst?.[2] ?? "") + 1;
  if (month === 0) return undefined;
  const day = Number(monthFirst?.[2] ?? dayFirst?.[1]);
  if (day < 1 || day > 31) return undefined;
  const year = monthFirst?.[3] ?? monthFirst?.[4] ?? dayFirst?.[3];
  return year === undefined ? { month, day } : { year: Number(year), month, day };
}

/** Reads the details that begin at `lines[start]`; undefined when no details begin there. */
export function readDetails(lines: readonly PageLine[], start: number): PageDetails | undefined {
  const at = (offset: number) => lines[start + offset]?.text.trim();
  const first = at(0) ?? "";
  const isLast = start + 1 >= lines.length;
  const authors = AUTHORS.exec(first);
  if (!authors && AUTHORS_CUT.test(first) && isLast) return { length: 1, cut: true };
  const dotted = DOT.test(at(1) ?? "");
  if (!authors && !dotted) return undefined;
  const who = authors ? { author_count: readCount(authors[1] ?? "") } : { organization: organizationName(first) };
  if (!dotted) return { ...who, length: 1, cut: isLast };
  const date = parsePageDate(at(2) ?? "");
  if (date) return { ...who, date, length: 3, cut: false };
  return { ...who, length: 2, cut: start + 2 >= lines.length };
}

/** `12` of "12 authors", with or without a dot before it. */
export function readAuthorCount(text: string): number | undefined {
  const count = /^[•·]?\s*(\d[\d.,]*k?)\s+authors?$/i.exec(text.trim())?.[1];
  return count === undefined ? undefined : readCount(count);
}

/** "nvidia NVIDIA" is the account's handle and its name; the name is what people know. */
function organizationName(line: string): string {
  const words = line.split(/\s+/);
  return words.length > 1 ? words.slice(1).join(" ") : line;
}

function readCount(text: string): number {
  const thousands = text.endsWith("k");
  return thousands ? Math.round(Number(text.slice(0, -1)) * 1000) : Number(text.replace(/[.,]/g, ""));
}
