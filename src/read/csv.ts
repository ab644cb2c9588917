/**
 * Tables with a line of column names: CSV and TSV of Scopus, Lens, Dimensions, OpenAlex, Zotero, Embase, ASReview,
 * Publish or Perish, PubMed, Web of Science. Columns are found by their names, never by their places.
 */
import { CsvError, parse } from "#csv-parse";
import type { Problem } from "../domain/staged.ts";
import { peek, unixLines, withoutStart } from "./chunks.ts";
import {
  type Columns,
  countIn,
  HEADER_LENGTH,
  type Header,
  headerOf,
  MOST_COLUMNS,
  OTHER_FORMAT,
} from "./csv-header.ts";
import { draftOfNamed, foldFieldName, isLostText, type NamedField } from "./fields/named-fields.ts";
import { isMissingText } from "./fields/placeholders.ts";
import { finishRecord } from "./fields/record.ts";
import { HEAD_LENGTH, type Reader } from "./reader.ts";

/** Delimiters in a line of the file, texts with commas included, of which no cells are made any more. */
const MOST_DELIMITERS = 100_000;
/** Characters of a row: a quotation mark that is not closed would take the rest of the file. */
const LONGEST_ROW = 20_000_000;

export const csv: Reader = {
  id: "csv",
  title: "CSV or TSV with column names",
  endings: ["csv", "tsv", "tab"],
  from: "Scopus, Lens, Dimensions, OpenAlex, Zotero, Embase, ASReview, Publish or Perish, any spreadsheet with a column `title`",
  recognizes(head) {
    const { columns, names, line } = headerOf(head);
    if (OTHER_FORMAT.test(head) || names.length < 2 || (columns.title.length === 0 && columns.abstract.length === 0))
      return 0;
    return (columns.title.length > 0 ? 0.9 : 0.8) - (line > 1 ? 0.2 : 0);
  },
  async *read(chunks, { file }) {
    const { head, all } = await peek(chunks, HEADER_LENGTH);
    const header = fullHeader(head);
    const { delimiter, columns, names, line: first, start } = header;
    if (header.isTooWide) {
      yield {
        problem: tooWide(`the line of names has more than ${MOST_COLUMNS} columns, which no table of papers has`, {
          file,
          line: first,
        }),
      };
      return;
    }
    if (first > 1) yield { problem: notesAbove(first - 1, { file, line: 1 }) };
    const lost = new LostTexts(names, columns);
    let line = first;
    let isHeader = true;
    try {
      for await (const { record, lines } of rowsOf(withoutStart(all, start), delimiter)) {
        // A row begins on the line after the one that the row before ended on.
        const where = { file, line };
        line = first + lines;
        if (record.every((cell) => cell.trim() === "")) continue;
        if (isHeader) {
          isHeader = false;
          continue;
        }
        // Tables put together: the names stand again where one begins.
        if (isNames(record, names)) {
          yield { problem: namesAgain(where) };
          continue;
        }
        if (record.length !== names.length) yield { problem: oddRow(record.length, names.length, where) };
        lost.look(record);
        const texts = (field: NamedField): string[] => columns[field].flatMap((i) => textOf(record[i]) ?? []);
        yield* finishRecord(draftOfNamed(texts), where, "csv", "the row");
      }
      const unread = lost.names();
      if (unread.length > 0) yield { problem: unreadColumns(unread, { file, line: first }) };
    } catch (error) {
      if (error instanceof WideLine) {
        const message = `a line has more than ${MOST_DELIMITERS} cells, which no table of papers has; from here on it is not read`;
        yield { problem: tooWide(message, { file, line }) };
        return;
      }
      if (!(error instanceof CsvError)) throw error;
      yield {
        problem: {
          code: "csv/syntax",
          severity: "error",
          message: `the table cannot be read further: ${error.message}`,
          hint: "a quotation mark is opened and not closed, most likely",
          where: { file, line },
        },
      };
    }
  },
};

