/**
 * The rows of a table, by csv-parse.
 *
 * A quotation mark that is opened and not closed takes rows behind it into its cell. Where that shows, its line is taken
 * with the mark as text, and the table is read on from the next line.
 */
import { CsvError, parse } from "#csv-parse";
import { unixLines } from "./chunks.ts";
import { withoutWideLines } from "./csv-width.ts";

export interface Row {
  readonly record: readonly string[];
  /** Lines up to the row's end. */
  readonly lines: number;
  /** A quotation mark in it is opened and not closed; it is taken as text, and behind the last one that is mended all are. */
  readonly open?: "one" | "last";
}

/** Marks that are mended one by one; behind so many open ones all marks are text. */
const MOST_OPEN = 20;

/** Characters of a row: a quotation mark that is not closed would take the rest of the file. */
const LONGEST_ROW = 20_000_000;
/** What csv-parse says of such a mark. */
const NOT_CLOSED: readonly string[] = ["CSV_QUOTE_NOT_CLOSED", "CSV_MAX_RECORD_SIZE"];

/** Where a table has to be read once more: from a row that an open mark tore apart. */
interface Torn {
  /** What was read from there on. */
  readonly text: string;
  /** Lines above it. */
  readonly line: number;
}

/** @param width cells of a whole row. @throws CsvError for what cannot be mended; WideLine */
export async function* rowsOf(chunks: AsyncIterable<string>, delimiter: string, width: number): AsyncGenerator<Row> {
  const rest = withoutWideLines(unixLines(chunks), delimiter);
  let torn: Torn = { text: "", line: 0 };
  for (let mended = 0; ; mended++) {
    const found: Torn | undefined = yield* rowsUntilTorn(torn, rest, delimiter, mended < MOST_OPEN);
    if (!found) break;
    const first: string = /^[^\n]*/.exec(found.text)![0];
    torn = { text: found.text.slice(first.length + 1), line: found.line + 1 };
    const cells = joinOpen(first.split(delimiter), delimiter, width);
    const record = cells.map((cell) => /^"([^"]*)"$/.exec(cell)?.[1] ?? cell);
    yield { record, lines: torn.line, open: mended + 1 < MOST_OPEN ? "one" : "last" };
  }
}

async function* rowsUntilTorn(
  { text: begun, line }: Torn,
  rest: AsyncGenerator<string>,
  delimiter: string,
  quotes: boolean,
): AsyncGenerator<Row, Torn | undefined> {
  const rows: Row[] = [];
  const failures: Error[] = [];
  const parser = parse({
    delimiter,
    ...(!quotes && { quote: null }),
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: false,
    maxRecordSize: LONGEST_ROW,
    // Rows are taken as they are found: what a stream holds back is lost when it fails.
    onRecord: (record: readonly string[], { lines }) => {
      rows.push({ record, lines });
      return null;
    },
  });
  // A stream of Node is closed after an error; that of browsers is neither closed nor destroyed.
  const ended = new Promise<void>((resolve) => {
    for (const event of ["end", "error", "close"] as const) parser.on(event, () => resolve());
  });
  parser.on("error", (error) => failures.push(error)).resume();
  const hasFailed = () => parser.destroyed || failures.length > 0;
  const pending = new PendingLines();
  const give = function* (): Generator<Row, Torn | undefined> {
    for (const row of rows.splice(0)) {
      const [from, before] = [pending.at, pending.line];
      pending.goOn(row.lines);
      if (row.lines - before > 1 && isTorn(row.record, delimiter, pending.text.slice(from, pending.at)))
        return { text: pending.text.slice(from), line: line + before };
      yield { ...row, lines: line + row.lines };
    }
    return undefined;
  };
  let broken: Error | undefined;
  let isEmpty = true;
  try {
    for (
      let next = begun === "" ? await rest.next() : { done: false, value: begun };
      !next.done;
      next = await rest.next()
    ) {
      isEmpty = false;
      pending.add(next.value);
      parser.write(next.value);
      const torn = yield* give();
      if (torn) return torn;
      if (hasFailed()) break;
    }
  } catch (error) {
    // What was read before is not lost with it.
    broken = error as Error;
  }
  // A parser that was given nothing does not end in browsers.
  if (!isEmpty) {
    if (!hasFailed()) parser.end();
    await ended;
  }
  const torn = yield* give();
  if (broken) throw broken;
  if (torn) return torn;
  const [failure] = failures;
  if (failure === undefined) return undefined;
  if (!(failure instanceof CsvError) || !NOT_CLOSED.includes(failure.code)) throw failure;
  return { text: pending.text.slice(pending.at), line: line + pending.line };
}

/**
 * Whether a row of several lines comes from a mark that nobody closed: it holds tabs where tabs stand between cells, or
 * csv-parse put the mark back in front of the cell because another one stood inside of it.
 */
function isTorn(record: readonly string[], delimiter: string, text: string): boolean {
  const long = record.filter((cell) => cell.includes("\n"));
  if (delimiter === "\t" && long.some((cell) => cell.includes("\t"))) return true;
  return !text.includes('"""') && long.some((cell) => cell.startsWith('"'));
}

/** Cells that a text was cut into put together again: those behind the open mark that are too many. */
export function joinOpen(cells: readonly string[], delimiter: string, width: number): readonly string[] {
  const opened = cells.findIndex((cell) => cell.startsWith('"') && cell.split('"').length % 2 === 0);
  const tooMany = cells.length - width;
  if (opened < 0 || tooMany <= 0) return cells;
  const text = cells.slice(opened, opened + tooMany + 1).join(delimiter);
  return [...cells.slice(0, opened), text, ...cells.slice(opened + tooMany + 1)];
}

/** What was read, from the first line that no row was made of yet. */
class PendingLines {
  text = "";
  /** Lines that rows were made of, and their end in the text. */
  line = 0;
  at = 0;

  add(chunk: string): void {
    this.text = this.text.slice(this.at) + chunk;
    this.at = 0;
  }

  goOn(line: number): void {
    for (; this.line < line; this.line++) {
      const end = this.text.indexOf("\n", this.at);
      this.at = end < 0 ? this.text.length : end + 1;
    }
  }
}
