/**
 * Texts that a spreadsheet neither runs as a formula nor turns into a number or a date when it opens a CSV file.
 *
 * An apostrophe before the text is the guard, as OWASP's page on CSV injection advises.
 */
import type { Cell, ColumnType } from "./table.ts";

/** `=`, `+`, `-`, `@` and their full-width and small forms, also behind blanks that a program may take off. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|^[\t\r\n]/u;

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

/** Digits with the marks of numbers, dates and times alone; `1E5`; `MARCH1`, `2 Mar`; truth values. */
const CONVERTED = new RegExp(
  [
    String.raw`^[\s(]*[$€£¥]?\s*\.?\d[\d\s.,:/-]*(?:e[+-]?\d+)?\s*(?:%|\)|[ap]m)?\s*$`,
    String.raw`^\s*(?:\d{1,2}[\s-]*)?${MONTH}[\s.,-]*\d{1,4}\s*$`,
    String.raw`^\s*\d{1,2}[\s-]*${MONTH}\.?\s*$`,
    String.raw`^\s*(?:true|false)\s*$`,
  ].join("|"),
  "i",
);

/** 2310.06770, with or without a version: a number to a spreadsheet. */
const ARXIV_ID = /^\d{4}\.\d{4,5}(v\d+)?$/;

const DOI = /^10\.\d{4,9}\//;

/** What stands in a CSV for spreadsheets. NUL, at which R ends a text, becomes U+FFFD. */
export function spreadsheetCell(cell: Cell, type: ColumnType): Cell {
  if (typeof cell !== "string") return cell;
  if (type === "id" && ARXIV_ID.test(cell)) return `arXiv:${cell}`;
  const text = (type === "note" ? straighten(cell) : cell).replaceAll("\0", "\uFFFD");
  return FORMULA.test(text) || isConverted(text, type) ? `'${text}` : text;
}

function isConverted(text: string, type: ColumnType): boolean {
  return type !== "date" && CONVERTED.test(text) && !(type === "id" && DOI.test(text));
}

/** The tool's own sentences in ASCII, for programs that do not take UTF-8 for granted. */
function straighten(text: string): string {
  return text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replaceAll("…", "...");
}
