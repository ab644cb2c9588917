/**
 * Threads of a browser: workers of the same script as the one that starts them.
 */
import type { Thread, Threads } from "../../../src/workers/threads.ts";
import type { Role } from "./messages.ts";

/** @param models unpacked, by their file names: threads that work on shards are given them */
export function webThreads(models: ReadonlyMap<string, Uint8Array>): Threads {
  return {
    cores: navigator.hardwareConcurrency,
    start: (kind, data) => {
      const worker = new Worker(self.location.href);
      const role: Role = kind === "shard-thread" ? { role: kind, data, models: [...models] } : { role: "task-thread" };
      worker.postMessage(role);
      return threadOf(worker);
    },
  };
}

function threadOf(worker: Worker): Thread {
  return {
    postMessage: (message, moved = []) => worker.postMessage(message, [...moved]),
    // A worker has no end of its own: it is ended, or it throws.
    on: (event: string, listener: (value: unknown) => void) => {
      if (event === "message") worker.addEventListener("message", ({ data }) => listener(data));
      if (event === "error")
        worker.addEventListener("error", (fault) => {
          fault.preventDefault();
          listener(new Error(fault.message || "a worker could not be started"));
        });
    },
    terminate: () => {
      worker.terminate();
      return Promise.resolve();
    },
  };
}
