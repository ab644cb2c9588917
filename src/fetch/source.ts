/**
 * What a service of papers is: one file, one line in the list of `sources.ts`.
 *
 * Nothing here touches the network: a source says which addresses to ask, one after the other, and what an answer holds.
 */
import type { PaperQuery } from "../contract/stored-query.ts";
import type { RawRecord } from "../domain/record.ts";
import type { Reader } from "../read/reader.ts";

/** A query on the day on which it is asked, `YYYY-MM-DD` in UTC. */
export interface AskedQuery extends PaperQuery {
  readonly today: string;
}

/** What one answer holds. */
export interface Answer {
  /** Its records, as the source's reader takes them. */
  readonly text: string;
  /** Number of records in it. */
  readonly found: number;
  /** Records that answer the whole query, where the service says so. */
  readonly total?: number;
  /** Where the next page begins; absent after the last one. */
  readonly next?: string;
}

export interface FetchSource {
  /** As typed: `arxiv`. */
  readonly id: string;
  readonly title: string;
  /** How it is asked, for help: an example of a command's words. */
  readonly example: string;
  /** Where the service describes what may be asked. */
  readonly syntax: string;
  /** What stands before the path of an address; the user may name another. */
  readonly url: string;
  /** Milliseconds between two requests, as the service asks for. */
  readonly pauseMs: number;
  /** A key that the service may want: the variable that holds it and the parameter that it is sent as. */
  readonly key?: { readonly variable: string; readonly parameter: string };
  readonly reader: Reader;
  /** A record as it is kept: the same paper has the same id whenever it is fetched. */
  readonly tidy?: (record: RawRecord) => RawRecord;
  /** The number of pages is known beforehand: one that brings nothing new is not the last. */
  readonly isBounded?: true;
  /** Why a query cannot be asked; undefined when it can. */
  readonly refuses?: (query: PaperQuery) => string | undefined;
  /** Where the first page begins. */
  readonly first: (query: AskedQuery) => string;
  /** Path and parameters of a page, to stand behind `url`. @param cursor where the page begins */
  readonly page: (query: AskedQuery, cursor: string) => string;
  /**
   * What an answer holds.
   *
   * @throws UnreadableAnswer when it is cut off, or something else than an answer.
   * @throws UsageError when the service says that the query is wrong.
   */
  readonly read: (body: string, query: AskedQuery, cursor: string) => Answer;
}

/** `?a=1&b=two%20words`, without the parameters that are absent. */
export function parameters(values: Readonly<Record<string, string | number | undefined>>): string {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return `?${pairs.join("&")}`;
}
