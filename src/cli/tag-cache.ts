/**
 * The cache of a run, as --cache, --no-cache and --cache-size ask for it.
 */
import { access, constants, mkdir } from "node:fs/promises";
import type { Config } from "../config.ts";
import type { TagStore } from "../extract/shards/shard-pass.ts";
import { DiskCache, userCacheFolder } from "../io/disk-cache.ts";
import { cachedTags, shardKeys } from "../workers/tag-store.ts";
import { UsageError } from "../lib/errors.ts";

const BYTES_PER_MB = 1_000_000;

export interface CacheOptions {
  /** A folder, false for none, undefined for the user's own. */
  readonly cache?: string | false | undefined;
  /** Megabytes. */
  readonly cacheSize?: number | undefined;
}

export interface TagCache {
  readonly tags: TagStore;
  /** Keeps the folder within its bound; to be called at the end of a run. */
  evict(): Promise<void>;
}

/**
 * @returns undefined where nothing is to be kept
 * @throws UsageError when the folder that was asked for cannot be written to
 */
export async function openTagCache(
  caching: CacheOptions,
  { extract: { minProbability } }: Config,
): Promise<TagCache | undefined> {
  const cache = await openDiskCache(caching);
  if (!cache) return undefined;
  return { tags: cachedTags(cache, await shardKeys(minProbability)), evict: async () => cache.evict() };
}

/**
 * The folder itself, for whatever is kept in it.
 *
 * @returns undefined where nothing is to be kept
 * @throws UsageError when the folder that was asked for cannot be written to
 */
export async function openDiskCache({ cache: dir, cacheSize = 4000 }: CacheOptions): Promise<DiskCache | undefined> {
  if (dir === false) return undefined;
  if (dir !== undefined) await requireWritable(dir);
  return new DiskCache(dir ?? userCacheFolder(), cacheSize * BYTES_PER_MB);
}

async function requireWritable(dir: string): Promise<void> {
  try {
    await mkdir(dir, { recursive: true });
    await access(dir, constants.W_OK);
  } catch (error) {
    const hint = "give another folder with --cache, or --no-cache";
    throw new UsageError(`the cache folder ${dir} cannot be written to`, hint, { cause: error });
  }
}
