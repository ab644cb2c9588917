/**
 * Tables with a line of column names: CSV and TSV of Scopus, Lens, Dimensions, OpenAlex, Zotero, Embase, ASReview,
 * Publish or Perish, PubMed, Web of Science. Columns are found by their names, never by their places.
 */
import { CsvError } from "#csv-parse";
import type { Problem } from "../domain/staged.ts";
import { peek, withoutStart } from "./chunks.ts";
import { HEADER_LENGTH, type Header, headerOf, MOST_COLUMNS, OTHER_FORMAT } from "./csv-header.ts";
import { joinOpen, rowsOf } from "./csv-rows.ts";
import { MOST_DELIMITERS, WideLine } from "./csv-width.ts";
import { draftOfNamed, type NamedField } from "./fields/named-fields.ts";
import { isMissingText } from "./fields/placeholders.ts";
import { finishRecord } from "./fields/record.ts";
import { UnreadTexts } from "./fields/unread-texts.ts";
import { HEAD_LENGTH, type Reader } from "./reader.ts";

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
    const unread = new UnreadTexts("csv", "column");
    let line = first;
    let isHeader = true;
    try {
      for await (const { record: cells, lines, open } of rowsOf(withoutStart(all, start), delimiter, names.length)) {
        // A row begins on the line after the one that the row before ended on.
        const where = { file, line };
        line = first + lines;
        if (cells.every((cell) => cell.trim() === "")) continue;
        if (isHeader) {
          isHeader = false;
          continue;
        }
        // Tables put together: the names stand again where one begins.
        if (isNames(cells, names)) {
          yield { problem: namesAgain(where) };
          continue;
        }
        if (open) yield { problem: openMark(open === "last", where) };
        if (cells.length !== names.length) yield { problem: oddRow(cells.length, names.length, where) };
        const record = joinOpen(cells, delimiter, names.length);
        const texts = (field: NamedField): string[] => columns[field].flatMap((i) => textOf(record[i]) ?? []);
        const draft = draftOfNamed(texts);
        unread.look(
          names.map((name, i) => [name, record[i] ?? ""] as const),
          draft,
          first,
        );
        yield* finishRecord(draft, where, "csv", "the row");
      }
      for (const problem of unread.problems(file)) yield { problem };
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

function textOf(cell: string | undefined): string | undefined {
  return cell === undefined || isMissingText(cell) ? undefined : cell.trim();
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

function openMark(isLast: boolean, where: Problem["where"] & object): Problem {
  const rest = isLast ? ", as are all below" : "";
  const message = `a quotation mark is opened and not closed; taken as part of the text${rest}`;
  return { code: "csv/syntax", severity: "warning", message, where };
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
