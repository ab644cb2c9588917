/**
 * What the main thread and a thread that works on shards say to each other.
 */
import type { ExtractConfig } from "../extract/config.ts";
import type { KeyCounts, ShardKeyCounts } from "../extract/choose/key-counts.ts";
import type { KeptTerm } from "../extract/choose/kept-terms.ts";
import type { TermFacts } from "../extract/terms/term-facts.ts";
import type { LinkForms } from "../extract/link/link-forms.ts";
import type { ShardText } from "../extract/shards/shard-pass.ts";
import type { LostText } from "../extract/shards/shard.ts";

/** A phase of the work on one shard: see `ShardPass`. */
export type ShardJob = { readonly shard: number } & (
  | {
      readonly phase: "tag";
      readonly texts: readonly ShardText[];
      /** What an earlier run tagged, and whether what this one tags is to be sent back. */
      readonly kept?: ArrayBuffer;
      readonly isWanted: boolean;
    }
  | { readonly phase: "choose"; readonly counts: KeyCounts; readonly kept: readonly KeptTerm[] }
  | { readonly phase: "link"; readonly groupOf: Uint32Array }
  | { readonly phase: "describe" | "relate"; readonly termOf: Int32Array }
);

/**
 * What all shards are told, sent once to every thread: before the first one is linked or described, and that the corpus
 * has its turn, so that what the phase needed can be freed.
 */
export type CorpusMessage = { readonly forms: LinkForms } | { readonly facts: TermFacts } | { readonly rests: true };

/** Tables come as one buffer, moved, not copied. */
export type ShardResult = { readonly shard: number } & (
  | {
      readonly phase: "tag";
      readonly counts: ShardKeyCounts;
      readonly lost: readonly LostText[];
      readonly tagged?: ArrayBuffer;
    }
  | { readonly phase: "choose" | "link" | "describe" | "relate"; readonly table: ArrayBuffer }
);

/** Handed to a thread when it starts. */
export interface ThreadData {
  readonly config: ExtractConfig;
}
