/**
 * Command-line options and `--config` / `--decisions` files → checked settings.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Config, resolveConfig } from "../config.ts";
import type { UserDecision } from "../domain/user-decisions.ts";
import { parseDecisions } from "../extract/decisions.ts";
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

/** The file that people edit beside a map: a rebuild into the folder takes it up again. */
export const DECISIONS_FILE = "decisions.tsv";

/**
 * @param file named by the user: it must be there.
 * @param dir the folder built into: its own decisions are read when no file is named.
 */
export async function readDecisions(
  file: string | undefined,
  dir: string | undefined,
  context: Context,
): Promise<readonly UserDecision[]> {
  const own = dir === undefined ? undefined : join(dir, DECISIONS_FILE);
  const path = file ?? (own !== undefined && existsSync(own) ? own : undefined);
  if (path === undefined) return [];
  const parsed = parseDecisions(await readText(path), path);
  printProblems(parsed.problems, context);
  return parsed.value;
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
  return readFile(file, "utf8").catch((error: unknown) => {
    throw new UsageError(`${file}: cannot be read`, "check the path", { cause: error });
  });
}
