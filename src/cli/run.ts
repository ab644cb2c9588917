/**
 * Runs one command line and turns every outcome into an exit code: 0 done, 1 our fault, 2 wrong use or input.
 */
import { readVersion } from "../io/package-files.ts";
import { UsageError } from "../lib/errors.ts";
import type { Context } from "./context.ts";
import { asksForOverview, overview } from "./overview.ts";
import { terminalText } from "./print/terminal-text.ts";

export async function run(args: readonly string[], world: Context): Promise<number> {
  const context = withPlainText(world);
  try {
    if (asksForOverview(args)) {
      context.stdout.write(overview());
      return 0;
    }
    const { runProgram } = await import("./program.ts");
    return await runProgram(await readVersion(), args, context);
  } catch (error) {
    if (error instanceof UsageError) {
      context.stderr.write(`error: ${error.message}${error.hint ? `\n  ${error.hint}` : ""}\n`);
      return 2;
    }
    const lack = lackOf(error);
    if (lack !== undefined) {
      context.stderr.write(`error: ${lack}\n`);
      return 1;
    }
    context.stderr.write(
      `internal fault: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\nplease report this with the input that caused it\n`,
    );
    return 1;
  }
}

/** What the machine has too little of, by the codes of errors: nobody's fault, and not the input's. */
const LACKS: Readonly<Record<string, string>> = {
  ERR_WORKER_OUT_OF_MEMORY:
    "out of memory\n  give fewer papers at once, or more memory: NODE_OPTIONS=--max-old-space-size=8000",
  EMFILE: "too many open files\n  allow this process more of them: ulimit -n 1024",
  ENFILE: "too many open files on this machine\n  try again when others have closed theirs",
};

/** What to say when a command failed for lack of something; undefined for other faults. */
export function lackOf(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code !== undefined && Object.hasOwn(LACKS, code) ? LACKS[code] : undefined;
}

/** Messages hold names of files and words of papers; a result on a screen does, too. In a pipe or a file it stays exact. */
function withPlainText(world: Context): Context {
  const { stdout, stderr } = world;
  return {
    now: world.now,
    ...(world.clock && { clock: world.clock }),
    get stdin() {
      return world.stdin;
    },
    stdout: {
      isTTY: stdout.isTTY ?? false,
      write: (chunk) => stdout.write(typeof chunk === "string" && stdout.isTTY ? terminalText(chunk) : chunk),
    },
    stderr: { write: (text) => stderr.write(terminalText(text)) },
    progressLine: stderr,
  };
}
