/**
 * Texts → papers one by one, for more of them than memory holds: the same papers, report and ledger as `ingest` gives.
 *
 * Records are read once and put aside; only those that share a name with another one are compared, and stand in memory
 * together.
 */
import { joinRecords } from "./dedupe/dedupe.ts";
import { recordId } from "./dedupe/identify.ts";
import { SharedKeys } from "./dedupe/shared-keys.ts";
import type { Paper } from "./domain/paper.ts";
import type { RawRecord } from "./domain/record.ts";
import type { Source } from "./domain/source.ts";
import type { LedgerEntry, Problem } from "./domain/staged.ts";
import { FileTally, type IngestReport } from "./ingest.ts";
import type { IngestConfig } from "./read/config.ts";
import { type FileReport, inReadingOrder, read, type ReadingOptions } from "./read/read.ts";

/** Where records are put aside; `src/io/spool.ts` is one. */
export interface RecordStore {
  add(record: RawRecord): Promise<void>;
  items(): AsyncIterable<RawRecord>;
}

/** Problems of one kind that are kept; of more only the number is told. */
const MOST_PROBLEMS = 20_000;

export interface StreamedPapers {
  readonly problems: readonly Problem[];
  readonly ledger: readonly LedgerEntry[];
  readonly report: IngestReport;
  /** In the order of first reading; to be read once. */
  readonly papers: AsyncIterable<Paper>;
}

export async function ingestStream(
  sources: readonly Source[],
  config: IngestConfig,
  store: RecordStore,
  options: Pick<ReadingOptions, "excerpts" | "stopAtError"> = {},
): Promise<StreamedPapers> {
  const keys = new SharedKeys(config.dedupe);
  const files: FileReport[] = [];
  const problems = new Problems();
  for await (const reading of read(inReadingOrder(sources), { ...options, pageYear: config.pageYear })) {
    if ("record" in reading) {
      keys.add(reading.record);
      await store.add(reading.record);
    } else if ("problem" in reading) problems.add(reading.problem);
    else files.push(reading.report);
  }
  const alike: RawRecord[] = [];
  const places: number[] = [];
  const tally = new FileTally();
  let at = 0;
  for await (const record of store.items()) {
    if (keys.isAlone(at)) tally.kept(record.source);
    else {
      alike.push(record);
      places.push(at);
    }
    at++;
  }
  const joined = joinRecords(alike, config.dedupe);
  for (const { paper } of joined.value) tally.add(paper);
  const byPlace = new Map(joined.value.map(({ paper, at: first }) => [places[first]!, paper]));
  return {
    problems: [...problems.list(), ...joined.problems],
    ledger: joined.ledger,
    report: tally.report(files),
    papers: papersOf(store, keys, byPlace),
  };
}

async function* papersOf(
  store: RecordStore,
  keys: SharedKeys,
  joined: ReadonlyMap<number, Paper>,
): AsyncGenerator<Paper> {
  let at = 0;
  for await (const record of store.items()) {
    const paper = keys.isAlone(at) ? { ...record, id: recordId(record) } : joined.get(at);
    if (paper) yield paper;
    at++;
  }
}

/** A list of problems that cannot grow without bounds. */
class Problems {
  private readonly kept: Problem[] = [];
  private readonly counts = new Map<string, number>();

  add(problem: Problem): void {
    const count = (this.counts.get(problem.code) ?? 0) + 1;
    this.counts.set(problem.code, count);
    if (count <= MOST_PROBLEMS) this.kept.push(problem);
  }

  list(): readonly Problem[] {
    const more = [...this.counts].flatMap(([code, count]): Problem[] => {
      const message = `${count - MOST_PROBLEMS} more problems of the kind ${code} are not listed`;
      return count > MOST_PROBLEMS ? [{ code: "input/more", severity: "warning", message }] : [];
    });
    return [...this.kept, ...more];
  }
}
