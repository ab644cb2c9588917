/**
 * What a command may touch of the world: handed in by `main`, so that tests hand in their own.
 */
import type { Problem } from "../domain/staged.ts";
import type { Clock } from "../io/clock.ts";
import { openProgress, type Progress } from "./progress.ts";

export interface Context {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Bytes are a result that is no text. */
  readonly stdout: { write(chunk: string | Uint8Array): unknown; readonly isTTY?: boolean };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
  /** Where a line of progress is drawn, control sequences and all; `stderr` if left out. */
  readonly progressLine?: Context["stderr"];
  /** Milliseconds from any fixed point; for the rate and the time left that progress shows. */
  readonly now: () => number;
  /** For what speaks to other machines; the system's if left out. */
  readonly clock?: Clock;
}

export function progressFor(context: Context): Progress {
  return openProgress(context.progressLine ?? context.stderr, context.now);
}

/** At most this many problems of one kind are printed in full. */
const SHOWN_PER_CODE = 5;

/** Prints problems as `file:line: severity: message (hint)`; many of one kind are counted, not listed. */
export function printProblems(problems: readonly Problem[], context: Context): void {
  const seen = new Map<string, number>();
  for (const problem of problems) {
    const n = (seen.get(problem.code) ?? 0) + 1;
    seen.set(problem.code, n);
    if (n > SHOWN_PER_CODE) continue;
    const where = problem.where ? `${problem.where.file}:${problem.where.line}: ` : "";
    context.stderr.write(
      `${where}${problem.severity}: ${problem.message}${problem.hint ? ` (${problem.hint})` : ""}\n`,
    );
  }
  for (const [code, n] of seen) {
    if (n > SHOWN_PER_CODE) context.stderr.write(`… and ${n - SHOWN_PER_CODE} more of ${code}\n`);
  }
}
