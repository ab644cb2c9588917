/**
 * A query → the pages that answer it, one after the other; how a page is asked for is handed in.
 *
 * Whatever a service says, the list ends: no page is asked for twice, and one that brings nothing new is the last.
 */
import type { RawRecord } from "../domain/record.ts";
import type { Problem } from "../domain/staged.ts";
import { UnreadableAnswer } from "../lib/errors.ts";
import { chunksOf } from "../read/chunks.ts";
import type { Answer, AskedQuery, FetchSource } from "./source.ts";

export interface FetchedPage {
  readonly records: readonly RawRecord[];
  readonly problems: readonly Problem[];
  /** Records that could not be taken, each with a problem. */
  readonly skipped: number;
  /** Records that answer the whole query, where the service says so. */
  readonly total?: number;
}

/** Asks for an address until its answer can be read. */
export type Ask = <T>(url: string, read: (body: string) => Promise<T>) => Promise<T>;

export interface FetchOptions {
  /** What stands before the path of every address. */
  readonly url: string;
  /** Most records that are taken. */
  readonly max: number;
  readonly ask: Ask;
}

/**
 * Yields pages until the list ends or `max` records are there; where not all came, a problem of the last page says why.
 *
 * @throws what `ask` throws
 */
export async function* fetchPages(
  source: FetchSource,
  query: AskedQuery,
  { url: base, max, ask }: FetchOptions,
): AsyncGenerator<FetchedPage> {
  const asked = new Set<string>();
  const seen = new Set<string>();
  let taken = 0;
  let skipped = 0;
  for (let cursor: string | undefined = source.first(query); cursor !== undefined;) {
    const here: string = cursor;
    asked.add(here);
    const url = addressOf(base, source.page(query, here));
    const page: ReadPage = await ask(url, async (body) => readPage(source, query, here, body, url));
    const { next, total, found } = page.answer;
    const hasNews = page.records.filter((record) => isNew(record, seen)).length + page.skipped > 0;
    const isRepeated = next !== undefined && (asked.has(next) || (found > 0 && !hasNews && !source.isBounded));
    const records = page.records.slice(0, max - taken);
    const isCut = taken + page.records.length > max || (next !== undefined && taken + records.length === max);
    taken += records.length;
    skipped += page.skipped;
    cursor = isCut || isRepeated ? undefined : next;
    const ends =
      cursor === undefined ? whyIncomplete({ isCut, isRepeated, max, given: taken + skipped, total, url }) : [];
    yield {
      records,
      problems: [...page.problems, ...ends],
      skipped: page.skipped,
      ...(total !== undefined && { total }),
    };
  }
}

/** @param base may name the path of the page already @param page path and parameters */
function addressOf(base: string, page: string): string {
  const path = page.slice(0, page.indexOf("?"));
  const bare = base.replace(/\/+$/, "");
  return (bare.endsWith(path) ? bare.slice(0, -path.length) : bare) + page;
}

interface ReadPage extends Omit<FetchedPage, "total"> {
  readonly answer: Answer;
}

async function readPage(
  source: FetchSource,
  query: AskedQuery,
  cursor: string,
  body: string,
  url: string,
): Promise<ReadPage> {
  const answer = source.read(body, query, cursor);
  const records: RawRecord[] = [];
  const problems: Problem[] = [];
  let skipped = 0;
  if (answer.found > 0)
    for await (const reading of source.reader.read(chunksOf(answer.text), { file: url })) {
      if ("record" in reading) records.push(source.tidy?.(reading.record) ?? reading.record);
      else if ("problem" in reading) {
        if (reading.problem.code.endsWith("/syntax")) throw new UnreadableAnswer(reading.problem.message);
        problems.push(reading.problem);
        if (reading.skips) skipped++;
      }
    }
  return { answer, records, problems, skipped };
}

/** Whether a record was not given before, by whatever it is known by. */
function isNew(record: RawRecord, seen: Set<string>): boolean {
  const key = record.arxiv_id ?? record.doi ?? record.id ?? `${record.title}\n${record.abstract ?? ""}`;
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

interface Ending {
  readonly isCut: boolean;
  readonly isRepeated: boolean;
  readonly max: number;
  /** Records that were given, those that could not be taken included. */
  readonly given: number;
  readonly total: number | undefined;
  readonly url: string;
}

function whyIncomplete({ isCut, isRepeated, max, given, total, url }: Ending): Problem[] {
  const ofAll = total === undefined ? "" : ` of ${total}`;
  const problem = (code: string, message: string, hint: string): Problem[] => [
    { code: `fetch/${code}`, severity: "warning", message, hint, where: { file: url, line: 1 } },
  ];
  if (isCut)
    return problem(
      "max",
      `only the first ${max} papers${ofAll} were taken`,
      "--max takes more; a narrower query, or fewer days, asks for less",
    );
  const smaller = "fetch the days in smaller ranges";
  if (isRepeated)
    return problem("repeated", `the service gives the same page again; stopped after ${given} papers${ofAll}`, smaller);
  if (total !== undefined && given < total)
    return problem("short", `the service announced ${total} papers and gave ${given}`, smaller);
  return [];
}
