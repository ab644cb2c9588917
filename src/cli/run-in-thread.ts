/**
 * Runs a command line in a thread of its own and gives its exit code.
 */
import process from "node:process";
import { Worker } from "node:worker_threads";
import { threadAt } from "../workers/thread-entry.ts";
import { lackOf } from "./run.ts";

/** What the thread needs to know of the process. */
export interface CommandJob {
  readonly args: readonly string[];
  readonly stdout: { readonly isTTY: boolean };
  readonly stderr: { readonly isTTY: boolean; readonly columns: number | undefined };
}

export async function runInThread(args: readonly string[]): Promise<number> {
  const { stdout, stderr } = process;
  const job: CommandJob = {
    args,
    stdout: { isTTY: stdout.isTTY },
    stderr: { isTTY: stderr.isTTY, columns: stderr.columns },
  };
  const readsInput = args.includes("-");
  const [url, options] = threadAt("cli/command-thread", job);
  const thread = new Worker(url, { ...options, stdin: readsInput });
  if (readsInput) process.stdin.pipe(thread.stdin!);
  return new Promise((resolve) => {
    let code = 1;
    thread.on("message", (said: number) => (code = said));
    thread.on("error", (error: NodeJS.ErrnoException) => {
      const lack = lackOf(error);
      stderr.write(
        lack !== undefined
          ? `error: ${lack}\n`
          : `internal fault: ${error.stack ?? error.message}\nplease report this with the input that caused it\n`,
      );
    });
    thread.on("exit", () => {
      if (readsInput) process.stdin.destroy();
      resolve(code);
    });
  });
}
