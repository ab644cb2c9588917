#!/usr/bin/env node
/**
 * The process: arguments, streams, signals, exit code. Everything else is in `run`.
 */
import process from "node:process";
import { run } from "./run.ts";

// A reader that closes the pipe early (`| head`) has what it wanted.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 1);
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

process.exitCode = await run(process.argv.slice(2), {
  // Opened by the command that reads it: a stream costs the others time at the start.
  get stdin() {
    return process.stdin;
  },
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => performance.now(),
});