/** As it is recognized, for a line whose names are names at its beginning only. */
function fullHeader(head: string): Header {
  const header = headerOf(head);
  return header.names.length > 0 || header.isTooWide ? header : headerOf(head.slice(0, HEAD_LENGTH));
}

class WideLine extends Error {}

/** @throws WideLine, on the way, before so many cells are made. */
async function* withoutWideLines(chunks: AsyncIterable<string>, delimiter: string): AsyncGenerator<string> {
  let cells = 0;
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length;) {
      const feed = chunk.indexOf("\n", start);
      const end = feed < 0 ? chunk.length : feed;
      cells += countIn(chunk, delimiter, start, end);
      if (cells > MOST_DELIMITERS) {
        // What came before is read, wherever the stream is cut.
        yield chunk.slice(0, start);
        throw new WideLine();
      }
      if (feed >= 0) cells = 0;
      start = end + 1;
    }
    yield chunk;
  }
}

interface Row {
  readonly record: readonly string[];
  /** Lines of the file up to the row's end. */
  readonly lines: number;
}

async function* rowsOf(chunks: AsyncIterable<string>, delimiter: string): AsyncGenerator<Row> {
  const rows: Row[] = [];
  const failures: Error[] = [];
  const parser = parse({
    delimiter,
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
  let broken: Error | undefined;
  try {
    for await (const chunk of withoutWideLines(unixLines(chunks), delimiter)) {
      parser.write(chunk);
      yield* rows.splice(0);
      if (hasFailed()) break;
    }
  } catch (error) {
    // What was read before is not lost with it.
    broken = error as Error;
  }
  if (!hasFailed()) parser.end();
  await ended;
  yield* rows.splice(0);
  if (broken) throw broken;
  if (failures[0]) throw failures[0];
}

function textOf(cell: string | undefined): string | undefined {
  return cell === undefined || isMissingText(cell) ? undefined : cell.trim();
}

/** Columns of texts that no field is read from. */
class LostTexts {
  private readonly found = new Set<number>();
  private readonly unread: readonly number[];

  constructor(
    private readonly titles: readonly string[],
    { title, abstract }: Columns,
  ) {
    this.unread = titles.map((_, i) => i).filter((i) => ![title[0], abstract[0]].includes(i));
  }

  look(row: readonly string[]): void {
    for (const i of this.unread)
      if (!this.found.has(i) && isLostText(foldFieldName(this.titles[i] ?? ""), row[i] ?? "")) this.found.add(i);
  }

  names(): readonly string[] {
    return [...this.found].sort((a, b) => a - b).map((i) => this.titles[i] ?? "");
  }
}

function unreadColumns(names: readonly string[], where: Problem["where"] & object): Problem {
  const all = names.map((name) => JSON.stringify(name)).join(", ");
  return {
    code: "csv/unknown-text",
    severity: "warning",
    message: `texts of the ${names.length === 1 ? "column" : "columns"} ${all} are not read`,
    hint: 'call a column "abstract" if it is one',
    where,
  };
}

function tooWide(message: string, where: Problem["where"] & object): Problem {
  return {
    code: "csv/too-wide",
    severity: "error",
    message,
    hint: "keep the columns of title, abstract, authors, date … and export the table again",
    where,
  };
}

function notesAbove(count: number, where: Problem["where"] & object): Problem {
  const message = `${count === 1 ? "a line" : `${count} lines`} above the names of the columns; passed over`;
  return { code: "csv/note", severity: "warning", message, where };
}

function isNames(record: readonly string[], names: readonly string[]): boolean {
  return record.length === names.length && record.every((cell, i) => cell.replace(/^\ufeff/, "").trim() === names[i]);
}

function namesAgain(where: Problem["where"] & object): Problem {
  return { code: "csv/names", severity: "info", message: "the names of the columns again; passed over", where };
}

function oddRow(cells: number, width: number, where: Problem["where"] & object): Problem {
  return {
    code: "csv/columns",
    severity: "warning",
    message: `the row has ${cells} cells, the line of names ${width}`,
    hint: "a delimiter or a quotation mark in a text is not escaped, most likely",
    where,
  };
}
