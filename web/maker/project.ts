/**
 * What the page shows and says: the words between the workshop and its panels.
 */
import type { Problem } from "../../src/contract/problem.ts";
import type { IngestReport } from "../../src/ingest.ts";
import type { FileBox } from "./file-box.ts";
import type { BuiltFiles, MadeMap, ProjectParts } from "./work/messages.ts";

/** For programs: the page's body says it as `data-state`. */
export type Phase = "empty" | "reading" | "building" | "ready" | "failed";

export interface Busy {
  readonly step: string;
  readonly done: number;
  /** 0 where it is not known. */
  readonly total: number;
}

export interface ReadReport {
  readonly report?: IngestReport;
  readonly problems: readonly Problem[];
}

export interface Fault {
  readonly message: string;
  readonly hint?: string;
}

/** What a map was made of, and the files of its build. */
export interface Project extends Omit<ProjectParts, "built"> {
  /** Its number in the browser's store, once it is kept there. */
  readonly id: number | undefined;
  readonly files: FileBox;
}

export interface Shown {
  readonly map: MadeMap;
  readonly project: Project;
}

/** Waits for what is still being written. */
export async function partsOf({ name, inputs, decisions, decided, papers, files }: Project): Promise<ProjectParts> {
  const built: BuiltFiles = {
    "graph.json": await files.get("graph.json"),
    "ledger.tsv": await files.get("ledger.tsv"),
    "run.json": await files.get("run.json"),
  };
  return { name, inputs, decisions, decided, papers, built };
}
