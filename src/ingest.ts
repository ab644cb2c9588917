/**
 * Texts → papers: reading and deduplication, one after the other.
 */
import type { Paper } from "./domain/paper.ts";
import type { Source } from "./domain/source.ts";
import { collect, type Staged } from "./domain/staged.ts";
import { joinDuplicates, keepAll } from "./dedupe/dedupe.ts";
import type { IngestConfig } from "./read/config.ts";
import { type FileReport, type ReadingOptions, readRecords } from "./read/read.ts";

export { DEFAULT_INGEST_CONFIG, type IngestConfig } from "./read/config.ts";

/** What became of a file's records: `records` = `kept` + `merged` + `skipped`. */
export interface FileCounts extends FileReport {
  /** Papers that were read here first. */
  readonly kept: number;
  /** Records that were joined with another one's paper; left out when there is none. */
  readonly merged?: number;
}

export interface IngestReport {
  readonly files: readonly FileCounts[];
  /** Records found: `papers` + `duplicates` + `skipped`. */
  readonly records: number;
  readonly papers: number;
  readonly duplicates: number;
  /** Records that could not be taken; left out when there is none. */
  readonly skipped?: number;
  /** Places that were read otherwise than they stand; left out when there is none. */
  readonly repaired?: number;
}

export interface Ingested {
  /** In the order of first reading: by file name, then position. */
  readonly papers: readonly Paper[];
  readonly report: IngestReport;
}

/** Reads the sources in canonical order and joins records of the same paper, unless `config.dedupe` is off. */
export async function ingest(
  sources: readonly Source[],
  config: IngestConfig,
  options: Pick<ReadingOptions, "excerpts" | "stopAtError"> = {},
): Promise<Staged<Ingested>> {
  const read = await readRecords(sources, { ...options, pageYear: config.pageYear });
  const { records, files } = read.value;
  const deduped = config.dedupe ? joinDuplicates(records) : keepAll(records);
  const papers = deduped.value;
  const counted = countFiles(files, papers);
  const [skipped, repaired] = [sum(files, "skipped"), sum(files, "repaired")];
  const report: IngestReport = {
    files: counted,
    records: records.length + skipped,
    papers: papers.length,
    duplicates: sum(counted, "merged"),
    ...(skipped > 0 && { skipped }),
    ...(repaired > 0 && { repaired }),
  };
  return collect({ papers, report }, read, deduped);
}

/** @throws Error when a record became neither a paper nor part of one, nor was skipped: that is a fault of ours. */
function countFiles(files: readonly FileReport[], papers: readonly Paper[]): FileCounts[] {
  const kept = new Map<string, number>();
  const merged = new Map<string, number>();
  const count = (counts: Map<string, number>, { file }: { file: string }): unknown =>
    counts.set(file, (counts.get(file) ?? 0) + 1);
  for (const { source, also = [] } of papers) {
    count(kept, source);
    for (const place of also) count(merged, place);
  }
  const counted = files.map((report): FileCounts => {
    const joined = merged.get(report.file) ?? 0;
    return { ...report, kept: kept.get(report.file) ?? 0, ...(joined > 0 && { merged: joined }) };
  });
  const lost = sum(counted, "records") - papers.length - sum(counted, "merged") - sum(counted, "skipped");
  if (lost !== 0) throw new Error(`${lost} records were lost between reading and joining`);
  return counted;
}

function sum<K extends string>(items: readonly { readonly [Name in K]?: number }[], name: K): number {
  return items.reduce((total, item) => total + (item[name] ?? 0), 0);
}
