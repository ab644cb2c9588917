/**
 * The work of a thread on shards: papers in, tables out. It keeps its shards from phase to phase.
 */
import { packMentions } from "../extract/choose/mention-table.ts";
import type { ExtractConfig } from "../extract/config.ts";
import type { MentionLinker } from "../extract/link/link-mentions.ts";
import { packLinks } from "../extract/link/link-table.ts";
import { packRelations } from "../extract/relate/relation-table.ts";
import type { ExtractResources } from "../extract/resources.ts";
import { ShardPass } from "../extract/shards/shard-pass.ts";
import type { Shard } from "../extract/shards/shard.ts";
import { packShard, unpackShard } from "../extract/tag/tagged-shard.ts";
import { packPaperTerms } from "../extract/terms/paper-term-table.ts";
import type { TermFacts } from "../extract/terms/term-facts.ts";
import type { CorpusMessage, ShardJob, ShardResult } from "./messages.ts";

/** What a thread answers, and the buffers that are moved with it. */
export interface Answer {
  readonly result: ShardResult;
  readonly moved: ArrayBuffer[];
}

export class ShardWork {
  readonly #pass: ShardPass;
  readonly #shards = new Map<number, Shard>();
  #facts: TermFacts | undefined;
  #linker: MentionLinker | undefined;
  readonly #onPhase: ((papers: number) => void) | undefined;
  #papers = 0;

  /** @param onPhase called when a phase is over, with the number of papers that the thread keeps */
  constructor(resources: ExtractResources, config: ExtractConfig, onPhase?: (papers: number) => void) {
    this.#pass = new ShardPass(resources, config);
    this.#onPhase = onPhase;
  }

  /** Undefined for what is only to be known. @throws Error for a shard that is not with this thread */
  take(message: ShardJob | CorpusMessage): Answer | undefined {
    if ("rests" in message) this.#forget();
    else if ("facts" in message) this.#facts = message.facts;
    else if ("forms" in message) this.#linker = this.#pass.linkerOf(message.forms);
    else return message.phase === "tag" ? this.#tag(message) : this.#table(message);
    return undefined;
  }

  #forget(): void {
    this.#pass.forget();
    this.#linker = undefined;
    this.#onPhase?.(this.#papers);
  }

  #tag(job: Extract<ShardJob, { readonly phase: "tag" }>): Answer {
    const shard = job.kept ? this.#pass.resume(job.texts, unpackShard(job.kept)) : this.#pass.tag(job.texts);
    this.#shards.set(job.shard, shard);
    this.#papers += job.texts.length;
    const counts = shard.countKeys();
    const moved = Object.values(counts).map(({ buffer }: Uint32Array | Float64Array) => buffer as ArrayBuffer);
    const { lost } = shard;
    const tagged = job.isWanted ? packShard(shard.tagged) : undefined;
    if (tagged) moved.push(tagged);
    return { result: { shard: job.shard, phase: "tag", counts, lost, ...(tagged && { tagged }) }, moved };
  }

  #table(job: Exclude<ShardJob, { readonly phase: "tag" }>): Answer {
    const shard = this.#shards.get(job.shard);
    if (!shard) throw new Error(`shard ${job.shard} is not with this thread`);
    const table = this.#tableOf(shard, job);
    if (job.phase === "relate") this.#shards.delete(job.shard);
    return { result: { shard: job.shard, phase: job.phase, table }, moved: [table] };
  }

  #tableOf(shard: Shard, job: Exclude<ShardJob, { readonly phase: "tag" }>): ArrayBuffer {
    if (job.phase === "choose") return packMentions(shard.choose(job));
    if (job.phase === "link") return packLinks(shard.link(this.#linker!, job.groupOf));
    const answers = { termOf: job.termOf, facts: this.#facts! };
    if (job.phase === "describe") return packPaperTerms(shard.describe(this.#pass.finder(), answers));
    return packRelations(shard.relate(this.#pass.relater(), answers));
  }
}
