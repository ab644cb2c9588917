/**
 * run.json: what a folder was built from and with, and the hashes of what was written.
 *
 * Names of files stand as the user typed them. `base` says from where they are seen, relative to the built folder, so
 * that the record holds no machine's path and stays the same wherever the project is.
 */
import { compileCheck, sayFault } from "./check.ts";
import type { SCHEMA } from "./graph-document.ts";
import type { Count, Sha256, Text } from "./scalars.ts";
import { RUN_RECORD } from "./schemas.ts";

export interface WrittenFile {
  readonly bytes: Count;
  readonly sha256: Sha256;
}

export interface InputRecord {
  /** As the user named it; `-` for standard input. */
  readonly file: Text;
  /** Of the text as read. */
  readonly sha256: Sha256;
}

/** A community of this build or of the previous one. */
export interface CommunityRef {
  readonly id: Count;
  readonly label: Text;
}

/** What became of communities of the folder's previous build. */
export interface CommunityChange {
  readonly what: "split" | "merge" | "birth" | "death";
  /** Communities of the previous build; empty for a birth. */
  readonly from: readonly CommunityRef[];
  /** Communities of this build; empty for a death. */
  readonly into: readonly CommunityRef[];
}

export interface RunRecord {
  readonly tool: "paperweave";
  /** Of the tool. */
  readonly version: Text;
  /** Of graph.json. */
  readonly schema: typeof SCHEMA;
  /** By stage, all of them. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly decisions: {
    /** Of `lines`. */
    readonly sha256: Sha256;
    /** All that the map was built with. */
    readonly lines: readonly string[];
    /** Files that --decisions named, besides the folder's own decisions.tsv. */
    readonly files?: readonly Text[];
  };
  /** Options of `build` that say how its files are written; absent where all are left out. */
  readonly exports?: {
    /** --raw-csv: tables with the exact texts. */
    readonly raw_csv?: true;
  };
  /**
   * Folder from which relative names of `inputs` and `decisions.files` are seen, relative to the built folder, with
   * slashes; absent where no name is relative.
   */
  readonly base?: Text;
  /** In the order of their names. */
  readonly inputs: readonly InputRecord[];
  readonly counts: Readonly<Record<string, Count>>;
  readonly community_changes?: readonly CommunityChange[];
  /** Names of the communities that other runs would draw otherwise. */
  readonly weak_communities?: readonly Text[];
  readonly outputs: Readonly<Record<string, WrittenFile>>;
  /** With --timings only. */
  readonly timings?: Timings;
}

/** Where the time of a build went; stages in the order in which they ran, without those of the table itself. */
export interface Timings {
  readonly total_ms: Count;
  /** Largest memory of the process, its threads included, in megabytes (10⁶ bytes). */
  readonly peak_mb: Count;
  readonly stages: readonly StageTiming[];
}

export interface StageTiming {
  readonly stage: Text;
  readonly ms: Count;
  /** Processor time of all threads. */
  readonly cpu_ms: Count;
  /** Largest memory of the process up to the stage's end, in megabytes (10⁶ bytes); not in records of earlier versions. */
  readonly peak_mb?: Count;
}

export function writeRunRecord(record: RunRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** @throws Error that says what is wrong, and where. */
export function readRunRecord(text: string): RunRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`not valid JSON (${(error as Error).message})`, { cause: error });
  }
  const fault = compileCheck(RUN_RECORD)(value);
  if (fault) throw new Error(sayFault(fault));
  return value as RunRecord;
}
