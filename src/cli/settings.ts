/**
 * Command-line options and `--config` / `--decisions` files → checked settings.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Config, DEFAULT_CONFIG, resolveConfig } from "../config.ts";
import { type Decision, joinDecisions } from "../contract/decisions.ts";
import { DECISIONS_FILE, loadDecisions } from "../io/load-decisions.ts";
import { readFault } from "../io/read-fault.ts";
import { UsageError } from "../lib/errors.ts";
import { type Context, printProblems } from "./context.ts";
import type { Flags } from "./options.ts";

/** Defaults, then the config file, then the options, which were checked when they were read. */
export async function readConfig(flags: Flags): Promise<Config> {
  const { config: file, dedupe, pageYear } = flags;
  const base = file === undefined ? DEFAULT_CONFIG : resolveConfig(await readJson(file), file);
  return {
    ingest: { ...base.ingest, ...(dedupe === false && { dedupe }), ...(pageYear !== undefined && { pageYear }) },
    extract: base.extract,
    graph: { ...base.graph, ...given(flags, ["seed", "resolution", "maxTerms", "maxEdges"]) },
  };
}

/** Those of the options that were given. */
function given<Key extends keyof Flags>(flags: Flags, keys: readonly Key[]): { [K in Key]?: NonNullable<Flags[K]> } {
  const entries = keys.flatMap((key) => (flags[key] === undefined ? [] : [[key, flags[key]] as const]));
  return Object.fromEntries(entries) as { [K in Key]?: NonNullable<Flags[K]> };
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
