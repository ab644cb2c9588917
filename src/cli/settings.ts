/**
 * Command-line options and `--config` / `--decisions` files → checked settings.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Config, DEFAULT_CONFIG, resolveConfig } from "../config.ts";
import type { UserDecision } from "../domain/user-decisions.ts";
import { parseDecisions } from "../extract/decisions.ts";
import { UsageError } from "../lib/errors.ts";
import { type Context, printProblems } from "./context.ts";
import type { Flags } from "./options.ts";

/** Defaults, then the config file, then the options, which were checked when they were read. */
export async function readConfig({ config: file, dedupe, pageYear, seed, resolution }: Flags): Promise<Config> {
  const base = file === undefined ? DEFAULT_CONFIG : resolveConfig(await readJson(file), file);
  return {
    ingest: { ...base.ingest, ...(dedupe === false && { dedupe }), ...(pageYear !== undefined && { pageYear }) },
    extract: base.extract,
    graph: { ...base.graph, ...(seed !== undefined && { seed }), ...(resolution !== undefined && { resolution }) },
  };
}

/** The file that people edit beside a map: a rebuild into the folder takes it up again. */
const DECISIONS_FILE = "decisions.tsv";

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
