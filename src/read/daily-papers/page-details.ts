/**
 * The lines under an abstract: author count or organisation, a middle dot, the date.
 *
 *     • 5 authors            or   apple Apple
 *   ·                             ·
 *   Apr 29, 2024 1                Sep 30 2
 *
 * The number after the date counts comments; it belongs to nobody's date. A date may lack its year. Some browsers copy
 * all of it as one line.
 */
import { COUNT, type PageDate, parsePageDate, readCount } from "./page-dates.ts";
import type { PageLine } from "./page-lines.ts";

export interface PageDetails {
  readonly author_count?: number;
  readonly organization?: string;
  readonly date?: PageDate;
  /** A date that is none of the calendar's, as it stands. */
  readonly strangeDate?: string;
  /** How many lines it takes up. */
  readonly length: number;
  /** The page breaks off inside it. */
  readonly cut: boolean;
}

/** After a bullet the word may be of any language. */
const ABOUT = "(?:over|more than|about|around|at least|~|≈|>)?\\s*";
const AUTHORS = new RegExp(
  `^(?:[•·*]\\s*${ABOUT}(${COUNT})\\s*\\p{L}{3,20}|[-–]?\\s*${ABOUT}(${COUNT}) authors?)$`,
  "iu",
);
/** `apple Apple · 12 authors` */
const WHO_AND_COUNT = new RegExp(`^(\\p{L}.{0,80}?) ?[·•|] ?(${COUNT} authors?)$`, "iu");
/** `• 12 authors · Apple` */
const COUNT_AND_WHO = new RegExp(`^[•·*]?\\s*(${COUNT} authors?) ?[·•|] ?(\\p{L}.{0,80})$`, "iu");
const AUTHORS_CUT = /^•\s*(?:\d+\s*)?(a|au|aut|auth|autho|author)?$/;
const DOT = /^[·•|]$/;
/** What stands after the dot and is no date we can read: "3 days ago", "Feb 31, 2024". */
const LIKE_A_DATE = /\d|\b(ago|today|yesterday)\b/i;
const LONGEST_DATE = 40;
/** An organisation's handle and name; an abstract is longer. */
const LONGEST_NAME = 120;

/** Reads the details that begin at `lines[start]`; undefined when no details begin there. */
export function readDetails(lines: readonly PageLine[], start: number): PageDetails | undefined {
  const at = (offset: number) => lines[start + offset]?.text.replace(/\s+/g, " ").trim() ?? "";
  // A dot may stand alone before the count.
  if (DOT.test(at(0)) && readAuthorCount(at(1)) !== undefined) {
    const rest = readDetails(lines, start + 1);
    return rest && { ...rest, length: rest.length + 1 };
  }
  const first = at(0);
  // `Apple`, then `· 12 authors`, below an abstract: a title may stand above a count, too.
  if (
    /^[·|]/.test(at(1)) &&
    readAuthorCount(at(1)) !== undefined &&
    at(-1).length > LONGEST_NAME &&
    first.length <= LONGEST_NAME
  ) {
    const rest = readDetails(lines, start + 1);
    return rest && { ...rest, organization: organizationName(first), length: rest.length + 1 };
  }
  const isLast = start + 1 >= lines.length;
  const oneLine = readOneLine(first);
  if (oneLine) return { ...oneLine, length: 1, cut: false };
  const [, behind, name] = COUNT_AND_WHO.exec(first) ?? [];
  const [, before = name, count = behind] = WHO_AND_COUNT.exec(first) ?? [];
  const author_count = readAuthorCount(count ?? first);
  if (author_count === undefined && AUTHORS_CUT.test(first) && isLast) return { length: 1, cut: true };
  const dotted = DOT.test(at(1));
  if (author_count === undefined && (!dotted || first.length > LONGEST_NAME)) return undefined;
  const who =
    author_count === undefined
      ? { organization: organizationName(first) }
      : { author_count, ...(before !== undefined && { organization: organizationName(before) }) };
  if (!dotted) return { ...who, length: 1, cut: isLast };
  const after = at(2);
  if (author_count === undefined && readAuthorCount(after) !== undefined) {
    const rest = readDetails(lines, start + 2);
    return rest && { ...rest, ...who, length: rest.length + 2 };
  }
  const date = parsePageDate(after);
  // The dot before a count of comments, which is dropped as a card's label.
  if (date)
    return { ...who, date, length: DOT.test(at(3)) && readAuthorCount(at(4)) === undefined ? 4 : 3, cut: false };
  if (after.length <= LONGEST_DATE && LIKE_A_DATE.test(after))
    return { ...who, strangeDate: after, length: 3, cut: false };
  return { ...who, length: 2, cut: start + 2 >= lines.length };
}

/** `• 5 authors · Apr 29, 2024 1` */
function readOneLine(text: string): Pick<PageDetails, "author_count" | "organization" | "date"> | undefined {
  const [, who = "", when = ""] = /^(.{1,80}?) ?[·•|] ?([^·•|]{5,40})$/.exec(text) ?? [];
  const date = parsePageDate(when);
  if (!date) return undefined;
  const author_count = readAuthorCount(who);
  return { ...(author_count === undefined ? { organization: organizationName(who) } : { author_count }), date };
}

/** `12` of "12 authors", with or without a dot before it. */
export function readAuthorCount(text: string): number | undefined {
  const found = AUTHORS.exec(text.replace(/\s+/g, " ").trim());
  const count = found?.[1] ?? found?.[2];
  return count === undefined ? undefined : readCount(count);
}

/** "nvidia NVIDIA" is the account's handle and its name; the name is what people know. "Stanford University" is a name. */
function organizationName(line: string): string {
  const [handle = "", ...words] = line.split(/\s+/);
  const name = words.join(" ");
  const isWord = /^\p{Lu}\p{Ll}+$/u.test(handle) && !name.toLowerCase().includes(handle.toLowerCase());
  return words.length === 0 || isWord ? line : name;
}
