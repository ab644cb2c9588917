/**
 * What `fetch` and `watch` share: a query → papers, asked of its service politely, with progress and a report.
 */
import process from "node:process";
import { writePaper } from "../contract/paper-fields.ts";
import type { PaperQuery, StoredQuery } from "../contract/stored-query.ts";
import { joinDuplicates } from "../dedupe/dedupe.ts";
import type { Paper } from "../domain/paper.ts";
import type { RawRecord } from "../domain/record.ts";
import type { Problem } from "../domain/staged.ts";
import { fetchPages } from "../fetch/fetch-pages.ts";
import type { FetchSource } from "../fetch/source.ts";
import { sourceCalled, urlVariable } from "../fetch/sources.ts";
import { openAnswers } from "../io/answer-cache.ts";
import { dayOf, SYSTEM_CLOCK } from "../io/clock.ts";
import { readVersion } from "../io/package-files.ts";
import { PoliteClient } from "../io/polite-client.ts";
import { append } from "../lib/append.ts";
import { UsageError } from "../lib/errors.ts";
import { byKey } from "../lib/order.ts";
import { type Context, printProblems, progressFor } from "./context.ts";
import { type CacheOptions, openDiskCache } from "./tag-cache.ts";

/** How a service is asked, whatever it is asked for. */
export interface FetchManners {
  /** Seconds between two requests; undefined: as the service asks for. */
  readonly pause?: number | undefined;
  readonly retries: number;
  /** Seconds. */
  readonly timeout: number;
  /** Hours. */
  readonly maxAge: number;
  readonly contact?: string | undefined;
  readonly caching: CacheOptions;
}

export interface Fetched {
  /** By id. */
  readonly papers: readonly Paper[];
  /** What was fetched, in one line: `312 records in 4 pages, 2 merged: 310 papers`. */
  readonly summary: string;
}

/**
 * The address that stands for a service's own: that of the command line, else that of the variable, else the stored one.
 *
 * @throws UsageError when it is none
 */
export function otherAddress(source: FetchSource, given?: string, stored?: string): string | undefined {
  const other = given ?? process.env[urlVariable(source)] ?? stored;
  if (other !== undefined && !/^https?:\/\/./.test(other))
    throw new UsageError(`${other} is no address`, "as in --url http://127.0.0.1:8080");
  return other;
}

/** @throws UsageError when the service cannot be reached, refuses or fails again and again */
export async function fetchPapers(query: StoredQuery, manners: FetchManners, context: Context): Promise<Fetched> {
  const source = sourceCalled(query.source);
  const clock = context.clock ?? SYSTEM_CLOCK;
  const url = query.url ?? source.url;
  const cache = await openDiskCache(manners.caching);
  const question = JSON.stringify([url, source.id, query.words ?? "", query.from ?? "", query.to ?? ""]);
  const answers = cache && (await openAnswers(cache, question, manners.maxAge * 3_600_000, clock));
  const client = await openClient(source, manners, answers, context);
  const records: RawRecord[] = [];
  const problems: Problem[] = [];
  let [pages, skipped] = [0, 0];
  const progress = progressFor(context);
  try {
    const options = { url, max: query.max, ask: client.ask.bind(client) };
    for await (const page of fetchPages(source, { ...query, today: dayOf(clock) }, options)) {
      append(records, page.records);
      append(problems, page.problems);
      pages++;
      skipped += page.skipped;
      const wanted = Math.min(page.total ?? records.length, query.max);
      progress.update(`fetching from ${source.title}`, records.length, Math.max(wanted, records.length));
    }
  } catch (error) {
    throw withRest(error, answers ? records.length : 0);
  } finally {
    progress.clear();
  }
  await answers?.finish();
  await cache?.evict();
  const joined = joinDuplicates(records);
  printProblems([...problems, ...joined.problems], context);
  const papers = [...joined.value].sort(byKey(({ id }) => id));
  return { papers, summary: summaryOf({ pages, kept: client.counts.kept, records: records.length, skipped, papers }) };
}

async function openClient(
  source: FetchSource,
  { pause, retries, timeout, contact }: FetchManners,
  answers: Awaited<ReturnType<typeof openAnswers>> | undefined,
  context: Context,
): Promise<PoliteClient> {
  const value = source.key && process.env[source.key.variable];
  const about = contact === undefined ? "" : ` (${contact})`;
  return new PoliteClient({
    service: source.title,
    pauseMs: pause === undefined ? source.pauseMs : pause * 1000,
    retries,
    timeoutMs: timeout * 1000,
    userAgent: `paperweave/${await readVersion()}${about}`,
    clock: context.clock ?? SYSTEM_CLOCK,
    answers,
    ...(source.key && value && { secret: { parameter: source.key.parameter, value } }),
    syntax: source.syntax,
    onWait: (reason, ms) => context.stderr.write(`${source.title}: ${reason}; trying again in ${ms / 1000} s\n`),
  });
}

/** An error that says what can be done with what was fetched before it. */
function withRest(error: unknown, records: number): unknown {
  if (!(error instanceof UsageError) || records === 0) return error;
  const hint = `${error.hint ?? "run the same command again"}; --max ${records} takes the ${records} that are there`;
  return new UsageError(error.message, hint, { cause: error });
}

function summaryOf(counts: {
  readonly pages: number;
  readonly kept: number;
  readonly records: number;
  readonly skipped: number;
  readonly papers: readonly Paper[];
}): string {
  const { pages, kept, records, skipped, papers } = counts;
  const merged = records - papers.length;
  const parts = [
    `${records + skipped} records in ${pages} ${pages === 1 ? "page" : "pages"}`,
    ...(kept > 0 ? [`${kept} from the cache`] : []),
    ...(merged > 0 ? [`${merged} merged`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ];
  return `${parts.join(", ")}: ${papers.length} papers`;
}

/** Papers as JSON Lines, without where they were read: the query beside them says it. */
export function* paperLines(papers: readonly Paper[]): Generator<string> {
  for (const paper of papers) yield `${writePaper(paper, ["source", "also"])}\n`;
}

/** What was asked, for people: `"gut microbiome" from 2024-01-01 to 2024-06-30`. */
export function describeQuery({ words, from, to }: PaperQuery): string {
  const parts = [
    ...(words === undefined ? [] : [JSON.stringify(words)]),
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(to === undefined ? [] : [`to ${to}`]),
  ];
  return parts.join(" ");
}
