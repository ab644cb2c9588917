/**
 * Tagged shards kept in a cache on disk.
 */
import type { ShardText, TagStore } from "../extract/shards/shard-pass.ts";
import { type DiskCache } from "../io/disk-cache.ts";
import { stageKeys } from "../io/stage-key.ts";

/** @param minProbability the setting of that name: all that tagging depends on besides code, models and texts */
export async function shardKeys(minProbability: number): Promise<(texts: readonly ShardText[]) => string> {
  const keyOf = await stageKeys({
    name: "tag",
    folders: ["extract/text", "extract/model", "extract/tag", "tables", "lib"],
    assets: ["tagger.bin", "background.bin", "word-tags.txt"],
    settings: { minProbability },
  });
  return (texts) => keyOf(JSON.stringify(texts.map(({ title, abstract = "" }) => [title, abstract])));
}

export function cachedTags(cache: DiskCache, keyOf: (texts: readonly ShardText[]) => string): TagStore {
  return {
    read: async (texts) => cache.read(keyOf(texts)),
    write: async (texts, tagged) => cache.write(keyOf(texts), tagged),
  };
}
