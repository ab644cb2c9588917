/**
 * Texts → papers: reading and deduplication, one after the other.
 */
import type { Paper, SourceSpan } from "./domain/paper.ts";
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
  options: Pick<ReadingOptions, "excerpts" | "stopAtError" | "onRecord"> = {},
): Promise<Staged<Ingested>> {
  const read = await readRecords(sources, { ...options, pageYear: config.pageYear });
  const { records, files } = read.value;
  const deduped = config.dedupe ? joinDuplicates(records) : keepAll(records);
  const papers = deduped.value;
  const tally = new FileTally();
  for (const paper of papers) tally.add(paper);
  return collect({ papers, report: tally.report(files) }, read, deduped);
}

/** Counts what became of the records of each file. */
export class FileTally {
  private readonly counts = new Map<string, { kept: number; merged: number }>();
  private papers = 0;

  add({ source, also = [] }: Paper): void {
    this.kept(source);
    for (const { file } of also) this.of(file).merged++;
  }

  /** A paper of one record. */
  kept({ file }: SourceSpan): void {
    this.of(file).kept++;
    this.papers++;
  }

  /** @throws Error when a record became neither a paper nor part of one, nor was skipped: that is a fault of ours. */
  report(files: readonly FileReport[]): IngestReport {
    const counted = files.map((report): FileCounts => {
      const { kept, merged } = this.of(report.file);
      return { ...report, kept, ...(merged > 0 && { merged }) };
    });
    const [records, duplicates] = [sum(counted, "records"), sum([...this.counts.values()], "merged")];
    const [skipped, repaired] = [sum(files, "skipped"), sum(files, "repaired")];
    const lost = records - this.papers - duplicates - skipped;
    if (lost !== 0) throw new Error(`${lost} records were lost between reading and joining`);
    return {
      files: counted,
      records,
      papers: this.papers,
      duplicates,
      ...(skipped > 0 && { skipped }),
      ...(repaired > 0 && { repaired }),
    };
  }

  private of(file: string): { kept: number; merged: number } {
    const known = this.counts.get(file) ?? { kept: 0, merged: 0 };
    this.counts.set(file, known);
    return known;
  }
}

function sum<K extends string>(items: readonly { readonly [Name in K]?: number }[], name: K): number {
  return items.reduce((total, item) => total + (item[name] ?? 0), 0);
}
