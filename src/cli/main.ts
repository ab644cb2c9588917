#!/usr/bin/env node
/**
 * The process: arguments, streams, signals, exit code. Everything else is in `run`.
 *
 * What computes for long runs in a thread, so that this one always hears a signal.
 */
import { statSync } from "node:fs";
import { constants } from "node:os";
import process from "node:process";
import { requireOpenOutput } from "../io/closed-output.ts";
import { run } from "./run.ts";
import { runInThread } from "./run-in-thread.ts";

/** Commands that keep their thread busy; the others wait for the network, the disk or a reader. */
const COMPUTING: readonly string[] = ["build", "extract", "merge", "sweep", "export", "query", "explain", "diff"];

const args = process.argv.slice(2);

// A reader that closes the pipe early (`| head`) has what it wanted.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") process.stderr.write(`error: cannot write to standard output: ${error.message}\n`);
  process.exit(error.code === "EPIPE" ? 0 : 2);
});
// Nobody reads the messages: the work is done all the same.
process.stderr.on("error", () => undefined);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    // Leaving waits for reads that have begun, and a pipe may never answer: then the signal does what it does by itself.
    if (args.some(isPipe)) process.kill(process.pid, signal);
    else process.exit(128 + constants.signals[signal]);
  });
}

requireFolder();
process.exitCode = await (COMPUTING.includes(args[0] ?? "") ? runInThread : runHere)(args);

/** A folder that was removed under its shell: no path means anything any more, and threads do not begin. */
function requireFolder(): void {
  try {
    process.cwd();
  } catch {
    process.stderr.write("error: the current folder is gone\n  go to another one: cd\n");
    process.exit(2);
  }
}

async function runHere(words: readonly string[]): Promise<number> {
  return run(words, {
    // Opened by the command that reads it: a stream costs the others time at the start.
    get stdin() {
      return process.stdin;
    },
    stdout: {
      isTTY: process.stdout.isTTY,
      write: (chunk) => {
        requireOpenOutput();
        return process.stdout.write(chunk);
      },
    },
    stderr: process.stderr,
    now: () => performance.now(),
  });
}

function isPipe(path: string): boolean {
  const info = statSync(path, { throwIfNoEntry: false });
  return info !== undefined && !info.isFile() && !info.isDirectory();
}
