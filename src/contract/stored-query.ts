/**
 * NAME.query beside a file of fetched papers: what was asked, so that the same can be asked again.
 *
 * It holds no key and no date of fetching: the same question gives the same file.
 */
import { compileCheck, sayFault } from "./check.ts";
import type { Day, PositiveCount, Text } from "./scalars.ts";
import { STORED_QUERY } from "./schemas.ts";

/** Version of the file. */
export const QUERY_SCHEMA = "paperweave-query/1";

/** Ending of the file's name, behind that of the papers: `papers.jsonl.query`. */
export const QUERY_ENDING = ".query";

/** What is asked of a service: words, days, or both. */
export interface PaperQuery {
  /** In the syntax of the service; absent where only days are asked for. */
  readonly words?: Text;
  /** First day; absent: since ever. */
  readonly from?: Day;
  /** Last day; absent: until the day of asking. */
  readonly to?: Day;
}

export interface StoredQuery extends PaperQuery {
  readonly schema: typeof QUERY_SCHEMA;
  /** Id of the service. */
  readonly source: Text;
  /** Most papers that are taken. */
  readonly max: PositiveCount;
  /** Address that stands for the service's own. */
  readonly url?: Text;
}

export function writeStoredQuery(query: StoredQuery): string {
  return `${JSON.stringify(query, null, 2)}\n`;
}

/** @throws Error that says what is wrong, and where. */
export function readStoredQuery(text: string): StoredQuery {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`not valid JSON (${(error as Error).message})`, { cause: error });
  }
  const fault = compileCheck(STORED_QUERY)(value);
  if (fault) throw new Error(sayFault(fault));
  return value as StoredQuery;
}
