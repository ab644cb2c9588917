/**
 * The script of all workers of the page. The first message says what this one is to be: it does a job, or it is a thread
 * of one that does.
 */
import "./same-math.ts";
import { openResources } from "../../../src/extract/resources.ts";
import { UsageError } from "../../../src/lib/errors.ts";
import type { CorpusMessage, ShardJob, ThreadData } from "../../../src/workers/messages.ts";
import { ShardWork } from "../../../src/workers/shard-work.ts";
import type { TaskMessage } from "../../../src/workers/task-messages.ts";
import { doTask } from "../../../src/workers/task-work.ts";
import { buildJob } from "./build-job.ts";
import type { Job, Role, Word } from "./messages.ts";
import { exportJob, openJob } from "./open-job.ts";
import { packJob, unpackJob } from "./project-job.ts";

const post = (message: unknown, moved: readonly ArrayBuffer[] = []): void => {
  (self as unknown as { postMessage(message: unknown, moved: ArrayBuffer[]): void }).postMessage(message, [...moved]);
};
const say = (word: Word, moved?: readonly ArrayBuffer[]): void => post(word, moved);

addEventListener(
  "message",
  ({ data: role }: MessageEvent<Role>) => {
    if (role.role === "task-thread") beTaskThread();
    else if (role.role === "shard-thread") beShardThread(role);
    else void doJob(role);
  },
  { once: true },
);

async function doJob({ job, script }: Extract<Role, { readonly role: "job" }>): Promise<void> {
  try {
    await run(job, script);
    say({ kind: "done" });
  } catch (error) {
    const hint = error instanceof UsageError ? error.hint : undefined;
    const message = error instanceof Error ? error.message : String(error);
    say({ kind: "failed", message, ...(hint !== undefined && { hint }) });
  }
}

function run(job: Job, script: Blob): Promise<void> {
  switch (job.kind) {
    case "build":
      return buildJob(job, script, say);
    case "open":
      return openJob(job, say);
    case "export":
      return exportJob(job, say);
    case "pack":
      return packJob(job, say);
    case "unpack":
      return unpackJob(job, say);
  }
}

function beTaskThread(): void {
  addEventListener("message", ({ data }: MessageEvent<TaskMessage>) => {
    const { result, moved } = doTask(data);
    post(result, moved);
  });
}

function beShardThread({ data, models }: Extract<Role, { readonly role: "shard-thread" }>): void {
  const files = new Map(models);
  const { config } = data as ThreadData;
  const ready = openResources((name) => Promise.resolve(files.get(name)!)).then(
    (resources) => new ShardWork(resources, config),
  );
  // One after the other, as they come; what is thrown is told outside of the promise, where the starter hears of it.
  let before: Promise<unknown> = ready;
  addEventListener("message", ({ data: message }: MessageEvent<ShardJob | CorpusMessage>) => {
    before = before.then(async () => {
      const answer = (await ready).take(message);
      if (answer) post(answer.result, answer.moved);
    });
    before.catch((error: unknown) => {
      setTimeout(() => {
        throw error;
      });
    });
  });
}
