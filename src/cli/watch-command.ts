/**
 * `paperweave watch`: asks stored queries again and rebuilds their map in place, so that its communities keep their
 * names; prints what is new.
 */
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { sourceCalled } from "../fetch/sources.ts";
import { findDocument } from "../io/load-document.ts";
import { SYSTEM_CLOCK } from "../io/clock.ts";
import { findQuery, queryFileOf, textHash } from "../io/load-query.ts";
import { UsageError } from "../lib/errors.ts";
import { diffGraphs } from "../query/diff.ts";
import { type Context, progressFor } from "./context.ts";
import { describeQuery, type FetchManners, fetchPapers, otherAddress } from "./fetch-papers.ts";
import { writeFetched } from "./fetch-command.ts";
import { diffLines } from "./print/diff.ts";
import { buildFirst, rebuildFolder } from "./rebuild.ts";
import type { CacheOptions } from "./tag-cache.ts";
import { findWatched, type Watched, type WatchedFile } from "./watched.ts";
import { terminalText } from "./print/terminal-text.ts";

export interface WatchOptions {
  /** Folder of the map, where the target does not say it. */
  readonly output: string;
  /** Hours; undefined: once. */
  readonly every?: number | undefined;
  readonly json: boolean;
  readonly manners: FetchManners;
}

/** @param target a built folder, a folder with stored queries, or a stored query */
export async function watchCommand(target: string, options: WatchOptions, context: Context): Promise<number> {
  const { every } = options;
  if (every === undefined) return watchOnce(target, options, context);
  const clock = context.clock ?? SYSTEM_CLOCK;
  for (;;) {
    // A service that fails today may answer tomorrow: a round that went wrong is told, and the next one comes.
    await watchOnce(target, options, context).catch((error: unknown) => {
      if (!(error instanceof UsageError)) throw error;
      context.stderr.write(`error: ${error.message}${error.hint === undefined ? "" : `\n  ${error.hint}`}\n`);
    });
    context.stderr.write(`asking again in ${every} hours; stop with Ctrl-C\n`);
    await clock.wait(every * 3_600_000);
  }
}

async function watchOnce(target: string, options: WatchOptions, context: Context): Promise<number> {
  const watched = await findWatched(target, options.output);
  const failed: UsageError[] = [];
  for (const file of watched.files)
    await refresh(file, options.manners, context).catch((error: unknown) => {
      if (!(error instanceof UsageError)) throw error;
      failed.push(error);
    });
  await rebuildIfNew(watched, options, context);
  // What the other services gave is on the map; the first failure is the command's.
  if (failed[0]) throw failed[0];
  return 0;
}

/** Asks one query again and replaces its papers. @throws UsageError; the old papers are kept then */
async function refresh({ path }: WatchedFile, manners: FetchManners, context: Context): Promise<void> {
  const query = await findQuery(queryFileOf(path));
  if (!query) throw new UsageError(`${queryFileOf(path)}: no such file`, "fetch the papers again, which writes it");
  context.stderr.write(`${query.source}: ${describeQuery(query)}\n`);
  const url = otherAddress(sourceCalled(query.source), undefined, query.url);
  const { papers, summary } = await fetchPapers({ ...query, ...(url !== undefined && { url }) }, manners, context);
  const before = await stat(path).catch(() => undefined);
  if (papers.length === 0 && before && before.size > 0)
    throw new UsageError(
      `${query.source} gave no papers, where there were some before: ${path} is kept`,
      `remove ${path} if there are none any more`,
    );
  await writeFetched(path, query, papers);
  context.stderr.write(`${summary} → ${path}\n`);
}

async function rebuildIfNew(
  { dir, files, isBuilt }: Watched,
  { json, manners }: WatchOptions,
  context: Context,
): Promise<void> {
  const changes = await Promise.all(files.map(async ({ path, sha256 }) => (await textHash(path)) !== sha256));
  if (isBuilt && !changes.includes(true)) {
    context.stdout.write(json ? "{}\n" : "nothing new\n");
    return;
  }
  const before = await findDocument(dir);
  const progress = progressFor(context);
  const onProgress = progress.update.bind(progress);
  const paths = files.map(({ path }) => path);
  const caching = cacheArguments(manners.caching);
  if (isBuilt) await rebuildFolder(dir, onProgress, caching);
  else await buildFirst(["-o", dir, ...caching, "--", ...paths], onProgress);
  progress.clear();
  const after = await findDocument(dir);
  if (!before || !after) {
    context.stdout.write(json ? "{}\n" : `a first map of ${after?.papers.length ?? 0} papers → ${dir}\n`);
    return;
  }
  const diff = diffGraphs(before, after);
  context.stdout.write(json ? `${JSON.stringify(diff, null, 1)}\n` : terminalText(`${diffLines(diff).join("\n")}\n`));
}

/** The cache of the command line, for the build that follows. */
function cacheArguments({ cache, cacheSize }: CacheOptions): string[] {
  if (cache === false) return ["--no-cache"];
  return [
    ...(cache === undefined ? [] : ["--cache", resolve(cache)]),
    ...(cacheSize === undefined ? [] : ["--cache-size", String(cacheSize)]),
  ];
}
