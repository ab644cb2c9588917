/**
 * Trouble in something that was read: the run goes on, and the user is told with file and line.
 */
import type { PositiveCount } from "./scalars.ts";

export interface SourceSpan {
  /** File as the user named it; `-` for standard input. */
  readonly file: string;
  /** 1-based line on which the record's title stands. */
  readonly line: PositiveCount;
}

export type Severity = "error" | "warning" | "info";

export interface Problem {
  /** Stable code such as `listing/truncated`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** What the user can do about it. */
  readonly hint?: string;
  readonly where?: SourceSpan;
  /** What was done about it, where that was more than to tell: a text was read otherwise than it stands, or not at all. */
  readonly did?: "repaired" | "skipped";
  /** The text it is about, shortened. */
  readonly excerpt?: string;
}
