/**
 * A paper as read from any input: the boundary between reading and every later stage. Its fields are the contract's.
 */
import type { PaperFields } from "../contract/paper-fields.ts";

export type { SourceSpan } from "../contract/problem.ts";

export type Paper = PaperFields;

/** The two text fields terms are found in. */
export type TextField = "title" | "abstract";
