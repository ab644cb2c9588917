/** One file given to `paperweave import` as a process of its own. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import process from "node:process";

/** Arguments of Node that are the built command. */
const BUILT: readonly string[] = [join(import.meta.dirname, "../../../dist/cli/main.js")];
/** A file that takes longer hangs. */
const LONGEST_MS = 30_000;

export interface ImportOutcome {
  readonly file: string;
  /** Null when the process was ended. */
  readonly code: number | null;
  readonly ms: number;
  readonly papers: number;
  readonly errors: number;
  readonly warnings: number;
  /** The first problem that names the file and a line; all of the standard error when none does. */
  readonly said: string;
  readonly hasPlace: boolean;
}

/**
 * What takes too long is tried a second time: on a busy machine it need not be the file.
 *
 * @param main arguments of Node that are the command
 */
export function importAlone(file: string, main = BUILT): ImportOutcome {
  const outcome = importOnce(file, main);
  return outcome.ms < LONGEST_MS ? outcome : importOnce(file, main);
}

function importOnce(file: string, main: readonly string[]): ImportOutcome {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [...main, "import", file], {
    encoding: "utf8",
    timeout: LONGEST_MS,
    maxBuffer: 1 << 28,
  });
  const lines = stderr.split("\n").filter((line) => line.startsWith(`${file}:`));
  const placed = lines.filter((line) => /^:[1-9]\d*: (error|warning|info): /.test(line.slice(file.length)));
  return {
    file,
    code: status,
    ms: Math.round(performance.now() - start),
    papers: stdout.split("\n").filter((line) => line !== "" && typeof JSON.parse(line) === "object").length,
    errors: placed.filter((line) => line.includes(": error: ")).length,
    warnings: placed.filter((line) => line.includes(": warning: ")).length,
    said: placed[0]?.slice(file.length) ?? stderr,
    hasPlace: placed.length > 0,
  };
}

/** Anything but papers or a refusal that names a line. */
export function isFault({ code, papers, hasPlace }: ImportOutcome): boolean {
  return code === 0 ? papers === 0 : code !== 2 || !hasPlace;
}
