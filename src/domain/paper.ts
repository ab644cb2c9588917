/**
 * A paper as read from any input: the boundary between ingest and every later stage.
 *
 * Field names are those of the JSONL contract, so the same thing has one name in code, files and viewer.
 * Absent fields are left out (never null or "").
 */
export interface SourceSpan {
  /** File as the user named it; `-` for standard input. */
  readonly file: string;
  /** 1-based line on which the record's title stands. */
  readonly line: number;
}

export interface Paper {
  /** The record's own identifier (arXiv id, DOI, key) or a stable hash of the normalised title. Unique in a corpus. */
  readonly id: string;
  /** Exactly as in the source. */
  readonly title: string;
  /** Exactly as in the source; absent for title-only records. */
  readonly abstract?: string;
  readonly authors?: readonly string[];
  readonly author_count?: number;
  readonly organization?: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date?: string;
  /** True when the year of `date` was inferred from the page instead of read. */
  readonly date_inferred?: true;
  readonly doi?: string;
  readonly arxiv_id?: string;
  readonly url?: string;
  readonly venue?: string;
  readonly keywords?: readonly string[];
  readonly source: SourceSpan;
  /** Where the same paper was read again. */
  readonly also?: readonly SourceSpan[];
}

/** The two text fields terms are found in. */
export type TextField = "title" | "abstract";
