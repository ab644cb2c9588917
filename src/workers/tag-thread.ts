/**
 * A tagging thread: batches of papers in, tagged papers out.
 */
import { parentPort, workerData } from "node:worker_threads";
import { PaperTagger } from "../extract/tag/tag-papers.ts";
import { packShard } from "../extract/tag/tagged-shard.ts";
import { loadResources } from "../io/load-resources.ts";
import type { TagJob, TagResult, ThreadData } from "./messages.ts";

const port = parentPort;
if (!port) throw new Error("tag-thread runs as a worker thread only");
const { minProbability } = workerData as ThreadData;
const tagger = new PaperTagger(await loadResources(), minProbability);

port.on("message", ({ batch, papers }: TagJob) => {
  const shard = packShard(tagger.tag(papers));
  port.postMessage({ batch, shard } satisfies TagResult, [shard]);
});
