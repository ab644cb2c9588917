/**
 * The words of a command line → what is asked of a service.
 */
import type { PaperQuery } from "../contract/stored-query.ts";
import { UsageError } from "../lib/errors.ts";
import { parseRange, rangeOfYear } from "./days.ts";
import type { FetchSource } from "./source.ts";

/**
 * Ranges of days may stand first or last; all other words are the query, joined by blanks.
 *
 * @throws UsageError for a query that the source cannot be asked.
 */
export function parseQuery(given: readonly string[], source: FetchSource): PaperQuery {
  const words = given.map((word) => word.trim()).filter((word) => word !== "");
  const only = words.length === 1 ? words[0] : undefined;
  const ends = [words[0] ?? "", words.at(-1) ?? ""];
  const place = ends.findLastIndex((word) => parseRange(word) !== undefined);
  const range = only !== undefined && /^\d{4}$/.test(only) ? rangeOfYear(only) : parseRange(ends[place] ?? "");
  const rest = !range ? words : place === 0 ? words.slice(1) : words.slice(0, -1);
  const query = { ...(rest.length > 0 && { words: rest.join(" ") }), ...range };
  if (words.length === 0) throw new UsageError(`${source.id}: nothing asked for`, source.example);
  const trouble = source.refuses?.(query);
  if (trouble !== undefined) throw new UsageError(`${source.id} ${trouble}`, source.example);
  return query;
}
