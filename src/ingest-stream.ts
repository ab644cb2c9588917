/**
 * Texts → papers one by one, for more of them than memory holds: the same papers, report and ledger as `ingest` gives.
 *
 * Records are read once and put aside; only those that share a name with another one are compared, and only some
 * thousand of them stand in memory together.
 */
import { joinRecords, type Placed } from "./dedupe/dedupe.ts";
import { recordId } from "./dedupe/identify.ts";
import { type Kin, SharedKeys } from "./dedupe/shared-keys.ts";
import type { Paper } from "./domain/paper.ts";
import type { RawRecord } from "./domain/record.ts";
import type { Source } from "./domain/source.ts";
import type { LedgerEntry, Problem } from "./domain/staged.ts";
import { FileTally, type IngestReport } from "./ingest.ts";
import { append } from "./lib/append.ts";
import type { IngestConfig } from "./read/config.ts";
import { type FileReport, inReadingOrder, read, type ReadingOptions } from "./read/read.ts";

/** Where things are put aside; `src/io/spool.ts` is one. */
export interface Store<T> {
  add(item: T): Promise<void>;
  /** In the order in which they were added. */
  items(): AsyncIterable<T>;
  /** Another store, which goes when this one does; `share` of them stand beside each other. */
  beside<U>(share: number): Store<U>;
}

/** Problems of one kind that are kept; of more only the number is told. */
const MOST_PROBLEMS = 20_000;
const COMPARED = 10_000;

export interface StreamingOptions extends Pick<ReadingOptions, "excerpts" | "stopAtError"> {
  /** Whether the merges are told; a million of them fill the memory. */
  readonly ledger?: boolean;
  /** Records that are compared at once; groups of them that share names are kept whole. */
  readonly compared?: number;
}

export interface StreamedPapers {
  readonly problems: readonly Problem[];
  /** Empty where it is not asked for. */
  readonly ledger: readonly LedgerEntry[];
  readonly report: IngestReport;
  /** In the order of first reading; to be read once. */
  readonly papers: AsyncIterable<Paper>;
}

export async function ingestStream(
  sources: readonly Source[],
  config: IngestConfig,
  store: Store<RawRecord>,
  { ledger: keepsLedger = true, compared = COMPARED, ...options }: StreamingOptions = {},
): Promise<StreamedPapers> {
  const files: FileReport[] = [];
  const problems = new Problems();
  const putAside = async (): Promise<Kin> => {
    const keys = new SharedKeys(config.dedupe);
    for await (const reading of read(inReadingOrder(sources), { ...options, pageYear: config.pageYear })) {
      if ("record" in reading) {
        keys.add(reading.record);
        await store.add(reading.record);
      } else if ("problem" in reading) problems.add(reading.problem);
      else files.push(reading.report);
    }
    return keys.kin();
  };
  const kin = await putAside();
  const tally = new FileTally();
  const parts = await divided(store, kin, compared, tally);
  const joined: Store<Placed<Paper>>[] = [];
  const merges: Placed<LedgerEntry>[] = [];
  const doubts: Placed<Problem>[] = [];
  for (const part of parts) {
    const papers = store.beside<Placed<Paper>>(parts.length);
    const found = joinRecords(await listed(part.items()), config.dedupe);
    for (const paper of found.papers) {
      tally.add(paper.item);
      await papers.add(paper);
    }
    joined.push(papers);
    if (keepsLedger) append(merges, found.merges);
    append(doubts, found.problems);
  }
  for (const { item } of doubts.sort(byPlace)) problems.add(item);
  return {
    problems: problems.list(),
    ledger: merges.sort(byPlace).map(({ item }) => item),
    report: tally.report(files),
    papers: papersOf(store, kin, joined),
  };
}

/** The records that are not alone, in parts that share no name with each other; the others are counted as papers. */
async function divided(
  records: Store<RawRecord>,
  kin: Kin,
  compared: number,
  tally: FileTally,
): Promise<readonly Store<Placed<RawRecord>>[]> {
  const length = Math.ceil(kin.records / compared);
  const parts = Array.from({ length }, () => records.beside<Placed<RawRecord>>(length));
  let at = 0;
  for await (const item of records.items()) {
    if (kin.isAlone(at)) tally.kept(item.source);
    else await parts[kin.groupOf(at) % length]!.add({ item, at });
    at++;
  }
  return parts;
}

async function* papersOf(
  records: Store<RawRecord>,
  kin: Kin,
  parts: readonly Store<Placed<Paper>>[],
): AsyncGenerator<Paper> {
  const rests = parts.map((part) => part.items()[Symbol.asyncIterator]());
  const heads = await Promise.all(rests.map((rest) => rest.next()));
  let at = 0;
  for await (const record of records.items()) {
    const part = kin.groupOf(at) % parts.length;
    if (kin.isAlone(at)) yield { ...record, id: recordId(record) };
    else if (!heads[part]!.done && heads[part]!.value.at === at) {
      yield heads[part]!.value.item;
      heads[part] = await rests[part]!.next();
    }
    at++;
  }
}

async function listed<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

function byPlace(a: Placed<unknown>, b: Placed<unknown>): number {
  return a.at - b.at;
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
