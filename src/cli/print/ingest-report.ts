/**
 * What became of the records that were read: a table for people, all of it as JSON.
 */
import type { LedgerEntry } from "../../contract/ledger.ts";
import type { Problem } from "../../contract/problem.ts";
import type { FileCounts, IngestReport } from "../../ingest.ts";

/** Files of a table that is read on a terminal. */
const MOST_FILES = 20;
const COLUMNS = ["records", "kept", "merged", "skipped", "repaired"] as const;

/** The counts by file, where there is more to tell than one number; then all records and papers in one line. */
export function ingestTable({ files, records, papers, duplicates, skipped = 0, repaired = 0 }: IngestReport): string[] {
  const last = `${records} records, ${papers} papers`;
  if (files.length < 2 && duplicates + skipped + repaired === 0) return [last];
  const shown = files.slice(0, MOST_FILES);
  const total = { records, kept: papers, merged: duplicates, skipped, repaired };
  const rows = [
    ["file", "format", ...COLUMNS],
    ...shown.map((file) => [file.file, file.format, ...COLUMNS.map((name) => count(file, name))]),
    ...(files.length > shown.length ? [[`… and ${files.length - shown.length} more files`]] : []),
    ["all", "", ...COLUMNS.map((name) => String(total[name]))],
  ];
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  const lines = rows.map((row) =>
    row
      .map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
  return [...lines, last];
}

function count(file: FileCounts, name: (typeof COLUMNS)[number]): string {
  return String(file[name] ?? 0);
}

/** One thing that was done to a record or a place of a file. */
interface ReportItem {
  readonly what: "repaired" | "merged" | "skipped" | "told";
  readonly file: string;
  readonly line: number;
  readonly reason: string;
  readonly excerpt?: string;
  /** Of a merged record: where its paper was read first. */
  readonly into?: string;
}

/**
 * The report: counts, every problem, every merge, and `items`, both in one form. In pieces, for a million records may have
 * a hundred thousand merges.
 */
export function* writeIngestReport({ report, problems, ledger }: Reported): Generator<string> {
  yield JSON.stringify(report, null, INDENT).replace(/\n\}$/, "");
  yield* writeList("problems", problems);
  yield* writeList("merges", ledger);
  yield* writeList("items", itemsOf(problems, ledger));
  yield "\n}\n";
}

const INDENT = 2;
/** Entries of a list that are written at once. */
const AT_ONCE = 500;

/** A list as the last member of an object, as `JSON.stringify` writes it. */
function* writeList(name: string, list: Iterable<unknown>): Generator<string> {
  let waiting: string[] = [];
  let isFirst = true;
  yield `,\n  "${name}": [`;
  for (const entry of list) {
    const lines = JSON.stringify(entry, null, INDENT).replaceAll("\n", "\n    ");
    waiting.push(`${isFirst ? "" : ","}\n    ${lines}`);
    isFirst = false;
    if (waiting.length < AT_ONCE) continue;
    yield waiting.join("");
    waiting = [];
  }
  yield `${waiting.join("")}${isFirst ? "" : "\n  "}]`;
}

function* itemsOf(problems: readonly Problem[], ledger: readonly LedgerEntry[]): Generator<ReportItem> {
  for (const problem of problems) yield* itemOfProblem(problem);
  for (const entry of ledger) yield itemOfMerge(entry);
}

interface Reported {
  readonly report: IngestReport;
  readonly problems: readonly Problem[];
  readonly ledger: readonly LedgerEntry[];
}

function itemOfProblem({ where, did, message, excerpt }: Problem): ReportItem[] {
  if (!where) return [];
  return [{ what: did ?? "told", ...where, reason: message, ...(excerpt !== undefined && { excerpt }) }];
}

function itemOfMerge({ subject, rule, result = "", excerpt }: LedgerEntry): ReportItem {
  const [, file = "", line = ""] = /^(.*):(\d+)$/s.exec(subject) ?? [];
  return { what: "merged", file, line: Number(line), reason: rule, into: result, ...(excerpt && { excerpt }) };
}
