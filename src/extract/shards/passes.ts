/**
 * The work on all shards, phase by phase: in this thread, or elsewhere with the same result.
 */
import type { Paper } from "../../domain/paper.ts";
import type { KeyAnswers, ShardKeyCounts } from "../choose/key-counts.ts";
import type { MentionTable } from "../choose/mention-table.ts";
import type { ExtractConfig } from "../config.ts";
import { type ExtractResources } from "../resources.ts";
import { type Shard, ShardPass } from "./shard-pass.ts";
import type { PaperTermTable } from "../terms/paper-term-table.ts";
import type { TermAnswers } from "../terms/term-facts.ts";

/** Papers a shard: so few that threads share even a small corpus evenly, so many that a shard's own strings repeat. */
const SHARD_PAPERS = 256;

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

export function shardsOf(papers: readonly Paper[]): Paper[][] {
  return Array.from({ length: Math.ceil(papers.length / SHARD_PAPERS) }, (_, s) =>
    papers.slice(s * SHARD_PAPERS, (s + 1) * SHARD_PAPERS),
  );
}

export const passesHere: OpenPasses = (shards, resources, config) => {
  const pass = new ShardPass(resources, config);
  const total = shards.reduce((sum, { length }) => sum + length, 0);
  const open: Shard[] = [];
  return {
    tag: async (onProgress) => {
      let done = 0;
      const counts = shards.map((papers) => {
        const shard = pass.tag(papers);
        open.push(shard);
        onProgress?.((done += papers.length), total);
        return shard.countKeys();
      });
      return Promise.resolve(counts);
    },
    choose: async (answers) => Promise.resolve(open.map((shard, s) => shard.choose(answers[s]!))),
    describe: async (answers) => Promise.resolve(open.map((shard, s) => shard.describe(answers[s]!))),
    close: async () => Promise.resolve(),
  };
};
