/**
 * The work on all shards, phase by phase: in this thread, or elsewhere with the same result.
 */
import type { Paper } from "../../domain/paper.ts";
import type { KeyAnswers, ShardKeyCounts } from "../choose/key-counts.ts";
import type { MentionTable } from "../choose/mention-table.ts";
import type { ExtractConfig } from "../config.ts";
import { type ExtractResources } from "../resources.ts";
import { packShard, unpackShard } from "../tag/tagged-shard.ts";
import { ShardPass, type TagStore } from "./shard-pass.ts";
import type { Shard } from "./shard.ts";
import type { LinkForms } from "../link/link-forms.ts";
import { type LinkTable } from "../link/link-table.ts";
import type { PaperTermTable } from "../terms/paper-term-table.ts";
import type { RelationTable } from "../relate/relation-table.ts";
import type { TermAnswers } from "../terms/term-facts.ts";

/** The phases of `shard-pass.ts`, in order; all lists are in the shards' order. */
export interface Passes {
  /**
   * @param take is given what the corpus must know of each shard, in any order
   * @param onLost is told of each paper that could not be tagged and is kept without terms, in any order
   */
  tag(
    take: (shard: number, counts: ShardKeyCounts) => void,
    onProgress?: (done: number, total: number) => void,
    onLost?: (paper: Paper, reason: string) => void,
  ): Promise<void>;
  /**
   * @param answerTo is asked once for each shard, when its turn comes
   * @param take is given the tables in the shards' order
   */
  choose(answerTo: (shard: number) => KeyAnswers, take: (table: MentionTable) => void): Promise<void>;
  /** @param groupOf per shard, the group of each of its mentions */
  link(forms: LinkForms, groupOf: readonly Uint32Array[]): Promise<LinkTable[]>;
  describe(answers: readonly TermAnswers[]): Promise<PaperTermTable[]>;
  /** @param answers those of `describe` */
  relate(answers: readonly TermAnswers[]): Promise<RelationTable[]>;
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
      tag: async (take, onProgress, onLost) => {
        let done = 0;
        for (const texts of shards) {
          const key = tags?.keyOf(texts) ?? "";
          const kept = await tags?.read(key);
          const shard = kept ? pass.resume(texts, unpackShard(kept)) : pass.tag(texts);
          for (const { at, reason } of shard.lost) onLost?.(texts[at]!, reason);
          if (tags && !kept) await tags.write(key, packShard(shard.tagged), shard.lost.length === 0);
          take(open.length, shard.countKeys());
          open.push(shard);
          onProgress?.((done += texts.length), total);
        }
      },
      choose: async (answerTo, take) => {
        pass.forget();
        open.forEach((shard, s) => take(shard.choose(answerTo(s))));
        return Promise.resolve();
      },
      link: async (forms, groupOf) => {
        pass.forget();
        const linker = pass.linkerOf(forms);
        return Promise.resolve(open.map((shard, s) => shard.link(linker, groupOf[s]!)));
      },
      describe: async (answers) => {
        pass.forget();
        const finder = pass.finder();
        return Promise.resolve(open.map((shard, s) => shard.describe(finder, answers[s]!)));
      },
      relate: async (answers) => {
        pass.forget();
        const relater = pass.relater();
        return Promise.resolve(open.map((shard, s) => shard.relate(relater, answers[s]!)));
      },
      close: async () => Promise.resolve(),
    };
  };
}
