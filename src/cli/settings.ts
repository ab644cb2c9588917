/**
 * Command-line options and `--config` / `--decisions` files → checked settings.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Config, resolveConfig } from "../config.ts";
import { type Decision, joinDecisions } from "../contract/decisions.ts";
import { DECISIONS_FILE, loadDecisions } from "../io/load-decisions.ts";
import { readFault } from "../io/read-fault.ts";
import { UsageError } from "../lib/errors.ts";
import { type Context, printProblems } from "./context.ts";
import { positiveNumber, wholeNumber } from "./read.ts";

export interface SettingOptions {
  readonly dedupe?: boolean;
  readonly pageYear?: string;
  readonly config?: string;
  readonly seed?: string;
  readonly resolution?: string;
}

/** Defaults, then the config file, then the options. */
export async function readConfig(options: SettingOptions): Promise<Config> {
  const fromFile = options.config === undefined ? {} : await readJson(options.config);
  const base = resolveConfig(fromFile, options.config);
  return resolveConfig({
    ingest: {
      ...base.ingest,
      ...(options.dedupe === false && { dedupe: false }),
      ...(options.pageYear !== undefined && { pageYear: wholeNumber("--page-year", options.pageYear, 1900, 2200) }),
    },
    extract: base.extract,
    graph: {
      ...base.graph,
      ...(options.seed !== undefined && { seed: wholeNumber("--seed", options.seed, 0, 2 ** 31 - 1) }),
      ...(options.resolution !== undefined && { resolution: positiveNumber("--resolution", options.resolution, 100) }),
    },
  });
}

/**
 * @param files named by the user: they must be there. Of two decisions on one thing that of the last file holds.
 * @param dir the folder built into: its own decisions are read when no file is named.
 */
export async function readDecisions(
  files: readonly string[],
  dir: string | undefined,
  context: Context,
): Promise<readonly Decision[]> {
  const own = dir === undefined ? undefined : join(dir, DECISIONS_FILE);
  const paths = files.length > 0 ? files : own !== undefined && existsSync(own) ? [own] : [];
  const read = await Promise.all(paths.map(async (path) => loadDecisions(path).catch(unreadable(path))));
  const joined = joinDecisions(...read.map(({ decisions }) => decisions));
  printProblems([...read.flatMap(({ problems }) => problems), ...joined.problems], context);
  return joined.decisions;
}

async function readJson(file: string): Promise<unknown> {
  const text = await readText(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file}: not valid JSON (${(error as Error).message})`, undefined, { cause: error });
  }
}

async function readText(file: string): Promise<string> {
  return readFile(file, "utf8").catch(unreadable(file));
}

function unreadable(file: string): (error: unknown) => never {
  return (error) => {
    throw new UsageError(`${file}: cannot be read: ${readFault(error)}`, "check the path", { cause: error });
  };
}
