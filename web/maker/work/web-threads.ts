/**
 * Threads of a browser: workers of the same script as the one that starts them.
 */
import type { Thread, Threads } from "../../../src/workers/threads.ts";
import type { Role } from "./messages.ts";

/**
 * @param models unpacked, by their file names: threads that work on shards are given them
 * @param script of all workers. Of a page from disk every worker is a stranger to the next one, and may load only what it
 *   has an address for itself
 */
export function webThreads(models: ReadonlyMap<string, Uint8Array>, script: Blob): Threads {
  const address = URL.createObjectURL(script);
  return {
    cores: canStart(address) ? navigator.hardwareConcurrency : 1,
    start: (kind, data) => {
      const worker = new Worker(address);
      const role: Role = kind === "shard-thread" ? { role: kind, data, models: [...models] } : { role: "task-thread" };
      worker.postMessage(role);
      return threadOf(worker);
    },
  };
}

/** False where a worker may start no other: all is done in one then. */
function canStart(address: string): boolean {
  try {
    new Worker(address).terminate();
    return true;
  } catch {
    return false;
  }
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
