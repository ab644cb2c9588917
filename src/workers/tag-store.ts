/**
 * Tagged shards kept in a cache on disk.
 */
import type { ShardText, TagStore } from "../extract/shards/shard-pass.ts";
import { type DiskCache } from "../io/disk-cache.ts";
import { stageKeys } from "../io/stage-key.ts";

/** Folders of the code that tagging runs through, each without the folders in it. */
export const TAGGING_CODE = [
  "extract",
  "extract/text",
  "extract/text/clean",
  "extract/model",
  "extract/tag",
  "extract/shards",
  "domain",
  "contract",
  "tables",
  "lib",
] as const;

/** @param minProbability the setting of that name: all that tagging depends on besides code, models and texts */
export async function shardKeys(minProbability: number): Promise<TagStore["keyOf"]> {
  const keyOf = await stageKeys({
    name: "tag",
    folders: TAGGING_CODE,
    assets: ["tagger.bin", "background.bin", "word-tags.txt"],
    settings: { minProbability },
  });
  return (texts) => keyOf(JSON.stringify(texts.map(({ title, abstract = "" }) => [title, abstract])));
}

export function cachedTags(cache: DiskCache, keyOf: TagStore["keyOf"]): TagStore {
  return {
    keyOf,
    read: async (key) => cache.read(key),
    write: async (key, tagged, isWhole) => (isWhole ? cache.write(key, tagged) : undefined),
  };
}

/** Tagged shards in memory, in front of another store that is asked for what is not there. */
export class MemoryTags implements TagStore {
  readonly keyOf: TagStore["keyOf"];
  readonly #behind: TagStore | undefined;
  readonly #kept = new Map<string, ArrayBuffer>();

  constructor(keyOf: TagStore["keyOf"], behind?: TagStore) {
    this.keyOf = keyOf;
    this.#behind = behind;
  }

  /** @throws Error when the shard was not tagged */
  tagged(texts: readonly ShardText[]): ArrayBuffer {
    const tagged = this.#kept.get(this.keyOf(texts));
    if (!tagged) throw new Error("the shard was not tagged");
    return tagged;
  }

  keep(texts: readonly ShardText[], tagged: ArrayBuffer): void {
    this.#kept.set(this.keyOf(texts), tagged);
  }

  async read(key: string): Promise<ArrayBuffer | undefined> {
    const found = this.#kept.get(key) ?? (await this.#behind?.read(key));
    if (found) this.#kept.set(key, found);
    return found;
  }

  async write(key: string, tagged: ArrayBuffer, isWhole: boolean): Promise<void> {
    this.#kept.set(key, tagged);
    await this.#behind?.write(key, tagged, isWhole);
  }
}
