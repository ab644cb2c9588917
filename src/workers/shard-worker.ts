/**
 * The main thread's side of a thread that works on shards.
 */
import type { CorpusMessage, ShardJob, ShardResult } from "./messages.ts";
import type { Thread } from "./threads.ts";

/** One thread, one job at a time. If it dies, another takes its place, which is told all that it was told, and tries again. */
export class ShardThread {
  readonly #start: () => Thread;
  #worker: Thread;
  #settle: { readonly resolve: (result: ShardResult) => void; readonly reject: (error: Error) => void } | undefined;
  #failure: Error | undefined;
  /** What its place is to be told again: the work on the shards that it keeps, and facts. */
  #told: (ShardJob | CorpusMessage)[] = [];

  constructor(start: () => Thread) {
    this.#start = start;
    this.#worker = this.#begin();
  }

  /** @throws what the thread threw, or that it ended, when it did so twice */
  async work(job: ShardJob): Promise<ShardResult> {
    const result = await this.#ask(job).catch(async () => {
      await this.#revive();
      return this.#ask(job);
    });
    if (job.phase === "relate")
      this.#told = this.#told.filter((past) => !("shard" in past) || past.shard !== job.shard);
    else this.#told.push(job);
    return result;
  }

  tell(message: CorpusMessage): void {
    this.#told.push(message);
    this.#worker.postMessage(message);
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #begin(): Thread {
    const worker = this.#start();
    worker.on("message", (result) => this.#settle?.resolve(result as ShardResult));
    worker.on("error", (error) => {
      this.#fail(worker, error instanceof Error ? error : new Error(String(error)));
    });
    worker.on("exit", () => {
      this.#fail(worker, new Error("a thread ended before its work was done"));
    });
    return worker;
  }

  async #revive(): Promise<void> {
    await this.#worker.terminate();
    this.#failure = undefined;
    this.#settle = undefined;
    this.#worker = this.#begin();
    for (const past of this.#told) {
      if ("shard" in past) await this.#ask(past);
      else this.#worker.postMessage(past);
    }
  }

  async #ask(job: ShardJob): Promise<ShardResult> {
    return new Promise((resolve, reject) => {
      if (this.#failure) {
        reject(this.#failure);
        return;
      }
      this.#settle = { resolve, reject };
      this.#worker.postMessage(job);
    });
  }

  /** The end of a thread that another has taken the place of is nobody's. */
  #fail(worker: Thread, error: Error): void {
    if (worker !== this.#worker) return;
    this.#failure ??= error;
    this.#settle?.reject(error);
  }
}
