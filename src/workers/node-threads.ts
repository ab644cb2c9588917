/**
 * Worker threads of Node.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { threadEntry } from "./thread-entry.ts";
import type { Threads } from "./threads.ts";

export const NODE_THREADS: Threads = {
  cores: availableParallelism(),
  start: (kind, data) => new Worker(...threadEntry(kind, data)),
};
