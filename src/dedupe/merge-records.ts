/**
 * The records of one paper → one, field by field: each field from the record that says most. Of records that say as much
 * the first one counts.
 */
import type { RawRecord } from "../domain/record.ts";
import { arxivIdOfDoi, isArxivDoi, isPlaceholder } from "../lib/identifiers.ts";
import { titleKey } from "../lib/text.ts";

/** Venues of papers that were not yet published elsewhere. */
const PREPRINT = /\b(arxiv|biorxiv|medrxiv|chemrxiv|ssrn|corr|research square|preprints?)\b/i;

/** @param records by content (`byContent`), so that the order of reading does not show; at least one. */
export function mergeRecords(records: readonly RawRecord[]): RawRecord {
  const [first] = records;
  if (first === undefined) throw new Error("no record to merge");
  if (records.length === 1) return first;
  const all = <K extends keyof RawRecord>(name: K) =>
    records.flatMap((record) => (record[name] === undefined ? [] : [record[name]]));
  const firstOf = <K extends keyof RawRecord>(name: K) => all(name)[0];
  const dated = bestDate(records);
  const doi = all("doi").find((text) => !isArxivDoi(text)) ?? firstOf("doi");
  const arxiv = firstOf("arxiv_id") ?? all("doi").flatMap((text) => arxivIdOfDoi(text) ?? [])[0];
  const keywords = distinct(all("keywords").flat());
  return present({
    id: firstOf("id"),
    title: most(all("title"), titleWorth) ?? "",
    abstract: most(all("abstract"), (text) => (isPlaceholder(text) ? 0 : text.length)),
    authors: most(all("authors"), (names) => names.length + names.join().length / 1e6),
    author_count: most(all("author_count"), (count) => count),
    organization: firstOf("organization"),
    date: dated?.date,
    date_inferred: dated?.date_inferred,
    doi,
    arxiv_id: arxiv,
    url: firstOf("url"),
    venue: all("venue").find((venue) => !PREPRINT.test(venue)) ?? firstOf("venue"),
    keywords: keywords.length > 0 ? keywords : undefined,
    source: first.source,
  });
}

/** The first of those that are worth most. */
function most<T>(values: readonly T[], worth: (value: T) => number): T | undefined {
  let best: T | undefined;
  let highest = -Infinity;
  for (const value of values) {
    const own = worth(value);
    if (own > highest) [best, highest] = [value, own];
  }
  return best;
}

/** More letters say more (a subtitle, an end that was cut off); of titles of the same letters one that has both cases. */
function titleWorth(title: string): number {
  return titleKey(title).length + (/\p{Ll}/u.test(title) && /\p{Lu}/u.test(title) ? 0.5 : 0);
}

/**
 * The earliest date: that is when the paper could first be read. Of a year and a day in it the day counts; what a page
 * says counts before what was inferred.
 */
function bestDate(records: readonly RawRecord[]): RawRecord | undefined {
  const dated = records.filter(({ date }) => date !== undefined);
  const said = dated.filter(({ date_inferred }) => !date_inferred);
  return (said.length > 0 ? said : dated).reduce<RawRecord | undefined>((best, record) => {
    const [a, b] = [best?.date ?? "", record.date ?? ""];
    if (best === undefined || b.startsWith(a)) return b === a ? (best ?? record) : record;
    return a.startsWith(b) || a < b ? best : record;
  }, undefined);
}

/** Without repetitions; case aside. */
function distinct(texts: readonly string[]): string[] {
  return [...new Map([...texts].reverse().map((text) => [text.toLowerCase(), text])).values()].reverse();
}

/** Absent fields are left out. */
function present<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
