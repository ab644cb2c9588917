/**
 * What `paperweave watch` is pointed at → the map to rebuild and the fetched papers that go into it.
 */
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { QUERY_ENDING } from "../contract/stored-query.ts";
import type { RunRecord } from "../contract/run-record.ts";
import { fetchedFilesIn, findQuery, queryFileOf } from "../io/load-query.ts";
import { findRun, workingFolder } from "../io/load-run.ts";
import { UsageError } from "../lib/errors.ts";

/** A file of papers with a query beside it. */
export interface WatchedFile {
  readonly path: string;
  /** Of the text that the map was built from; undefined where it was not. */
  readonly sha256?: string;
}

export interface Watched {
  /** Folder of the map. */
  readonly dir: string;
  readonly files: readonly WatchedFile[];
  readonly isBuilt: boolean;
}

/**
 * @param target a built folder, a folder of fetched papers, a file of fetched papers or its query
 * @param output the map of all but a built folder
 * @throws UsageError when no stored query belongs to it
 */
export async function findWatched(target: string, output: string): Promise<Watched> {
  const info = await stat(target).catch(() => undefined);
  if (!info) throw new UsageError(`${target}: no such file or folder`, "give a built folder, or a stored query");
  if (!info.isDirectory())
    return mapOf([target.endsWith(QUERY_ENDING) ? target.slice(0, -QUERY_ENDING.length) : target], output);
  const record = await findRun(target);
  if (!record) {
    const files = await fetchedFilesIn(target);
    if (files.length === 0) throw noQuery(`${target} is no built folder, and holds no stored query`);
    return mapOf(files, output);
  }
  const files: WatchedFile[] = [];
  for (const input of await inputsOf(target, record)) if (await findQuery(queryFileOf(input.path))) files.push(input);
  if (files.length === 0) throw noQuery(`none of the papers of ${target} was fetched: there is no query to ask again`);
  return { dir: target, files, isBuilt: true };
}

/** Files and the map that is, or will be, built from them. */
async function mapOf(paths: readonly string[], dir: string): Promise<Watched> {
  for (const path of paths)
    if (!(await findQuery(queryFileOf(path)))) throw noQuery(`${queryFileOf(path)}: no such file`);
  const record = await findRun(dir);
  if (!record) return { dir, files: paths.map((path) => ({ path })), isBuilt: false };
  const inputs = await inputsOf(dir, record);
  const files = paths.map((path) => {
    const input = inputs.find((known) => resolve(known.path) === resolve(path));
    if (!input)
      throw new UsageError(
        `the map in ${dir} was not built from ${path}`,
        "name another folder with -o, or build the map with these papers among others",
      );
    return { ...input, path };
  });
  return { dir, files, isBuilt: true };
}

async function inputsOf(dir: string, record: RunRecord): Promise<{ path: string; sha256: string }[]> {
  const base = await workingFolder(dir, record);
  return record.inputs.map(({ file, sha256 }) => ({ path: resolve(base, file), sha256 }));
}

function noQuery(message: string): UsageError {
  return new UsageError(message, "paperweave fetch SOURCE QUERY -o papers.jsonl writes papers.jsonl.query");
}
