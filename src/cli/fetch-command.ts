/**
 * `paperweave fetch`: papers of a service as JSON Lines, and the query beside them. The only command besides `watch`
 * that goes to the network.
 */
import { QUERY_ENDING, QUERY_SCHEMA, type StoredQuery, writeStoredQuery } from "../contract/stored-query.ts";
import { parseQuery } from "../fetch/parse-query.ts";
import { sourceCalled } from "../fetch/sources.ts";
import { writeOutputFile } from "../io/write-file.ts";
import type { Context } from "./context.ts";
import { describeQuery, type FetchManners, fetchPapers, otherAddress, paperLines } from "./fetch-papers.ts";

export interface FetchCommandOptions {
  /** File that the papers are written to; standard output if left out. */
  readonly output?: string | undefined;
  readonly max: number;
  readonly url?: string | undefined;
  readonly manners: FetchManners;
}

/** @param words of the query and ranges of days */
export async function fetchCommand(
  id: string,
  words: readonly string[],
  { output, max, url, manners }: FetchCommandOptions,
  context: Context,
): Promise<number> {
  const source = sourceCalled(id);
  const asked = parseQuery(words, source);
  const other = otherAddress(source, url);
  const query: StoredQuery = {
    schema: QUERY_SCHEMA,
    source: id,
    ...asked,
    max,
    ...(other !== undefined && { url: other }),
  };
  context.stderr.write(`${source.title}: ${describeQuery(query)}\n`);
  const { papers, summary } = await fetchPapers(query, manners, context);
  if (output === undefined) for (const line of paperLines(papers)) context.stdout.write(line);
  else await writeFetched(output, query, papers);
  context.stderr.write(`${summary}${output === undefined ? "" : ` → ${output}`}\n`);
  return 0;
}

/** Papers and the query beside them: both appear, or the old ones stay. */
export async function writeFetched(
  file: string,
  query: StoredQuery,
  papers: Parameters<typeof paperLines>[0],
): Promise<void> {
  await writeOutputFile(file, paperLines(papers), { [QUERY_ENDING]: [writeStoredQuery(query)] });
}
