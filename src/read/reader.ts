/**
 * What a reader of an input format is: one file, one line in the list of `readers.ts`.
 *
 * A reader is fed a stream of decoded text and yields what it finds one by one, so that the memory it needs does not
 * grow with the file, unless the format can only be read as a whole.
 */
import type { RawRecord } from "../domain/record.ts";
import type { Problem } from "../domain/staged.ts";

/** The year given to the dates of a listing page that name none. */
export interface PageYear {
  /** 1-based line on which the page begins. */
  readonly line: number;
  readonly year: number;
  readonly inferred: boolean;
}

/** One step of reading: a record, trouble with its place, or (listing pages only) the year of a page. */
export type Reading =
  | { readonly record: RawRecord }
  /** `skips`: the trouble is a record that could not be taken. */
  | { readonly problem: Problem; readonly skips?: true }
  | { readonly pageYear: PageYear };

export interface ReadOptions {
  /** Name of the file for places and problems. */
  readonly file: string;
  /** The year of dates that name none; inferred from the page when absent. */
  readonly pageYear?: number | undefined;
}

export interface Reader {
  /** Short name, as in the report: `ris`. */
  readonly id: string;
  /** Name for people: `RIS`. */
  readonly title: string;
  /** Endings of file names, without the dot, that a folder is searched for. */
  readonly endings: readonly string[];
  /** Where people get such a file, for README and hints: `Zotero, Mendeley and most publishers: export as RIS`. */
  readonly from: string;
  /**
   * How sure the reader is that the text is its format, 0 (not at all) to 1 (certain).
   *
   * @param head the first `HEAD_LENGTH` characters, without byte-order mark.
   */
  recognizes(head: string): number;
  /** Yields records and problems in the order of the file. Never throws for what the text holds. */
  read(chunks: AsyncIterable<string>, options: ReadOptions): AsyncIterable<Reading>;
}

/** A format that is known by its looks and not read: refused by name instead of being misread. */
export interface Refused {
  /** Name for the message: `this looks like PDF, which is not read`. */
  readonly title: string;
  /** What the user can do instead. */
  readonly hint?: string;
  recognizes(head: string): number;
}

/** Characters of a text that recognition looks at. */
export const HEAD_LENGTH = 4096;
