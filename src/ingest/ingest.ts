/**
 * Input texts → papers, with a report of what was read.
 */
import type { Paper } from "../domain/paper.ts";
import type { Source } from "../domain/source.ts";
import type { LedgerEntry, Problem, Staged } from "../domain/staged.ts";
import { joinDuplicates, keepAll } from "./dedupe.ts";
import { parseJsonl } from "./jsonl.ts";
import { parseListing } from "./listing.ts";
import { recognizeFormat } from "./recognize.ts";
import type { RawRecord, SourceRecords } from "./record.ts";

export interface IngestConfig {
  /** Join records of the same paper. */
  readonly dedupe: boolean;
  /** Year of listing dates that name none; undefined: inferred from the page. */
  readonly pageYear?: number | undefined;
}

export const DEFAULT_INGEST_CONFIG: IngestConfig = { dedupe: true };

export interface FileReport {
  readonly file: string;
  readonly format: string;
  readonly records: number;
  readonly page_years?: readonly { readonly line: number; readonly year: number; readonly inferred: boolean }[];
}

export interface IngestReport {
  readonly files: readonly FileReport[];
  readonly records: number;
  readonly papers: number;
  readonly duplicates: number;
}

export interface Ingested {
  /** In the order of first reading. */
  readonly papers: readonly Paper[];
  readonly report: IngestReport;
}

export function ingest(sources: readonly Source[], config: IngestConfig): Staged<Ingested> {
  const files: FileReport[] = [];
  const problems: Problem[] = [];
  const records: RawRecord[] = [];
  for (const source of sources) {
    const read = readSource(source, config);
    files.push({
      file: source.file,
      format: read.format,
      records: read.records.length,
      ...(read.pageYears?.length && { page_years: read.pageYears }),
    });
    problems.push(...read.problems);
    for (const record of read.records) records.push(record);
  }
  let papers: readonly Paper[];
  let ledger: readonly LedgerEntry[] = [];
  if (config.dedupe) ({ papers, ledger } = joinDuplicates(records));
  else papers = keepAll(records);
  const report: IngestReport = {
    files,
    records: records.length,
    papers: papers.length,
    duplicates: records.length - papers.length,
  };
  return { value: { papers, report }, problems, ledger };
}

function readSource(source: Source, config: IngestConfig): SourceRecords {
  const recognized = recognizeFormat(source.text);
  switch (recognized.format) {
    case "jsonl":
      return parseJsonl(source.file, source.text);
    case "listing":
      return parseListing(source.file, source.text, config.pageYear === undefined ? {} : { pageYear: config.pageYear });
    case "unreadable":
      return { format: "unreadable", records: [], problems: [refusal(source.file, recognized.name)] };
  }
}

function refusal(file: string, name: string): Problem {
  return {
    code: "input/format",
    severity: "error",
    message: `this looks like ${name}, which is not read`,
    hint: "give Daily Papers pages saved as text, or papers as JSONL with title and abstract",
    where: { file, line: 1 },
  };
}
