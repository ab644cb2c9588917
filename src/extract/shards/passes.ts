/**
 * The work on all shards, phase by phase: in this thread, or elsewhere with the same result.
 */
import type { Paper } from "../../domain/paper.ts";
import type { KeyAnswers, ShardKeyCounts } from "../choose/key-counts.ts";
import type { MentionTable } from "../choose/mention-table.ts";
import type { ExtractConfig } from "../config.ts";
import { type ExtractResources } from "../resources.ts";
import { packShard, unpackShard } from "../tag/tagged-shard.ts";
import { type Shard, ShardPass, type TagStore } from "./shard-pass.ts";
import type { PaperTermTable } from "../terms/paper-term-table.ts";
import type { TermAnswers } from "../terms/term-facts.ts";

/** The phases of `shard-pass.ts`, in order; all lists are in the shards' order. */
export interface Passes {
  tag(onProgress?: (done: number, total: number) => void): Promise<ShardKeyCounts[]>;
  choose(answers: readonly KeyAnswers[]): Promise<MentionTable[]>;
  describe(answers: readonly TermAnswers[]): Promise<PaperTermTable[]>;
  /** To be called once, also after a failure. */
  close(): Promise<void>;
}

/** Opens the passes over shards of papers; any way to work on them must give the same tables. */
export type OpenPasses = (
  shards: readonly (readonly Paper[])[],
  resources: ExtractResources,
  config: ExtractConfig,
) => Passes;

/** The passes in this thread; what `tags` keeps is not tagged again. */
export function passesHere(tags?: TagStore): OpenPasses {
  return (shards, resources, config) => {
    const pass = new ShardPass(resources, config);
    const total = shards.reduce((sum, { length }) => sum + length, 0);
    const open: Shard[] = [];
    return {
      tag: async (onProgress) => {
        const counts: ShardKeyCounts[] = [];
        let done = 0;
        for (const texts of shards) {
          const key = tags?.keyOf(texts) ?? "";
          const kept = await tags?.read(key);
          const shard = kept ? pass.resume(texts, unpackShard(kept)) : pass.tag(texts);
          if (tags && !kept) await tags.write(key, packShard(shard.tagged));
          open.push(shard);
          counts.push(shard.countKeys());
          onProgress?.((done += texts.length), total);
        }
        return counts;
      },
      choose: async (answers) => Promise.resolve(open.map((shard, s) => shard.choose(answers[s]!))),
      describe: async (answers) => Promise.resolve(open.map((shard, s) => shard.describe(answers[s]!))),
      close: async () => Promise.resolve(),
    };
  };
}
