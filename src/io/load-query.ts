/**
 * Reads stored queries, and finds those beside fetched papers.
 */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { QUERY_ENDING, readStoredQuery, type StoredQuery } from "../contract/stored-query.ts";
import { UsageError } from "../lib/errors.ts";
import { compareCodePoints } from "../lib/order.ts";
import { isMissing, readFault } from "./read-fault.ts";

/** The name of the query that stands beside a file of papers. */
export function queryFileOf(papers: string): string {
  return `${papers}${QUERY_ENDING}`;
}

/** Undefined where there is none. @throws UsageError when there is one that cannot be read */
export async function findQuery(file: string): Promise<StoredQuery | undefined> {
  try {
    return readStoredQuery(await readFile(file, "utf8"));
  } catch (error) {
    if (isMissing(error)) return undefined;
    const hint = "fetch the papers again with `paperweave fetch … -o FILE`, which writes it";
    throw new UsageError(`${file}: ${readFault(error)}`, hint, { cause: error });
  }
}

/** Files of papers in a folder that have a query beside them, in code-point order. */
export async function fetchedFilesIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(QUERY_ENDING)).sort(compareCodePoints);
  return names.map((name) => join(folder, name.slice(0, -QUERY_ENDING.length)));
}

/** Hash of a file's text, as run.json records it; undefined where there is no such file. */
export async function textHash(file: string): Promise<string | undefined> {
  try {
    return createHash("sha256")
      .update(await readFile(file))
      .digest("hex");
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new UsageError(`${file}: cannot be read: ${readFault(error)}`, "check the path", { cause: error });
  }
}
