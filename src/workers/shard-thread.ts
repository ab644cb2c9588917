/**
 * A thread of Node that works on shards: see `ShardWork`.
 */
import { parentPort, workerData } from "node:worker_threads";
import { freeMemory, MANY_PAPERS } from "../io/free-memory.ts";
import { loadResources } from "../io/load-resources.ts";
import type { CorpusMessage, ShardJob, ThreadData } from "./messages.ts";
import { ShardWork } from "./shard-work.ts";

const port = parentPort;
if (!port) throw new Error("shard-thread runs as a worker thread only");
const { config } = workerData as ThreadData;
const work = new ShardWork(await loadResources(), config, (papers) => {
  if (papers >= MANY_PAPERS) freeMemory();
});

port.on("message", (message: ShardJob | CorpusMessage) => {
  const answer = work.take(message);
  if (answer) port.postMessage(answer.result, answer.moved);
});
