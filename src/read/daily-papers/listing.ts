/**
 * Daily Papers listing pages saved as text → records, with the trouble found on the way.
 *
 * Titles and abstracts are slices of the page: nothing is cleaned, joined or cut. An abstract that breaks
 * over lines keeps its line breaks (as LF).
 */
import { append } from "../../lib/append.ts";
import { findArxivId } from "../../lib/identifiers.ts";
import { lastWord } from "../../lib/text.ts";
import type { RawRecord } from "../../domain/record.ts";
import type { Problem } from "../../domain/staged.ts";
import type { PageYear } from "../reader.ts";
import { type Entry, joinAuthorLines } from "./author-lines.ts";
import { isoDate } from "./page-dates.ts";
import { readDetails } from "./page-details.ts";
import { type LineLabel, labelLines } from "./page-labels.ts";
import { type Page, type PageLine, readPages } from "./page-lines.ts";

/** A page without the listing's furniture is read only when it reads this cleanly (cost per line). */
const STRANGE_COST_PER_LINE = 1.2;

export interface Listing {
  /** In file order. */
  readonly records: readonly RawRecord[];
  readonly problems: readonly Problem[];
  /** The year given to dates that name none, page by page. */
  readonly pageYears: readonly PageYear[];
}

/** @param pageYear the year of dates that name none; inferred from the page when undefined. */
export function parseListing(file: string, text: string, pageYear?: number): Listing {
  const problems: Problem[] = [];
  const records: RawRecord[] = [];
  const pageYears: PageYear[] = [];
  for (const page of readPages(text)) {
    const read = readEntries(page);
    if (read.entries.length === 0) continue;
    if (!page.furnished && isStrange(page, read)) {
      problems.push({
        code: "listing/unknown-page",
        severity: "error",
        message: `this text does not read as a paper listing: of ${page.lines.length} lines only ${count(read.entries, isWhole)} title–abstract pairs could be made out`,
        hint: "give a Daily Papers page saved as text, or papers as JSONL with title and abstract",
        where: { file, line: page.line },
      });
      continue;
    }
    const year = resolveYear(page, read.entries, file, pageYear, problems);
    if (year) pageYears.push({ line: page.line, ...year });
    for (const entry of read.entries) records.push(toRecord(entry, file, year));
    append(problems, inspectEntries(page, read, file));
  }
  if (records.length === 0 && problems.length === 0) {
    problems.push({
      code: "listing/empty",
      severity: "warning",
      message: "no text to read papers from",
      where: { file, line: 1 },
    });
  }
  return { records, problems, pageYears };
}

interface PageReading {
  readonly entries: Entry[];
  readonly cost: number;
  readonly cut: boolean;
}

function readEntries(page: Page): PageReading {
  const entries: Entry[] = [];
  let cost = 0;
  let cut = false;
  let start = 0;
  const flush = (end: number): void => {
    const run = page.lines.slice(start, end);
    const reading = labelLines(run, page.spaced);
    cost += reading.cost;
    run.forEach((line, i) => addLine(entries, line, reading.labels[i]));
  };
  for (let i = 0; i < page.lines.length; i++) {
    const details = readDetails(page.lines, i);
    if (!details) continue;
    flush(i);
    const last = entries.at(-1);
    if (last && !last.details) last.details = details;
    cut = details.cut;
    i += details.length - 1;
    start = i + 1;
  }
  flush(page.lines.length);
  return { entries: joinAuthorLines(entries), cost, cut };
}

function addLine(entries: Entry[], line: PageLine, label: LineLabel | undefined): void {
  const last = entries.at(-1);
  if (label === "title" || !last)
    entries.push({ title: label === "title" ? [line] : [], abstract: label === "title" ? [] : [line] });
  else if (label === "wrapped") last.title.push(line);
  else if (label === "abstract" && (last.abstract.length > 0 || last.details))
    entries.push({ title: [], abstract: [line] });
  else last.abstract.push(line);
}

/** Text of consecutive lines: inner line breaks kept, outer blanks gone. A blank line between blocks is kept too. */
function blockText(lines: readonly PageLine[]): string {
  return lines
    .map((line, i) => (i === 0 ? "" : line.gap ? "\n\n" : "\n") + line.text)
    .join("")
    .trim();
}

const isWhole = (entry: Entry): boolean => entry.title.length > 0 && entry.abstract.length > 0;

function count<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.reduce((n, item) => n + (test(item) ? 1 : 0), 0);
}

function isStrange(page: Page, read: PageReading): boolean {
  // What stands where a date would and is none speaks for no listing.
  const detailed = count(read.entries, ({ details }) => (details?.date ?? details?.author_count) !== undefined);
  if (detailed * 2 >= read.entries.length) return false;
  const whole = read.entries.filter(isWhole);
  if (whole.length * 2 < read.entries.length || read.cost > STRANGE_COST_PER_LINE * page.lines.length) return true;
  // An article has a heading and paragraphs; a listing has one paragraph a title.
  if (count(whole, ({ abstract }) => abstract.some(({ gap }, i) => i > 0 && gap)) * 5 > whole.length * 2) return true;
  return count(whole, ({ abstract }) => !isProse(blockText(abstract))) * 2 > whole.length;
}

