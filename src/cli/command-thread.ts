/**
 * The thread of a command that computes. It writes by itself, a call at a time: the process's streams would have to hear
 * of it from this thread, and keep all that their reader has not taken yet.
 */
import { writeSync } from "node:fs";
import process from "node:process";
import { parentPort, workerData } from "node:worker_threads";
import { requireOpenOutput } from "../io/closed-output.ts";
import { UsageError } from "../lib/errors.ts";
import type { CommandJob } from "./run-in-thread.ts";
import { run } from "./run.ts";

const [STDOUT, STDERR] = [1, 2];
const WAIT_MS = 5;

const { args, stdout, stderr } = workerData as CommandJob;
let isHeard = true;

const code = await run(args, {
  get stdin() {
    return process.stdin;
  },
  stdout: { ...stdout, write: (chunk) => writeResult(chunk) },
  stderr: {
    isTTY: stderr.isTTY,
    ...(stderr.columns !== undefined && { columns: stderr.columns }),
    write: (text) => writeMessage(text),
  },
  now: () => performance.now(),
});
parentPort?.postMessage(code);

function writeResult(chunk: string | Uint8Array): void {
  requireOpenOutput();
  try {
    writeAll(STDOUT, chunk);
  } catch (error) {
    const { code: fault, message } = error as NodeJS.ErrnoException;
    if (fault !== "EPIPE")
      throw new UsageError(`cannot write to standard output: ${message}`, undefined, { cause: error });
    // A reader that closes the pipe early (`| head`) has what it wanted.
    parentPort?.postMessage(0);
    process.exit();
  }
}

/** Nobody reads the messages: the work is done all the same. */
function writeMessage(text: string): void {
  try {
    if (isHeard) writeAll(STDERR, text);
  } catch {
    isHeard = false;
  }
}

function writeAll(to: number, chunk: string | Uint8Array): void {
  const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(to, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      // The reader is slower than we are, and its pipe does not let us wait in the call itself.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
    }
  }
}
