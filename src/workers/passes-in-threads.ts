/**
 * The passes over shards in threads. The result is the same for any number of threads: a shard's work depends on
 * nothing but the shard and what the corpus says, and results are put back in order.
 */
import type { Paper } from "../domain/paper.ts";
import type { ShardKeyCounts } from "../extract/choose/key-counts.ts";
import { unpackMentions } from "../extract/choose/mention-table.ts";
import { type OpenPasses, type Passes, passesHere } from "../extract/shards/passes.ts";
import { NO_TEXT, type ShardText, type TagStore } from "../extract/shards/shard-pass.ts";
import type { LostText } from "../extract/shards/shard.ts";
import { type LinkTable, unpackLinks } from "../extract/link/link-table.ts";
import { type RelationTable, unpackRelations } from "../extract/relate/relation-table.ts";
import { type PaperTermTable, unpackPaperTerms } from "../extract/terms/paper-term-table.ts";
import type { ShardJob, ShardResult } from "./messages.ts";
import { ShardThread } from "./shard-worker.ts";
import type { Threads } from "./threads.ts";

/** A thread takes about as long to start as this many papers take to tag. */
const PAPERS_PER_THREAD = 800;
const MAX_THREADS = 8;

export interface ThreadOptions {
  /** Threads; undefined: as many as the machine has cores and the papers are worth. */
  readonly workers?: number | undefined;
  /** What it keeps is not tagged again. */
  readonly tags?: TagStore | undefined;
}

/** Opens passes in threads, or in this thread where threads are not worth their start. */
export function passesInThreads(kind: Threads, { workers, tags }: ThreadOptions = {}): OpenPasses {
  return (shards, resources, config) => {
    const papers = shards.reduce((sum, { length }) => sum + length, 0);
    const worthwhile = Math.min(kind.cores, Math.floor(papers / PAPERS_PER_THREAD), MAX_THREADS);
    const threads = Math.min(workers ?? worthwhile, shards.length);
    if (threads <= 1) return passesHere(tags)(shards, resources, config);
    return new ThreadedPasses(
      threads,
      () => new ShardThread(() => kind.start("shard-thread", { config })),
      shards,
      tags,
    );
  };
}

class ThreadedPasses implements Passes {
  readonly #threads: readonly ShardThread[];
  readonly #open: () => ShardThread;
  readonly #shards: readonly (readonly Paper[])[];
  /** Per shard the thread that keeps it. */
  readonly #keeper: ShardThread[] = [];
  readonly #tags: TagStore | undefined;

  constructor(
    threads: number,
    open: () => ShardThread,
    shards: readonly (readonly Paper[])[],
    tags: TagStore | undefined,
  ) {
    this.#threads = Array.from({ length: threads }, open);
    this.#open = open;
    this.#shards = shards;
    this.#tags = tags;
  }

