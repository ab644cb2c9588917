/**
 * What `extract` and `sweep` share with `build`: read, ingest, complain, find terms in threads.
 */
import type { Config } from "../config.ts";
import type { Decision } from "../contract/decisions.ts";
import type { ExtractResources } from "../extract/resources.ts";
import { loadResources } from "../io/load-resources.ts";
import { findTerms, type Found } from "../pipeline.ts";
import { NODE_THREADS } from "../workers/node-threads.ts";
import { passesInThreads } from "../workers/passes-in-threads.ts";
import { type Context, printProblems } from "./context.ts";
import { type CacheOptions, openTagCache } from "./tag-cache.ts";
import type { Progress } from "./progress.ts";
import { readSources, requirePapers } from "./read.ts";

export interface FindOptions {
  readonly config: Config;
  readonly decisions?: readonly Decision[];
  /** Threads; undefined: as many as are worthwhile. */
  readonly workers?: number | undefined;
  readonly caching: CacheOptions;
}

/**
 * Papers and terms of the inputs, with the problems printed.
 *
 * @throws UsageError when there is no paper.
 */
export async function findTermsOf(
  paths: readonly string[],
  { config, decisions = [], workers, caching }: FindOptions,
  progress: Progress,
  context: Context,
): Promise<Found & { readonly resources: ExtractResources }> {
  const inputs = await readSources(paths, context);
  const resources = await loadResources();
  const cache = await openTagCache(caching, config);
  const { value, problems } = await findTerms(inputs.sources, resources, config, {
    decisions,
    openPasses: passesInThreads(NODE_THREADS, { workers, tags: cache?.tags }),
    onProgress: (step, done, total) => {
      progress.update(step, done, total);
    },
  });
  await cache?.evict();
  progress.clear();
  const all = [...inputs.problems, ...problems];
  printProblems(all, context);
  requirePapers(value.papers.length, all);
  return { ...value, resources };
}
