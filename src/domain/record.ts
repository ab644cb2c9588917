/**
 * What a reader yields: records as they stand in the file, before identity and deduplication.
 */
import type { Paper } from "./paper.ts";

/** A paper that may not have an id of its own yet. Absent fields are left out, never null or "". */
export type RawRecord = Omit<Paper, "id" | "also"> & { readonly id?: string };
