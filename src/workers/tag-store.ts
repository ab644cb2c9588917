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

/** Tagged shards in memory, in front of another store that is asked for what is not there. */
export class MemoryTags implements TagStore {
  readonly #keyOf: (texts: readonly ShardText[]) => string;
  readonly #behind: TagStore | undefined;
  readonly #kept = new Map<string, ArrayBuffer>();

  constructor(keyOf: (texts: readonly ShardText[]) => string, behind?: TagStore) {
    this.#keyOf = keyOf;
    this.#behind = behind;
  }

  /** @throws Error when the shard was not tagged */
  tagged(texts: readonly ShardText[]): ArrayBuffer {
    const tagged = this.#kept.get(this.#keyOf(texts));
    if (!tagged) throw new Error("the shard was not tagged");
    return tagged;
  }

  keep(texts: readonly ShardText[], tagged: ArrayBuffer): void {
    this.#kept.set(this.#keyOf(texts), tagged);
  }

  async read(texts: readonly ShardText[]): Promise<ArrayBuffer | undefined> {
    const own = this.#kept.get(this.#keyOf(texts));
    if (own) return own;
    const found = await this.#behind?.read(texts);
    if (found) this.keep(texts, found);
    return found;
  }

  async write(texts: readonly ShardText[], tagged: ArrayBuffer): Promise<void> {
    this.keep(texts, tagged);
    await this.#behind?.write(texts, tagged);
  }
}
