/**
 * Where the code of a thread is. Run from sources (tests, development), it has to bring the TypeScript loader along.
 */
import type { WorkerOptions } from "node:worker_threads";

/** Arguments of a `Worker`. @param name of a file in this folder, without its ending. */
export function threadEntry(
  name: "shard-thread" | "task-thread" | "pack-thread",
  workerData: object,
): [URL, WorkerOptions] {
  const fromSource = import.meta.url.endsWith(".ts");
  const entry = fromSource ? "../dev/repo/thread-from-source.mjs" : `./${name}.js`;
  return [new URL(entry, import.meta.url), { workerData, argv: [name] }];
}
