/**
 * The run record of a build into a folder: what run.json holds.
 */
import { resolve } from "node:path";
import type { RunRecord } from "../contract/run-record.ts";
import { DECISIONS_FILE } from "../io/load-decisions.ts";
import { baseOf } from "../io/load-run.ts";
import { type BuildFacts, recordOf } from "../record.ts";

/** `output`: the folder built into. `decisionFiles`: as --decisions named them. */
export async function recordBuild(
  facts: Omit<BuildFacts, "base"> & { readonly output: string },
): Promise<Omit<RunRecord, "outputs">> {
  const { output, inputs } = facts;
  const own = resolve(output, DECISIONS_FILE);
  const decisionFiles = facts.decisionFiles.filter((file) => resolve(file) !== own);
  const base = await baseOf(output, [...inputs.map(({ file }) => file), ...decisionFiles]);
  return recordOf({ ...facts, decisionFiles, base });
}
