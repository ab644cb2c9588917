/**
 * A thread that works on shards: papers in, tables out. It keeps its shards from phase to phase.
 */
import { parentPort, workerData } from "node:worker_threads";
import { packMentions } from "../extract/choose/mention-table.ts";
import type { TermFacts } from "../extract/terms/term-facts.ts";
import { type Shard, ShardPass } from "../extract/shards/shard-pass.ts";
import { packShard, unpackShard } from "../extract/tag/tagged-shard.ts";
import { packPaperTerms } from "../extract/terms/paper-term-table.ts";
import { loadResources } from "../io/load-resources.ts";
import type { FactsMessage, ShardJob, ShardResult, ThreadData } from "./messages.ts";

const port = parentPort;
if (!port) throw new Error("shard-thread runs as a worker thread only");
const { config } = workerData as ThreadData;
const pass = new ShardPass(await loadResources(), config);
const shards = new Map<number, Shard>();
let facts: TermFacts | undefined;

port.on("message", (message: ShardJob | FactsMessage) => {
  if ("facts" in message) facts = message.facts;
  else answer(message);
});

function answer(job: ShardJob): void {
  if (job.phase === "tag") {
    const shard = job.kept ? pass.resume(job.texts, unpackShard(job.kept)) : pass.tag(job.texts);
    shards.set(job.shard, shard);
    const counts = shard.countKeys();
    const moved = Object.values(counts).map(({ buffer }: Uint32Array | Float64Array) => buffer as ArrayBuffer);
    const { lost } = shard;
    const tagged = job.isWanted ? packShard(shard.tagged) : undefined;
    if (tagged) moved.push(tagged);
    send({ shard: job.shard, phase: "tag", counts, lost, ...(tagged && { tagged }) }, moved);
    return;
  }
  const shard = shards.get(job.shard);
  if (!shard) throw new Error(`shard ${job.shard} is not with this thread`);
  const table =
    job.phase === "choose"
      ? packMentions(shard.choose(job))
      : packPaperTerms(shard.describe({ termOf: job.termOf, facts: facts! }));
  if (job.phase === "describe") shards.delete(job.shard);
  send({ shard: job.shard, phase: job.phase, table }, [table]);
}

function send(result: ShardResult, moved: ArrayBuffer[]): void {
  port!.postMessage(result, moved);
}
