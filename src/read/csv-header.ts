/**
 * The line of column names of a table: where it stands, what cuts its cells, which column is what.
 */
import { foldFieldName, type NamedField, NAMES_OF } from "./fields/named-fields.ts";

/** Columns of each field, by their places, in the order they count. */
type Columns = Readonly<Record<NamedField, readonly number[]>>;

const DELIMITERS = [",", "\t", ";", "|"];
/** Texts and lines of JSON, XML and BibTeX hold commas and names, too. */
export const OTHER_FORMAT = /^\s*[[{<@]/;
/** Longer cells are text, not names of columns. */
const LONGEST_NAME = 60;

export interface Header {
  readonly delimiter: string;
  readonly names: readonly string[];
  readonly columns: Columns;
  /** 1-based line of the names, and its place in the text. */
  readonly line: number;
  readonly start: number;
  /** The line has more cells than any table; they were not looked at. */
  readonly isTooWide: boolean;
}

/** Columns of the widest tables of papers are some hundred; of more than these there is no table, but something else. */
export const MOST_COLUMNS = 5_000;
/** Characters in which the line of names ends, however wide a table is. */
export const HEADER_LENGTH = MOST_COLUMNS * LONGEST_NAME;

/** Programs write a line or two above the names: when it was exported, `sep=;`. */
const LINES_ABOVE = 8;

/**
 * The first of the text's first lines that names a title or an abstract; its first line where none does, or one that is
 * too wide to be looked at.
 */
export function headerOf(head: string): Header {
  let first: Header | undefined;
  let line = 1;
  for (let start = 0; line <= LINES_ABOVE && start < head.length; line++) {
    const text = /[^\r\n]*/y;
    text.lastIndex = start;
    const found = text.exec(head)?.[0] ?? "";
    const header = namesIn(found, line, start);
    if (found.trim() !== "") {
      if (header.isTooWide || namesPapers(header, first === undefined)) return header;
      first ??= header;
    }
    start += found.length;
    start += head.startsWith("\r\n", start) ? 2 : 1;
  }
  return first ?? namesIn("", 1, 0);
}

/** Below other lines, more has to be known than one name. */
function namesPapers({ names, columns }: Header, isFirst: boolean): boolean {
  const known = Object.values(columns).filter(({ length }) => length > 0).length;
  const { title, abstract } = columns;
  return names.length > 1 && (isFirst ? title.length + abstract.length > 0 : title.length > 0 && known > 1);
}

/** How often a delimiter stands in a text, between two places. */
export function countIn(text: string, delimiter: string, from = 0, to = text.length): number {
  let count = 0;
  for (let at = text.indexOf(delimiter, from); at >= 0 && at < to; at = text.indexOf(delimiter, at + 1)) count++;
  return count;
}

/** The cells of a line by the delimiter that cuts it into most of them, where they look like names. */
function namesIn(text: string, line: number, start: number): Header {
  const counts = DELIMITERS.map((delimiter) => countIn(text, delimiter));
  const most = Math.max(...counts);
  const delimiter = DELIMITERS[counts.indexOf(most)]!;
  const cells = most < MOST_COLUMNS ? text.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/g, "")) : [];
  const isTable = !OTHER_FORMAT.test(text) && cells.every((name) => name.length <= LONGEST_NAME);
  const names = isTable ? cells : [];
  return { delimiter, names, columns: findColumns(names), line, start, isTooWide: most >= MOST_COLUMNS };
}

function findColumns(names: readonly string[]): Columns {
  const folded = names.map(foldFieldName);
  const places = Object.entries(NAMES_OF).map(([field, known]) => [
    field,
    known.flatMap((name) => folded.flatMap((column, i) => (column === name ? [i] : []))),
  ]);
  return Object.fromEntries(places) as Columns;
}
