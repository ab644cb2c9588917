/**
 * Tags papers in worker threads. The result is the same for any number of threads: papers are tagged one by one, and
 * batches are put back in order.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { tagPapers } from "../extract/tag/tag-papers.ts";
import type { ExtractResources } from "../extract/resources.ts";
import type { Paper } from "../domain/paper.ts";
import type { TagJob, TagResult, ThreadData } from "./messages.ts";
import { type TaggedShard, shardLength, unpackShard } from "../extract/tag/tagged-shard.ts";
import { ShardedPapers, type TaggedPapers } from "../extract/tag/tagged-papers.ts";

/** Papers a message; small enough that no thread waits long at the end, large enough that messages cost nothing. */
const BATCH = 128;
/** A thread takes about as long to start as this many papers take to tag. */
const PAPERS_PER_THREAD = 800;
const MAX_THREADS = 8;

export interface ThreadOptions {
  readonly minProbability: number;
  /** Undefined: as many as the machine has cores and the papers are worth. */
  readonly workers?: number | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

/** @throws what a thread threw; the other threads are stopped. */
export async function tagInThreads(
  papers: readonly Paper[],
  resources: ExtractResources,
  options: ThreadOptions,
): Promise<TaggedPapers> {
  const { minProbability, onProgress } = options;
  const worthwhile = Math.floor(papers.length / PAPERS_PER_THREAD);
  const threads = Math.min(
    options.workers ?? Math.min(availableParallelism(), worthwhile, MAX_THREADS),
    Math.ceil(papers.length / BATCH),
  );
  if (threads <= 1) return tagPapers(papers, resources, minProbability, onProgress);

  const batches = Math.ceil(papers.length / BATCH);
  const shards: TaggedShard[] = [];
  let sent = 0;
  let done = 0;
  const workers = Array.from({ length: threads }, () => startThread({ minProbability }));
  try {
    await Promise.all(
      workers.map(
        async (worker) =>
          new Promise<void>((resolve, reject) => {
            const send = (): void => {
              if (sent === batches) {
                resolve();
                return;
              }
              const batch = sent++;
              const slice = papers.slice(batch * BATCH, (batch + 1) * BATCH);
              const job: TagJob = {
                batch,
                papers: slice.map(({ title, abstract }) => (abstract === undefined ? { title } : { title, abstract })),
              };
              worker.postMessage(job);
            };
            worker.on("message", ({ batch, shard }: TagResult) => {
              shards[batch] = unpackShard(shard);
              done += shardLength(shards[batch]);
              onProgress?.(done, papers.length);
              send();
            });
            worker.on("error", reject);
            worker.on("exit", () => {
              reject(new Error("a tagging thread ended before its work was done"));
            });
            send();
          }),
      ),
    );
  } finally {
    await Promise.all(workers.map(async (worker) => worker.terminate()));
  }
  return new ShardedPapers(shards, papers);
}

function startThread(workerData: ThreadData): Worker {
  // Run from sources (tests, development), a thread has to bring the TypeScript loader along.
  const fromSource = import.meta.url.endsWith(".ts");
  const entry = fromSource ? "../dev/repo/thread-from-source.mjs" : "./tag-thread.js";
  return new Worker(new URL(entry, import.meta.url), { workerData });
}
