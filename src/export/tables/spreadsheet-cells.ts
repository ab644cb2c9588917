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

/**
 * Digits with the marks of numbers, dates and times alone; `1E5`; `MARCH1`, `2 Mar`. Of a text without blanks round it: in no
 * two places beside each other may the same blanks stand, or the time would grow with the cube of their number.
 */
const NUMBER_OR_DATE = new RegExp(
  [
    String.raw`^[\s(]*(?:[$€£¥]\s*)?\.?\d[\d\s.,:/-]*(?:e[+-]?\d+\s*)?(?:%|\)|[ap]m)?$`,
    String.raw`^(?:\d{1,2}[\s-]*)?${MONTH}[\s.,-]*\d{1,4}$`,
    String.raw`^\d{1,2}[\s-]*${MONTH}\.?$`,
  ].join("|"),
  "i",
);

const TRUTH_VALUE = /^(?:true|false)$/i;

/** 2310.06770, with or without a version: a number to a spreadsheet. */
const ARXIV_ID = /^\d{4}\.\d{4,5}(v\d+)?$/;

const DOI = /^10\.\d{4,9}\//;

/** Letters of the longest date that begins with a letter: `September 31, 2024`, with some blanks. */
const LONGEST_DATE = 30;

/** What stands in a CSV for spreadsheets. NUL, at which R ends a text, becomes U+FFFD. */
export function spreadsheetCell(cell: Cell, type: ColumnType): Cell {
  if (typeof cell !== "string" || type === "code") return cell;
  if (type === "id" && ARXIV_ID.test(cell)) return `arXiv:${cell}`;
  const plain = type === "note" ? straighten(cell) : cell;
  const text = plain.includes("\0") ? plain.replaceAll("\0", "\uFFFD") : plain;
  return isFormula(text) || isConverted(text, type) ? `'${text}` : text;
}

function isFormula(text: string): boolean {
  // Most texts begin with a letter or a digit: they need not be looked through.
  return !/^[a-z0-9]/i.test(text) && FORMULA.test(text);
}

function isConverted(text: string, type: ColumnType): boolean {
  if (type === "date" || (text.length > LONGEST_DATE && /^[a-z]/i.test(text))) return false;
  const bare = text.trim();
  return /\d/.test(bare) ? NUMBER_OR_DATE.test(bare) && !(type === "id" && DOI.test(text)) : TRUTH_VALUE.test(bare);
}

/** The tool's own sentences in ASCII, for programs that do not take UTF-8 for granted. */
function straighten(text: string): string {
  return text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replaceAll("…", "...");
}
