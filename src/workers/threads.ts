/**
 * What is asked of threads, wherever they run: worker threads of Node are such (`node-threads.ts`), and so are workers
 * of a browser.
 */
import type { ThreadData } from "./messages.ts";

/** One thread; it is sent messages and speaks by messages. */
export interface Thread {
  postMessage(message: unknown, moved?: readonly ArrayBuffer[]): void;
  on(event: "message", listener: (message: unknown) => void): unknown;
  /** It has thrown what it did not catch. */
  on(event: "error", listener: (error: unknown) => void): unknown;
  on(event: "exit", listener: () => void): unknown;
  terminate(): Promise<unknown>;
}

/** What is handed to a thread of each kind when it starts. */
interface ThreadKinds {
  readonly "shard-thread": ThreadData;
  readonly "task-thread": object;
}

export interface Threads {
  /** How many run at a time without waiting for one another. */
  readonly cores: number;
  start<Kind extends keyof ThreadKinds>(kind: Kind, data: ThreadKinds[Kind]): Thread;
}