  /** Threads take the next shard whenever they are done with one. */
  async tag(
    take: (shard: number, counts: ShardKeyCounts) => void,
    onProgress?: (done: number, total: number) => void,
    onLost?: (paper: Paper, reason: string) => void,
  ): Promise<void> {
    const total = this.#shards.reduce((sum, { length }) => sum + length, 0);
    let next = 0;
    let done = 0;
    await Promise.all(
      this.#threads.map(async (thread) => {
        while (next < this.#shards.length) {
          const shard = next++;
          this.#keeper[shard] = thread;
          const texts = this.#shards[shard]!.map(({ title, abstract }) =>
            abstract === undefined ? { title } : { title, abstract },
          );
          const key = this.#tags?.keyOf(texts) ?? "";
          const kept = await this.#tags?.read(key);
          const isWanted = this.#tags !== undefined && kept === undefined;
          const job = { shard, phase: "tag", texts, isWanted, ...(kept && { kept }) } as const;
          const result = await thread.work(job).catch(async () => this.#workWithout(thread, job));
          if (result.phase !== "tag") throw new Error("a thread answered what it was not asked");
          for (const { at, reason } of result.lost) onLost?.(this.#shards[shard]![at]!, reason);
          take(shard, result.counts);
          if (result.tagged) await this.#tags?.write(key, result.tagged, result.lost.length === 0);
          onProgress?.((done += texts.length), total);
        }
      }),
    );
    this.#rest();
  }

  /**
   * A shard that a thread died of twice: its texts are tried one by one in a thread apart, and those that end it are left
   * blank. @throws Error when a thread dies of the rest, too
   */
  async #workWithout(thread: ShardThread, job: Extract<ShardJob, { phase: "tag" }>): Promise<ShardResult> {
    const lost: LostText[] = [];
    const texts: ShardText[] = [];
    let apart = this.#open();
    // Where threads cannot work at all, no text is to blame.
    await apart.work({ shard: 0, phase: "tag", texts: [NO_TEXT], isWanted: false });
    for (const [at, text] of job.texts.entries()) {
      try {
        await apart.work({ shard: 0, phase: "tag", texts: [text], isWanted: false });
        texts.push(text);
      } catch (error) {
        lost.push({ at, reason: error instanceof Error ? error.message : String(error) });
        texts.push(NO_TEXT);
        await apart.end();
        apart = this.#open();
      }
    }
    await apart.end();
    const result = await thread.work({ shard: job.shard, phase: "tag", texts, isWanted: job.isWanted });
    return result.phase === "tag" ? { ...result, lost: [...result.lost, ...lost] } : result;
  }

  async choose(...[answerTo, take]: Parameters<Passes["choose"]>): ReturnType<Passes["choose"]> {
    await this.#tables(
      (shard) => ({ shard, phase: "choose", ...answerTo(shard) }),
      (table) => take(unpackMentions(table)),
    );
    this.#rest();
  }

  async link(...[forms, groupOf]: Parameters<Passes["link"]>): Promise<LinkTable[]> {
    for (const thread of this.#threads) thread.tell({ forms });
    const tables: LinkTable[] = [];
    await this.#tables(
      (shard) => ({ shard, phase: "link", groupOf: groupOf[shard]! }),
      (table) => tables.push(unpackLinks(table)),
    );
    this.#rest();
    return tables;
  }

  async describe(answers: Parameters<Passes["describe"]>[0]): ReturnType<Passes["describe"]> {
    const [first] = answers;
    if (first) for (const thread of this.#threads) thread.tell({ facts: first.facts });
    const tables: PaperTermTable[] = [];
    await this.#tables(
      (shard) => ({ shard, phase: "describe", termOf: answers[shard]!.termOf }),
      (table) => tables.push(unpackPaperTerms(table)),
    );
    this.#rest();
    return tables;
  }

  async relate(answers: Parameters<Passes["relate"]>[0]): ReturnType<Passes["relate"]> {
    const tables: RelationTable[] = [];
    await this.#tables(
      (shard) => ({ shard, phase: "relate", termOf: answers[shard]!.termOf }),
      (table) => tables.push(unpackRelations(table)),
    );
    return tables;
  }

  /** A phase is over, and the corpus has its turn. */
  #rest(): void {
    for (const thread of this.#threads) thread.tell({ rests: true });
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map(async (thread) => thread.end()));
  }

  /**
   * One phase over all shards, each in the thread that keeps it.
   * @param take is given the tables in the shards' order, as soon as those before have come
   */
  async #tables(jobOf: (shard: number) => ShardJob, take: (table: ArrayBuffer) => void): Promise<void> {
    const early = new Map<number, ArrayBuffer>();
    let next = 0;
    await Promise.all(
      this.#threads.map(async (thread) => {
        for (let shard = 0; shard < this.#shards.length; shard++) {
          if (this.#keeper[shard] !== thread) continue;
          const result = await thread.work(jobOf(shard));
          if (result.phase === "tag") throw new Error("a thread answered what it was not asked");
          early.set(shard, result.table);
          for (let table = early.get(next); table; table = early.get(++next)) {
            early.delete(next);
            take(table);
          }
        }
      }),
    );
  }
}
