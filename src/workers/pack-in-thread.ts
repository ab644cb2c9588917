/**
 * Packs in a worker thread what is written in this one.
 */
import { Worker } from "node:worker_threads";
import type { GraphDocument } from "../contract/graph-document.ts";
import type { Packer } from "../io/packer.ts";
import type { PackJob, PackResult } from "./pack-messages.ts";
import { threadEntry } from "./thread-entry.ts";

/** Bytes on their way to the thread; more wait in the one that writes. */
const MAX_WAITING = 16 * 2 ** 20;

/** A thread takes about as long to start as this many mentions take to pack. */
const MIN_MENTIONS = 20_000;

/** Undefined where a thread is not worth it, or the user wants none. */
export function worthwhilePacker(
  { mentions }: Pick<GraphDocument, "mentions">,
  workers: number | undefined,
): (() => Packer) | undefined {
  return workers === 1 || mentions.length < MIN_MENTIONS ? undefined : packInThread;
}

export function packInThread(): Packer {
  const worker = new Worker(...threadEntry("pack-thread", {}));
  const results: Uint8Array[] = [];
  let waiting = 0;
  let isEnded = false;
  let fault: Error | undefined;
  /** Whoever waits for the thread looks again when it has spoken. */
  let wake: (() => void)[] = [];
  const spoken = async (): Promise<void> => {
    if (!fault) await new Promise<void>((resolve) => wake.push(resolve));
    if (fault) throw fault;
  };
  const speak = (): void => {
    const sleepers = wake;
    wake = [];
    for (const resolve of sleepers) resolve();
  };
  worker.on("message", ({ packed, taken, ended }: PackResult) => {
    if (packed.length > 0) results.push(packed);
    waiting -= taken;
    isEnded = ended;
    speak();
  });
  worker.on("error", (error: Error) => {
    fault = error;
    speak();
  });
  worker.on("exit", () => {
    if (!isEnded) fault ??= new Error("the packing thread ended before its work was done");
    speak();
  });
  return {
    push: async (bytes) => {
      while (waiting > MAX_WAITING) await spoken();
      if (fault) throw fault;
      waiting += bytes.length;
      worker.postMessage({ bytes } satisfies PackJob);
    },
    end: () => {
      worker.postMessage({} satisfies PackJob);
    },
    packed: {
      async *[Symbol.asyncIterator]() {
        for (;;) {
          yield* results.splice(0);
          if (isEnded && results.length === 0) return;
          if (results.length === 0) await spoken();
        }
      },
    },
    stop: async () => {
      await worker.terminate();
    },
  };
}
