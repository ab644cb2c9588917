/**
 * A thread that works on shards: papers in, tables out. It keeps its shards from phase to phase.
 */
import { parentPort, workerData } from "node:worker_threads";
import { packMentions } from "../extract/choose/mention-table.ts";
import type { MentionLinker } from "../extract/link/link-mentions.ts";
import { packLinks } from "../extract/link/link-table.ts";
import type { TermFacts } from "../extract/terms/term-facts.ts";
import { type Shard, ShardPass } from "../extract/shards/shard-pass.ts";
import { packShard, unpackShard } from "../extract/tag/tagged-shard.ts";
import { packPaperTerms } from "../extract/terms/paper-term-table.ts";
import { loadResources } from "../io/load-resources.ts";
import type { CorpusMessage, ShardJob, ShardResult, ThreadData } from "./messages.ts";

const port = parentPort;
if (!port) throw new Error("shard-thread runs as a worker thread only");
const { config } = workerData as ThreadData;
const pass = new ShardPass(await loadResources(), config);
const shards = new Map<number, Shard>();
let facts: TermFacts | undefined;
let linker: MentionLinker | undefined;
let phase: ShardJob["phase"] = "tag";

port.on("message", (message: ShardJob | CorpusMessage) => {
  if ("facts" in message) facts = message.facts;
  else if ("forms" in message) linker = pass.linkerOf(message.forms);
  else answer(message);
});

function answer(job: ShardJob): void {
  if (job.phase !== phase) {
    pass.forget();
    if (job.phase === "describe") linker = undefined;
    phase = job.phase;
  }
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
  const table = tableOf(shard, job);
  if (job.phase === "describe") shards.delete(job.shard);
  send({ shard: job.shard, phase: job.phase, table }, [table]);
}

function tableOf(shard: Shard, job: Exclude<ShardJob, { readonly phase: "tag" }>): ArrayBuffer {
  if (job.phase === "choose") return packMentions(shard.choose(job));
  if (job.phase === "link") return packLinks(shard.link(linker!, job.groupOf));
  return packPaperTerms(shard.describe({ termOf: job.termOf, facts: facts! }));
}

function send(result: ShardResult, moved: ArrayBuffer[]): void {
  port!.postMessage(result, moved);
}
