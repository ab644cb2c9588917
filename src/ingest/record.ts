/**
 * What a format reader yields: records as they stand in the file, before identity and deduplication.
 */
import type { Paper } from "../domain/paper.ts";
import type { Problem } from "../domain/staged.ts";

/** A paper that may not have an id of its own yet. */
export type RawRecord = Omit<Paper, "id" | "also"> & { readonly id?: string };

export interface SourceRecords {
  readonly format: string;
  /** In file order. */
  readonly records: readonly RawRecord[];
  readonly problems: readonly Problem[];
  /** Listing pages only: the year given to dates that name none. */
  readonly pageYears?: readonly { readonly line: number; readonly year: number; readonly inferred: boolean }[];
}
