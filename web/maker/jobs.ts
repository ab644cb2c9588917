/**
 * Jobs in workers: one is started for each and ended with it, with the threads that it has started.
 */
import { MAKER_TEXTS } from "../texts/maker.ts";
import { workerScript } from "./carried.ts";
import type { Job, Role, Word } from "./work/messages.ts";

export interface RunningJob {
  /** Nothing is heard of it any more. */
  readonly cancel: () => void;
}

/** @param hear is told everything that the worker says; the last is `done` or `failed` */
export function startJob(job: () => Promise<Job>, hear: (word: Word) => void): RunningJob {
  let worker: Worker | undefined;
  let ended = false;
  const end = () => {
    ended = true;
    worker?.terminate();
  };
  const tell = (word: Word) => {
    if (ended) return;
    if (word.kind === "done" || word.kind === "failed") end();
    hear(word);
  };
  const fail = (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    tell({ kind: "failed", message, hint: MAKER_TEXTS.reload });
  };
  void Promise.all([workerScript(), job()]).then(([{ script, address }, work]) => {
    if (ended) return;
    worker = new Worker(address);
    worker.onmessage = ({ data }: MessageEvent<Word>) => tell(data);
    worker.onerror = (event) => {
      event.preventDefault();
      fail(new Error(event.message || MAKER_TEXTS.unexpected));
    };
    worker.postMessage({ role: "job", job: work, script } satisfies Role);
  }, fail);
  return { cancel: end };
}

/** The one file that a job makes. */
export function fileOfJob(job: () => Promise<Job>): Promise<{ readonly name: string; readonly blob: Blob }> {
  return new Promise((done, refuse) => {
    startJob(job, (word) => {
      if (word.kind === "file") done(word);
      else if (word.kind === "failed") refuse(new Error(word.message));
    });
  });
}
