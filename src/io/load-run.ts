/**
 * Reads run.json of a built folder, and the files that it names.
 */
import { realpath } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import process from "node:process";
import { readRunRecord, type RunRecord } from "../contract/run-record.ts";
import { UsageError } from "../lib/errors.ts";
import { readPlainFile } from "./plain-file.ts";
import { isMissing, readFault } from "./read-fault.ts";

/** Undefined where there is none. @throws UsageError when there is one that cannot be read. */
export async function findRun(dir: string): Promise<RunRecord | undefined> {
  const file = join(dir, "run.json");
  try {
    return readRunRecord((await readPlainFile(file)).toString("utf8"));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new UsageError(`${file}: ${readFault(error)}`, "build the folder again on the command line", {
      cause: error,
    });
  }
}

/**
 * `base` of the record of a build into `dir`: the working folder as seen from it.
 *
 * @param names as the user typed them; undefined where all of them are absolute, or standard input.
 */
export async function baseOf(dir: string, names: readonly string[]): Promise<string | undefined> {
  if (names.every((name) => name === "-" || isAbsolute(name))) return undefined;
  const base = relative(await realFolder(dir), await realFolder(process.cwd())) || ".";
  return base.split(sep).join("/");
}

/** The folder that the names of a record are seen from. */
export async function workingFolder(dir: string, { base }: RunRecord): Promise<string> {
  return base === undefined ? process.cwd() : resolve(await realFolder(dir), base);
}

/** Without links, so that both sides of a relative path mean the same; a folder that is yet to be made counts. */
async function realFolder(dir: string): Promise<string> {
  const path = resolve(dir);
  try {
    return await realpath(path);
  } catch (error) {
    if (!isMissing(error) || dirname(path) === path) return path;
    return join(await realFolder(dirname(path)), basename(path));
  }
}
