/**
 * Texts → papers: reading and deduplication, one after the other.
 */
import type { Paper } from "./domain/paper.ts";
import type { Source } from "./domain/source.ts";
import { collect, type Staged } from "./domain/staged.ts";
import { joinDuplicates, keepAll } from "./dedupe/dedupe.ts";
import type { IngestConfig } from "./read/config.ts";
import { type FileReport, readRecords } from "./read/read.ts";

export { DEFAULT_INGEST_CONFIG, type IngestConfig } from "./read/config.ts";

export interface IngestReport {
  readonly files: readonly FileReport[];
  /** Records found: `papers` + `duplicates` + `skipped`. */
  readonly records: number;
  readonly papers: number;
  readonly duplicates: number;
  /** Records that could not be taken; left out when there is none. */
  readonly skipped?: number;
}

export interface Ingested {
  /** In the order of first reading: by file name, then position. */
  readonly papers: readonly Paper[];
  readonly report: IngestReport;
}

/** Reads the sources in canonical order and joins records of the same paper, unless `config.dedupe` is off. */
export async function ingest(sources: readonly Source[], config: IngestConfig): Promise<Staged<Ingested>> {
  const read = await readRecords(sources, { pageYear: config.pageYear });
  const { records, files } = read.value;
  const deduped = config.dedupe ? joinDuplicates(records) : keepAll(records);
  const papers = deduped.value;
  const skipped = files.reduce((sum, file) => sum + (file.skipped ?? 0), 0);
  const report: IngestReport = {
    files,
    records: records.length + skipped,
    papers: papers.length,
    duplicates: records.length - papers.length,
    ...(skipped > 0 && { skipped }),
  };
  return collect({ papers, report }, read, deduped);
}
