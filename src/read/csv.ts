/**
 * Tables with a line of column names: CSV and TSV of Scopus, Lens, Dimensions, OpenAlex, Zotero, Embase, ASReview,
 * Publish or Perish, PubMed, Web of Science. Columns are found by their names, never by their places.
 */
import { CsvError, parse } from "#csv-parse";
import type { Problem } from "../domain/staged.ts";
import { peek, unixLines } from "./chunks.ts";
import { type Draft, finishRecord } from "./fields/record.ts";
import { splitNames } from "./fields/names.ts";
import type { Reader } from "./reader.ts";
import { splitKeywords } from "./tagged-lines.ts";

/** Names of columns in small letters and digits only; of several columns of one field the first name with a value counts. */
const COLUMNS = {
  title: "title articletitle documenttitle papertitle primarytitle originaltitle displayname itemtitle ti t1",
  abstract: "abstract abstractnote abstracttext papersabstract originalabstract summary ab n2",
  authors:
    "authorfullnames authors author authornames firstauthors authorsdisplay authorshipsauthordisplayname creators creator af au",
  date: "publicationdate datepublished pubdate coverdate date publicationyear pubyear articleyear year py",
  doi: "doi digitalobjectidentifier doilink di articleurl url link",
  arxiv_id: "arxivid arxiv url link externalurl sourceurls doi",
  url: "url link articleurl externalurl sourceurls openurllink dimensionsurl sourcelinkouturl",
  venue:
    "sourcetitle publicationtitle journalbook journal secondarytitle publicationname venue primarylocationsourcedisplayname source so",
  keywords: "authorkeywords keywords manualtags indexkeywords meshterms de",
  id: "id",
  key: "eid lensid publicationid recordid key ut pmid accessionnumber",
} as const;

type Field = keyof typeof COLUMNS;
type Columns = Readonly<Record<Field, readonly number[]>>;

const DELIMITERS = [",", "\t", ";", "|"];
/** Longer cells are text, not names of columns. */
const LONGEST_NAME = 60;

export const csv: Reader = {
  id: "csv",
  title: "CSV or TSV with column names",
  endings: ["csv", "tsv", "tab"],
  from: "Scopus, Lens, Dimensions, OpenAlex, Zotero, Embase, ASReview, Publish or Perish, any spreadsheet with a column `title`",
  recognizes(head) {
    const { names } = headerOf(head);
    const columns = findColumns(names);
    if (columns.title.length === 0 && columns.abstract.length === 0) return 0;
    return columns.title.length > 0 && names.length > 1 ? 0.9 : names.length > 1 ? 0.8 : 0;
  },
  async *read(chunks, { file }) {
    const { head, all } = await peek(chunks);
    const { delimiter } = headerOf(head);
    let columns: Columns | undefined;
    let width = 0;
    let line = 1;
    try {
      for await (const { record, lines } of rowsOf(all, delimiter)) {
        // A row begins on the line after the one that the row before ended on.
        const where = { file, line };
        line = lines + 1;
        if (record.every((cell) => cell.trim() === "")) continue;
        if (!columns) [columns, width] = [findColumns(record), record.length];
        else {
          if (record.length !== width) yield { problem: oddRow(record.length, width, where) };
          yield* finishRecord(draftOf(record, columns), where, "csv", "the row");
        }
      }
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

/** The delimiter that cuts the first line into most cells, and the cells, where they look like names. */
function headerOf(head: string): { readonly delimiter: string; readonly names: readonly string[] } {
  const first = /^[^\r\n]*/.exec(head.trimStart())?.[0] ?? "";
  const cut = (delimiter: string): string[] => first.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/g, ""));
  const delimiter = DELIMITERS.reduce((best, next) => (cut(next).length > cut(best).length ? next : best));
  const names = cut(delimiter);
  return { delimiter, names: names.every((name) => name.length <= LONGEST_NAME) ? names : [] };
}

function findColumns(names: readonly string[]): Columns {
  const folded = names.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ""));
  const places = Object.entries(COLUMNS).map(([field, known]) => [
    field,
    known.split(" ").flatMap((name) => folded.flatMap((column, i) => (column === name ? [i] : []))),
  ]);
  return Object.fromEntries(places) as Columns;
}

function draftOf(row: readonly string[], columns: Columns): Draft {
  const cells = (field: Field): string[] => columns[field].flatMap((i) => textOf(row[i]) ?? []);
  const first = (field: Field): string | undefined => cells(field)[0];
  const dates = cells("date");
  return {
    id: first("id"),
    key: first("key"),
    title: first("title"),
    abstract: first("abstract"),
    authors: splitNames(first("authors") ?? ""),
    date: dates.find((text) => /\d{4}/.test(text)) ?? dates[0],
    doi: cells("doi").find((text) => /10\.\d+\//.test(text)),
    arxiv_id: cells("arxiv_id").find((text) => /arxiv|\d{4}\.\d{4,5}/i.test(text)),
    url: first("url"),
    venue: first("venue"),
    keywords: splitKeywords([first("keywords") ?? ""]).flatMap((words) => words.split(/\s*\|\s*/)),
  };
}

/** A cell's text; what tables write for nothing, and Scopus for a missing abstract, is none. */
function textOf(cell: string | undefined): string | undefined {
  const text = cell?.trim() ?? "";
  return /^(n\/?a|nan|null|none|\[no abstract available\])?$/i.test(text) ? undefined : text;
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
