/**
 * Cuts a saved listing page into its content lines, without the page's furniture.
 *
 * Two layouts are known: blank lines between all blocks, and bare lines with "Subscribe" stuck to the
 * first title. Both become the same sequence of lines, each knowing whether a blank line stood before it.
 */
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

const INBOX = /^Get trending papers in your email inbox( once a day)?!$/;
const FURNITURE = [INBOX, /^new$/, /^Subscribe$/, /^Daily Papers$/, /^by\s?AK and the research community$/];
/** The button's text runs into the first title when the page is saved without blank lines. */
const STUCK_BUTTON = /^Subscribe(?=\S)/;
const PAGE_DATE = /^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2}(, \d{4})?$/;

/** What stands below the last record: the pager and the site's menu. */
const FOOTER =
  /^(Previous|Next|\d+|\.{3}|…|Company|TOS|Privacy|About|Careers|Website|Models|Datasets|Spaces|Pricing|Docs|System theme|© ?Hugging Face)$/;
/** So many lines of a footer are not a title by chance. */
const MIN_FOOTER = 3;

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
  const raw = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  for (const [index, lineText] of raw.entries()) {
    const line = index + 1;
    const trimmed = lineText.trim();
    if (trimmed === "") {
      gap = true;
      continue;
    }
    if (INBOX.test(trimmed) && page.lines.length > 0) {
      pages.push(page);
      page = { lines: [], furnished: false, line };
      inHead = true;
    }
    if (inHead && FURNITURE.some((pattern) => pattern.test(trimmed))) {
      page.furnished = true;
      gap = false;
      continue;
    }
    if (inHead && page.furnished && PAGE_DATE.test(trimmed)) {
      gap = false;
      continue;
    }
    const content = inHead && page.furnished ? lineText.replace(STUCK_BUTTON, "") : lineText;
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

function withoutFooter(lines: readonly PageLine[]): readonly PageLine[] {
  let end = lines.length;
  while (end > 0 && FOOTER.test(lines[end - 1]?.text.trim() ?? "")) end--;
  return lines.length - end >= MIN_FOOTER ? lines.slice(0, end) : lines;
}

function isSpaced(lines: readonly PageLine[]): boolean {
  const gaps = lines.slice(1).filter((line) => line.gap).length;
  return gaps * 3 >= lines.length;
}
