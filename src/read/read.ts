/**
 * Input texts → records, with what was read from each file and the trouble found on the way.
 */
import type { RawRecord } from "../domain/record.ts";
import type { Source } from "../domain/source.ts";
import type { Problem, Staged } from "../domain/staged.ts";
import { UsageError } from "../lib/errors.ts";
import { byKey } from "../lib/order.ts";
import { chunksOf, peek } from "./chunks.ts";
import type { PageYear, ReadOptions, Reading } from "./reader.ts";
import { isReader, readableHint, recognize } from "./readers.ts";

export interface FileReport {
  readonly file: string;
  /** Id of the reader; `unreadable` when the file was refused. */
  readonly format: string;
  /** Records found in the file: those that were taken and those that were skipped. */
  readonly records: number;
  /** Records that could not be taken, each with a problem that says why; left out when there is none. */
  readonly skipped?: number;
  readonly page_years?: readonly PageYear[];
}

export interface ReadRecords {
  readonly records: readonly RawRecord[];
  readonly files: readonly FileReport[];
}

/** One step of reading: a record, trouble with its place, the year of a listing page, or the end of a file. */
export type ReadStep = Reading | { readonly report: FileReport };

/**
 * Reads texts one after the other, as they are given, and record by record: neither a text nor what was read of it has to
 * stand in memory. Every file ends with its report.
 *
 * Nothing in a text makes it fail: what cannot be read is a problem with its file and line.
 *
 * @throws what reading a stream throws, other than `UsageError`.
 */
export async function* read(
  sources: Iterable<Source> | AsyncIterable<Source>,
  options: Omit<ReadOptions, "file"> = {},
): AsyncGenerator<ReadStep> {
  for await (const source of sources) {
    const pageYears: PageYear[] = [];
    let [taken, skipped, format] = [0, 0, "unreadable"];
    for await (const reading of readSource(source, options)) {
      if ("format" in reading) {
        format = reading.format;
        continue;
      }
      if ("record" in reading) taken++;
      else if ("pageYear" in reading) pageYears.push(reading.pageYear);
      else if (reading.skips) skipped++;
      yield reading;
    }
    yield {
      report: {
        file: source.file,
        format,
        records: taken + skipped,
        ...(skipped > 0 && { skipped }),
        ...(pageYears.length > 0 && { page_years: pageYears }),
      },
    };
  }
}

/** Reads all sources, in the code-point order of their names. */
export async function readRecords(
  sources: readonly Source[],
  options: Omit<ReadOptions, "file"> = {},
): Promise<Staged<ReadRecords>> {
  const records: RawRecord[] = [];
  const files: FileReport[] = [];
  const problems: Problem[] = [];
  for await (const step of read([...sources].sort(byKey(({ file }) => file)), options)) {
    if ("record" in step) records.push(step.record);
    else if ("problem" in step) problems.push(step.problem);
    else if ("report" in step) files.push(step.report);
  }
  return { value: { records, files }, problems, ledger: [] };
}

/** One source, reading by reading; first of all the id of the reader that was chosen, unless the text is refused. */
async function* readSource(
  source: Source,
  options: Omit<ReadOptions, "file">,
): AsyncGenerator<Reading | { readonly format: string }> {
  const { file } = source;
  try {
    const { head, all } = await peek(chunksOf(source.text));
    const format = recognize(head);
    if (format && isReader(format)) {
      yield { format: format.id };
      yield* format.read(all, { ...options, file });
    } else yield { problem: refusal(file, format?.title ?? "no format that is known", format?.hint) };
  } catch (error) {
    // The edge says what is wrong with a file that breaks off in the middle; anything else is a fault of ours.
    if (!(error instanceof UsageError)) throw error;
    yield {
      problem: {
        code: "input/unreadable",
        severity: "error",
        message: error.message,
        ...(error.hint !== undefined && { hint: error.hint }),
        where: { file, line: 1 },
      },
    };
  }
  for (const problem of source.repairs ?? []) yield { problem };
}

function refusal(file: string, title: string, hint = readableHint()): Problem {
  return {
    code: "input/format",
    severity: "error",
    message: `this looks like ${title}, which is not read`,
    hint,
    where: { file, line: 1 },
  };
}