/** Abstracts are sentences of words: long enough, mostly letters and blanks. */
export function isProse(text: string): boolean {
  const letters = text.match(/[\p{L}\s]/gu)?.length ?? 0;
  return text.length >= 80 && letters >= 0.8 * text.length && /(?<!\p{L})\p{L}{3,} \p{L}+ \p{L}/u.test(text);
}

/** A date without a year is of the page's own year, which is later than every year the page names. */
function resolveYear(
  page: Page,
  entries: readonly Entry[],
  file: string,
  pageYear: number | undefined,
  problems: Problem[],
): { year: number; inferred: boolean } | undefined {
  const dates = entries.flatMap((entry) => entry.details?.date ?? []);
  if (dates.every((date) => date.year !== undefined)) return undefined;
  if (pageYear !== undefined) return { year: pageYear, inferred: false };
  const named = dates.flatMap((date) => date.year ?? []);
  const where = { file, line: page.line };
  if (named.length === 0) {
    problems.push({
      code: "listing/no-year",
      severity: "warning",
      message: "no date on this page names a year, so its dates are left out",
      hint: "pass --page-year YYYY",
      where,
    });
    return undefined;
  }
  const year = named.reduce((a, b) => Math.max(a, b)) + 1;
  const n = dates.length - named.length;
  problems.push({
    code: "listing/year-inferred",
    severity: "info",
    message: `${n} ${n === 1 ? "date names" : "dates name"} no year; taken as ${year}, the year after the latest one on the page`,
    hint: "pass --page-year YYYY if the page is from another year",
    where,
  });
  return { year, inferred: true };
}

function toRecord(entry: Entry, file: string, page: { year: number; inferred: boolean } | undefined): RawRecord {
  const abstract = blockText(entry.abstract);
  const details = entry.details;
  const date = details?.date && isoDate(details.date, page?.year);
  const [title, link] = linkedTitle(blockText(entry.title));
  const arxiv_id = link === undefined ? undefined : findArxivId(link);
  return {
    title,
    ...(abstract && { abstract }),
    ...(entry.authors && { authors: entry.authors }),
    ...(details?.author_count !== undefined && { author_count: details.author_count }),
    ...(details?.organization !== undefined && { organization: details.organization }),
    ...(date && { date }),
    ...(date && details.date.year === undefined && page?.inferred && { date_inferred: true as const }),
    ...(arxiv_id !== undefined && { arxiv_id }),
    ...(link !== undefined && { url: link }),
    source: { file, line: (entry.title[0] ?? entry.abstract[0])?.line ?? 1 },
  };
}

/** A title that is a link in Markdown: its text and where it leads to. */
function linkedTitle(title: string): readonly [title: string, link?: string] {
  const [, text, link] = /^\[([^\]]+)\]\((https?:\/\/[^\s()]+)\)$/.exec(title) ?? [];
  return text !== undefined && link !== undefined ? [text, link] : [title];
}

function inspectEntries(page: Page, read: PageReading, file: string): Problem[] {
  const problems: Problem[] = [];
  const add = (code: string, severity: Problem["severity"], line: number, message: string, hint?: string): void => {
    problems.push({ code: `listing/${code}`, severity, message, ...(hint && { hint }), where: { file, line } });
  };
  for (const { title, abstract, details } of read.entries) {
    const line = (title[0] ?? abstract[0])?.line ?? page.line;
    if (title.length === 0)
      add("no-title", "warning", line, "an abstract stands here without a title; kept without one");
    else if (abstract.length === 0)
      add("no-abstract", "warning", line, "this record has no abstract; its title alone is used");
    if (details?.strangeDate !== undefined)
      add("date", "warning", line, `the date ${JSON.stringify(details.strangeDate)} cannot be read; left out`);
    if (title.length > 1) add("title-broken", "info", line, `the title breaks over ${title.length} lines; read as one`);
    if (abstract.length > 1)
      add(
        "abstract-broken",
        "info",
        abstract[0]?.line ?? line,
        `the abstract breaks over ${abstract.length} lines; read as one`,
      );
  }
  const last = read.entries.at(-1);
  const tail = last && !last.details ? blockText(last.abstract) : "";
  if (read.cut || (tail !== "" && !/[.!?)"”’\]}/]$/.test(tail) && !/https?:\S/.test(lastWord(tail)))) {
    const line = last?.abstract.at(-1)?.line ?? page.line;
    add(
      "truncated",
      "warning",
      line,
      "the page breaks off inside its last record; what is there was read",
      "save the page again to get the rest",
    );
  }
  return problems;
}
