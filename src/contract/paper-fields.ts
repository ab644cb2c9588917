/**
 * The fields of a paper, once: as type, in the order they are written, and with how each is read.
 *
 * The same names stand in JSONL (what `import` prints and `build` reads), in graph.json and in the code. Absent fields
 * are left out, never null or "". A new field is a line of the type and a line of the table.
 */
import type { SourceSpan } from "./problem.ts";
import type { Count, PartialDate, Text } from "./scalars.ts";

export interface PaperFields {
  /** The record's own identifier (arXiv id, DOI, key) or a stable hash of the normalised title. Unique in a corpus. */
  readonly id: Text;
  /** Exactly as in the source. */
  readonly title: string;
  /** Exactly as in the source; absent for title-only records. */
  readonly abstract?: Text;
  readonly authors?: readonly string[];
  /** Number of authors, also where the source names none of them. */
  readonly author_count?: Count;
  readonly organization?: Text;
  readonly date?: PartialDate;
  /** True when the year of `date` was inferred from the page instead of read. */
  readonly date_inferred?: true;
  readonly doi?: Text;
  readonly arxiv_id?: Text;
  readonly url?: Text;
  readonly venue?: Text;
  readonly keywords?: readonly string[];
  /** Where the paper was read. */
  readonly source: SourceSpan;
  /** Where the same paper was read again. */
  readonly also?: readonly SourceSpan[];
}

/** How a field of a foreign record is read: `main` are the texts that terms are found in, `own` the tool sets itself. */
export type FieldKind = "identifier" | "main" | "text" | "texts" | "count" | "date" | "own";

/** In the order of writing. */
const PAPER_FIELDS = {
  id: "identifier",
  title: "main",
  abstract: "main",
  authors: "texts",
  author_count: "count",
  organization: "text",
  date: "date",
  date_inferred: "own",
  doi: "text",
  arxiv_id: "text",
  url: "text",
  venue: "text",
  keywords: "texts",
  source: "own",
  also: "own",
} as const satisfies Readonly<Record<keyof PaperFields, FieldKind>>;

const NAMES = Object.keys(PAPER_FIELDS) as readonly (keyof PaperFields)[];

/**
 * A paper as a line of JSONL, without its line end. A title that is only a stand-in (empty) is left out.
 *
 * @param without fields that are left out too
 */
export function writePaper(paper: PaperFields, without: readonly (keyof PaperFields)[] = []): string {
  const names = NAMES.filter((name) => !without.includes(name) && !(name === "title" && paper.title === ""));
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, paper[name]])));
}

/** The names of the fields that are read in one way, in the order of writing. */
export function fieldsOfKind(kind: FieldKind): readonly (keyof PaperFields)[] {
  return NAMES.filter((name) => PAPER_FIELDS[name] === kind);
}
