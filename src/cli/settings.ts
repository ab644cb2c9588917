/**
 * Command-line options and `--config` / `--decisions` files → checked settings.
 */
import { readFile } from "node:fs/promises";
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

export async function readDecisions(file: string | undefined, context: Context): Promise<readonly UserDecision[]> {
  if (file === undefined) return [];
  const parsed = parseDecisions(await readText(file), file);
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
