/**
 * Tasks in threads. Which thread does a task cannot show in its result.
 */
import { type Task, type TaskRunner, TASKS_HERE } from "../lib/task.ts";
import type { TaskMessage, TaskResult } from "./task-messages.ts";
import type { Thread, Threads } from "./threads.ts";

/** In a smaller corpus threads take as long to warm up as its tasks take here. */
const MIN_PAPERS = 1500;
const MAX_THREADS = 8;

export interface TaskThreads extends TaskRunner {
  /** To be called once, also after a failure. */
  close(): Promise<void>;
}

/**
 * Threads start with the first task.
 *
 * @param workers threads; undefined: as many as the machine has cores and the papers are worth.
 */
export function tasksInThreads(kind: Threads, papers: number, workers: number | undefined): TaskThreads {
  const worthwhile = papers < MIN_PAPERS ? 1 : Math.min(kind.cores, MAX_THREADS);
  const width = workers ?? worthwhile;
  return width <= 1 ? { ...TASKS_HERE, close: async () => Promise.resolve() } : new ThreadPool(width, kind);
}

interface Waiting {
  readonly message: TaskMessage;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

class ThreadPool implements TaskThreads {
  readonly width: number;
  readonly #idle: Thread[] = [];
  readonly #all: Thread[] = [];
  readonly #queue: Waiting[] = [];
  readonly #working = new Map<Thread, Waiting>();
  readonly #kind: Threads;
  #failure: Error | undefined;

  constructor(width: number, kind: Threads) {
    this.width = width;
    this.#kind = kind;
  }

  async run<Job, Result>({ name }: Task<Job, Result>, job: Job): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ message: { name, job }, resolve: (result) => resolve(result as Result), reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map(async (worker) => worker.terminate()));
  }

  /** Hands out as many of the waiting tasks as there are threads free. */
  #next(): void {
    if (this.#failure) {
      for (const { reject } of this.#queue.splice(0)) reject(this.#failure);
      return;
    }
    while (this.#queue.length > 0) {
      const worker = this.#idle.pop() ?? (this.#all.length < this.width ? this.#start() : undefined);
      if (!worker) return;
      const waiting = this.#queue.shift()!;
      this.#working.set(worker, waiting);
      worker.postMessage(waiting.message);
    }
  }

  #start(): Thread {
    const worker = this.#kind.start("task-thread", {});
    this.#all.push(worker);
    worker.on("message", (message) => {
      const waiting = this.#working.get(worker);
      this.#working.delete(worker);
      this.#idle.push(worker);
      waiting?.resolve((message as TaskResult).result);
      this.#next();
    });
    worker.on("error", (error) => {
      this.#fail(error instanceof Error ? error : new Error(String(error)));
    });
    worker.on("exit", () => {
      if (this.#working.has(worker)) this.#fail(new Error("a thread ended before its work was done"));
    });
    return worker;
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#working.values()) reject(error);
    this.#working.clear();
    this.#next();
  }
}
