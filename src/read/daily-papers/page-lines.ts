/**
 * Cuts a saved listing page into its content lines, without the page's furniture.
 *
 * Two layouts are known: blank lines between all blocks, and bare lines with "Subscribe" stuck to the
 * first title. Both become the same sequence of lines, each knowing whether a blank line stood before it.
 */
import { parsePageDate } from "./page-dates.ts";
import { footerStart, INBOX, isCardLabel, isHead } from "./page-furniture.ts";

export interface PageLine {
  /** Without the line end; outer blanks kept. */
  readonly text: string;
  /** 1-based line in the file. */
  readonly line: number;
  /** A blank line stands before it. */
  readonly gap: boolean;
}

/** One saved page: a file may hold several, one after the other. */
export interface Page {
  readonly lines: readonly PageLine[];
  /** Some of the listing's own furniture was seen. */
  readonly furnished: boolean;
  /** Blank lines stand between the blocks (the first layout). */
  readonly spaced: boolean;
  /** 1-based line on which the page begins. */
  readonly line: number;
}

/** The button's text runs into the first title when the page is saved without blank lines. */
const STUCK_BUTTON = /^Subscribe(?=\S)/;

interface Draft {
  lines: PageLine[];
  furnished: boolean;
  line: number;
}

/** Splits a file into pages and drops furniture. Line ends LF, CRLF and CR are all understood. */
export function readPages(text: string): Page[] {
  const pages: Draft[] = [];
  let page: Draft = { lines: [], furnished: false, line: 1 };
  let gap = false;
  // Furniture stands before the first record only; the words are content anywhere else.
  let inHead = true;
  let previous = "";
  const raw = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const headEnd = endOfHead(raw);
  for (const [index, lineText] of raw.entries()) {
    const line = index + 1;
    const trimmed = lineText.trim();
    if (trimmed === "") {
      gap = true;
      continue;
    }
    const before = previous;
    previous = trimmed;
    if (INBOX.test(trimmed) && page.lines.length > 0) {
      pages.push(page);
      page = { lines: [], furnished: false, line };
      inHead = true;
    }
    if (inHead && (index < headEnd || isHead(trimmed))) {
      page.furnished = true;
      gap = false;
      continue;
    }
    if (inHead && page.furnished && parsePageDate(trimmed)) {
      gap = false;
      continue;
    }
    const content = inHead && page.furnished ? lineText.replace(STUCK_BUTTON, "") : lineText;
    previous = content.trim();
    if (isCardLabel(previous, before)) continue;
    page.lines.push({ text: content, line, gap });
    inHead = false;
    gap = false;
  }
  pages.push(page);
  return pages.map((draft) => {
    const lines = withoutFooter(draft.lines);
    return { ...draft, lines, spaced: isSpaced(lines) };
  });
}

/** Lines above the first paper are short, and few; what stands over a known one is of the head, in whatever language. */
function endOfHead(raw: readonly string[]): number {
  let [end, seen] = [0, 0];
  for (const [index, text] of raw.entries()) {
    const line = text.trim();
    if (line === "") continue;
    // Below a dot or a date a record is over, and what follows is the head of another page.
    if (line.length > LONGEST_HEAD || ++seen > MOST_HEAD || /^[•·]/.test(line) || parsePageDate(line)) break;
    if (isHead(line)) end = index + 1;
  }
  return end;
}

const [LONGEST_HEAD, MOST_HEAD] = [70, 30];

function withoutFooter(lines: readonly PageLine[]): readonly PageLine[] {
  return lines.slice(0, footerStart(lines.map(({ text }) => text.trim())));
}

function isSpaced(lines: readonly PageLine[]): boolean {
  const gaps = lines.slice(1).filter((line) => line.gap).length;
  return gaps * 3 >= lines.length;
}
