/**
 * Processes that the tiers start: the built command, and helpers in other languages.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
/** The built command, as a user has it. */
export const MAIN = join(ROOT, "dist/cli/main.js");

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
  readonly ms: number;
}

export interface StartOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Milliseconds until it is killed, and for what signal; the end says so by its `signal`. */
  readonly after?: { readonly ms: number; readonly signal: NodeJS.Signals };
  /** Milliseconds that nothing may take; killed then. */
  readonly patience?: number;
}

/** Runs to the end, whatever it is. */
export async function start(command: string, args: readonly string[], options: StartOptions = {}): Promise<Ended> {
  const { cwd = ROOT, env, input, after, patience = 120_000 } = options;
  const began = performance.now();
  let from = began;
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: "pipe" });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString("latin1")));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString("utf8")));
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const timers = [setTimeout(() => child.kill("SIGKILL"), patience)];
  if (after)
    timers.push(
      setTimeout(() => {
        from = performance.now();
        child.kill(after.signal);
      }, after.ms),
    );
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      timers.forEach(clearTimeout);
      // Of one that was sent a signal: from then on.
      resolve({ code, signal, out, err, ms: performance.now() - from });
    });
  });
}

export async function paperweave(args: readonly string[], options: StartOptions = {}): Promise<Ended> {
  return start(process.execPath, [MAIN, ...args], options);
}

/** Does all of them, so many at a time: one after the other in each lane. */
export async function atATime<T>(
  n: number,
  items: readonly T[],
  work: (item: T, lane: number) => Promise<void>,
): Promise<void> {
  const rest = [...items];
  await Promise.all(
    Array.from({ length: n }, async (_, lane) => {
      while (rest.length > 0) await work(rest.shift() as T, lane);
    }),
  );
}
