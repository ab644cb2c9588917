/**
 * Tables with a line of column names: CSV and TSV of Scopus, Lens, Dimensions, OpenAlex, Zotero, Embase, ASReview,
 * Publish or Perish, PubMed, Web of Science. Columns are found by their names, never by their places.
 */
import { CsvError, parse } from "#csv-parse";
import type { Problem } from "../domain/staged.ts";
import { peek, unixLines, withoutStart } from "./chunks.ts";
import { type Columns, headerOf, OTHER_FORMAT } from "./csv-header.ts";
import { draftOfNamed, foldFieldName, isLostText, type NamedField } from "./fields/named-fields.ts";
import { isMissingText } from "./fields/placeholders.ts";
import { finishRecord } from "./fields/record.ts";
import type { Reader } from "./reader.ts";

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
    const { head, all } = await peek(chunks);
    const { delimiter, columns, names, line: first, start } = headerOf(head);
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
  for await (const chunk of unixLines(chunks)) {
    parser.write(chunk);
    yield* rows.splice(0);
    if (hasFailed()) break;
  }
  if (!hasFailed()) parser.end();
  await ended;
  yield* rows.splice(0);
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
