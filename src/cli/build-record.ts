/**
 * The run record of a build: what run.json holds.
 */
import { createHash } from "node:crypto";
import { resolve } from "node:path";
import type { Config } from "../config.ts";
import { type Decision, writeDecision } from "../contract/decisions.ts";
import { type GraphDocument, SCHEMA } from "../contract/graph-document.ts";
import type { CommunityChange, InputRecord, RunRecord } from "../contract/run-record.ts";
import { DECISIONS_FILE } from "../io/load-decisions.ts";
import { baseOf } from "../io/load-run.ts";
import { countDocument, weakCommunities } from "./build-summary.ts";

export interface BuildFacts {
  /** The folder built into. */
  readonly output: string;
  readonly version: string;
  readonly config: Config;
  readonly decisions: readonly Decision[];
  /** As --decisions named them. */
  readonly decisionFiles: readonly string[];
  readonly rawCsv: boolean;
  /** By name. */
  readonly inputs: readonly InputRecord[];
  readonly document: GraphDocument;
  readonly changes: readonly CommunityChange[];
}

/** All of the record but the hashes of the outputs, which are known last. */
export async function recordBuild(facts: BuildFacts): Promise<Omit<RunRecord, "outputs">> {
  const { output, version, config, inputs, document, changes } = facts;
  const lines = facts.decisions.map(writeDecision);
  const own = resolve(output, DECISIONS_FILE);
  const files = facts.decisionFiles.filter((file) => resolve(file) !== own);
  const base = await baseOf(output, [...inputs.map(({ file }) => file), ...files]);
  const weak = weakCommunities(document);
  return {
    tool: "paperweave",
    version,
    schema: SCHEMA,
    settings: { ...config },
    decisions: { sha256: sha256(lines.join("\n")), lines, ...(files.length > 0 && { files }) },
    ...(facts.rawCsv && { exports: { raw_csv: true } }),
    ...(base !== undefined && { base }),
    inputs,
    counts: countDocument(document),
    ...(changes.length > 0 && { community_changes: changes }),
    ...(weak.length > 0 && { weak_communities: weak }),
  };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
