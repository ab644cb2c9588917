/**
 * Where the code of a thread is. Run from sources (tests, development), it has to bring the TypeScript loader along.
 */
import type { WorkerOptions } from "node:worker_threads";

/**
 * Megabytes of objects that a thread may hold: enough for the texts and keys of some 600,000 papers of 1.2 kB, 2.8 kB each; tables stand outside. Below 2,048 V8
 * lets a heap grow to twice what was in use before it cleans up, above to four times.
 */
const MAX_HEAP = 2000;

/** Arguments of a `Worker`. @param name of a file in this folder, without its ending. */
export function threadEntry(
  name: "shard-thread" | "task-thread" | "pack-thread",
  workerData: object,
): [URL, WorkerOptions] {
  const [url, options] = threadAt(`workers/${name}`, workerData);
  return [url, { ...options, resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP } }];
}

/** As large as the process. @param path of its file below the sources, without its ending. */
export function threadAt(path: string, workerData: object): [URL, WorkerOptions] {
  const fromSource = import.meta.url.endsWith(".ts");
  const entry = fromSource ? "../dev/repo/thread-from-source.mjs" : `../${path}.js`;
  return [new URL(entry, import.meta.url), { workerData, argv: [path] }];
}
