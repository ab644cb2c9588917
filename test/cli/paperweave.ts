/**
 * Runs a command line in this process, with streams of its own.
 */
import { Readable } from "node:stream";
import type { Context } from "../../src/cli/context.ts";
import type { Clock } from "../../src/io/clock.ts";
import { run } from "../../src/cli/run.ts";

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** @param terminal whether standard error is one @param clock the system's if left out */
export async function paperweave(
  args: readonly string[],
  stdin = "",
  terminal = false,
  clock?: Clock,
): Promise<Outcome> {
  let [out, err, time] = ["", "", 0];
  const context: Context = {
    stdin: Readable.from(stdin === "" ? [] : [Buffer.from(stdin)]),
    stdout: { write: (text) => (out += String(text)) },
    stderr: { write: (text) => (err += text), isTTY: terminal, columns: 100 },
    now: () => (time += 50),
    ...(clock && { clock }),
  };
  const code = await run(args, context);
  return { code, out, err };
}
