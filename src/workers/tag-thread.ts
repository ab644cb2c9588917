/**
 * A tagging thread: batches of papers in, tagged papers out.
 */
import { parentPort, workerData } from "node:worker_threads";
import { tagPapers } from "../extract/tag/tag-papers.ts";
import { loadResources } from "../io/load-resources.ts";
import type { TagJob, TagResult, ThreadData } from "./messages.ts";

const port = parentPort;
if (!port) throw new Error("tag-thread runs as a worker thread only");
const { minProbability } = workerData as ThreadData;
const resources = await loadResources();

port.on("message", ({ batch, papers }: TagJob) => {
  const result: TagResult = { batch, tagged: tagPapers(papers, resources, minProbability) };
  port.postMessage(result);
});
