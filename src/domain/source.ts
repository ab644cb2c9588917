/**
 * One input text as handed to ingest: who names it, and all of it.
 */
export interface Source {
  /** As the user named it; `-` for standard input. */
  readonly file: string;
  readonly text: string;
}
