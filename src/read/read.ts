/**
 * Input texts → records, with what was read from each file and the trouble found on the way.
 *
 * Files are read in the code-point order of their names, whatever order they are given in; within a file, position decides.
 */
import type { RawRecord } from "../domain/record.ts";
import type { Source } from "../domain/source.ts";
import type { Problem, Staged } from "../domain/staged.ts";
import { UsageError } from "../lib/errors.ts";
import { byKey } from "../lib/order.ts";
import { chunksOf, peek } from "./chunks.ts";
import { Excerpts } from "./excerpts.ts";
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
  /** Places that were read otherwise than they stand, each with a problem that says how; left out when there is none. */
  readonly repaired?: number;
  readonly page_years?: readonly PageYear[];
}

export interface ReadRecords {
  readonly records: readonly RawRecord[];
  readonly files: readonly FileReport[];
}

export interface ReadingOptions extends Omit<ReadOptions, "file"> {
  /** Problems show the text they are about. */
  readonly excerpts?: boolean;
  /** Reading ends with the first error. */
  readonly stopAtError?: boolean;
  /** Told how many records were read, of all texts; what it throws ends the reading. */
  readonly onRecord?: (records: number) => void;
}

/** Problems of one kind that are listed of a file; of more only the number is told. */
const MOST_LISTED = 20_000;
/** Errors of a file in which no record was found: it is not what it looks like, and all the others say the same. */
const HOPELESS = 100_000;

/** Codes of problems that are no errors and say that something was read otherwise than it stands. */
const REPAIRS =
  /\/(encoding|date|syntax|columns|comment|note|stray-fields|other-name|no-title|title-broken|abstract-broken|year-inferred)$/;

/** Sources in the order in which they are read: by the code points of their names. */
export function inReadingOrder(sources: readonly Source[]): Source[] {
  return [...sources].sort(byKey(({ file }) => file));
}

/** Reads all sources, in the reading order. */
export async function readRecords(
  sources: readonly Source[],
  options: ReadingOptions = {},
): Promise<Staged<ReadRecords>> {
  const records: RawRecord[] = [];
  const files: FileReport[] = [];
  const problems: Problem[] = [];
  for await (const reading of read(inReadingOrder(sources), options)) {
    if ("record" in reading) records.push(reading.record);
    else if ("problem" in reading) problems.push(reading.problem);
    else files.push(reading.report);
  }
  return { value: { records, files }, problems, ledger: [] };
}

/** One step of reading: a record, trouble with its place, or the end of a file. */
export type ReadStep = { readonly record: RawRecord } | { readonly problem: Problem } | { readonly report: FileReport };

/**
 * Reads texts one after the other, as they are given, and record by record: neither a text nor what was read of it has to
 * stand in memory. Every file ends with its report.
 *
 * Nothing in a text makes it fail: what cannot be read is a problem with its file and line.
 *
 * @throws what reading a stream throws, other than `UsageError`, and what `onRecord` throws.
 */
export async function* read(
  sources: Iterable<Source> | AsyncIterable<Source>,
  options: ReadingOptions = {},
): AsyncGenerator<ReadStep> {
  let total = 0;
  for await (const source of sources) {
    const pageYears: PageYear[] = [];
    const counts = { records: 0, repaired: 0, skipped: 0 };
    const kinds = new Map<string, number>();
    let errors = 0;
    let format = "unreadable";
    let stopped = false;
    for await (const reading of readSource(source, options)) {
      if ("record" in reading) {
        counts.records++;
        options.onRecord?.(++total);
        yield reading;
      } else if ("problem" in reading) {
        const { did, severity, code } = reading.problem;
        if (did) counts[did]++;
        const count = (kinds.get(code) ?? 0) + 1;
        kinds.set(code, count);
        if (count <= MOST_LISTED) yield { problem: reading.problem };
        stopped = options.stopAtError === true && severity === "error";
        if (stopped) break;
        if (severity === "error" && ++errors >= HOPELESS && counts.records === 0) {
          yield { problem: hopeless(source.file) };
          break;
        }
      } else if ("pageYear" in reading) pageYears.push(reading.pageYear);
      else format = reading.format;
    }
    for (const [code, count] of kinds) if (count > MOST_LISTED) yield { problem: more(source.file, code, count) };
    const { records, repaired, skipped } = counts;
    const report: FileReport = {
      file: source.file,
      format,
      records: records + skipped,
      ...(skipped > 0 && { skipped }),
      ...(repaired > 0 && { repaired }),
      ...(pageYears.length > 0 && { page_years: pageYears }),
    };
    yield { report };
    if (stopped) break;
  }
}

/** The readings of a source; what was done about a problem is said, and the text it is about where that is wanted. */
async function* readSource(
  source: Source,
  options: ReadingOptions,
): AsyncGenerator<Reading | { readonly format: string }> {
  const excerpts = options.excerpts ? new Excerpts() : undefined;
  const chunks = chunksOf(source.text);
  const text = excerpts ? excerpts.watch(chunks) : chunks;
  for await (const reading of readTexts({ ...source, text }, options)) {
    if (!("problem" in reading)) {
      yield reading;
      continue;
    }
    const { problem } = reading;
    const isRepair = problem.severity !== "error" && REPAIRS.test(problem.code);
    const did = reading.skips ? "skipped" : isRepair ? "repaired" : undefined;
    const excerpt = problem.where && excerpts?.at(problem.where.line);
    yield { problem: { ...problem, ...(did && { did }), ...(excerpt !== undefined && { excerpt }) } };
  }
}

/** One source, reading by reading; first of all the id of the reader that was chosen, unless the text is refused. */
async function* readTexts(
  source: Source & { readonly text: AsyncIterable<string> },
  options: Omit<ReadOptions, "file">,
): AsyncGenerator<Reading | { readonly format: string }> {
  const { file } = source;
  let told = 0;
  // Told near their lines: the decoder finds them while the text is read.
  const repairs = function* () {
    for (const problem of source.repairs?.slice(told) ?? []) yield { problem };
    told = source.repairs?.length ?? 0;
  };
  try {
    const { head, all } = await peek(source.text);
    const format = recognize(head);
    if (format && isReader(format)) {
      yield { format: format.id };
      let silent = true;
      for await (const reading of format.read(all, { ...options, file })) {
        yield* repairs();
        yield reading;
        silent = false;
      }
      if (silent) yield { problem: nothingIn(file, format.title) };
    } else yield { problem: refusal(file, format?.title ?? "no format that is known", format?.hint) };
  } catch (error) {
    // The edge says what is wrong with a file that breaks off in the middle; anything else is a fault of ours.
    const fault = isTooLong(error) ? TOO_LONG : error;
    if (!(fault instanceof UsageError)) throw error;
    yield {
      problem: {
        code: "input/unreadable",
        severity: "error",
        message: fault.message,
        ...(fault.hint !== undefined && { hint: fault.hint }),
        where: { file, line: 1 },
      },
    };
  }
  yield* repairs();
}

const TOO_LONG = new UsageError(
  "one line or record of it is longer than a text can be, half a billion characters",
  "is this a file of papers, one record after the other?",
);

/** What engines throw when pieces are put together that make no string any more: V8, then the others. */
function isTooLong(error: unknown): boolean {
  return error instanceof RangeError && /string length|out of memory|allocation size overflow/i.test(error.message);
}

function hopeless(file: string): Problem {
  return {
    code: "input/hopeless",
    severity: "error",
    message: `${HOPELESS} errors and no record: the rest is not read`,
    hint: "is it what it looks like?",
    where: { file, line: 1 },
  };
}

function more(file: string, code: string, count: number): Problem {
  const message = `${count - MOST_LISTED} more problems of the kind ${code} are not listed`;
  return { code: "input/more", severity: "warning", message, where: { file, line: 1 } };
}

function nothingIn(file: string, title: string): Problem {
  const message = `read as ${title}, this holds no record`;
  return { code: "input/empty", severity: "warning", message, where: { file, line: 1 } };
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
