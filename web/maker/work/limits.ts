/**
 * What a page may take on: a browser ends a tab that wants too much memory without a word, so that it is refused before.
 */
import { UsageError } from "../../../src/lib/errors.ts";

/** Papers of a map; the command line has no such bound. */
const MOST_PAPERS = 20_000;
/** Records that they are made of, all files together. */
const MOST_RECORDS = 200_000;
/** UTF-16 units of text, all files together. */
const MOST_TEXT = 256 << 20;

const HINT = "give fewer files, or build the map with the command line (npx paperweave build), which has no such limit";

/** So many units are told of at a time. */
const STEP = 1 << 20;

/** Counts the text that is read. @throws UsageError, each time, once it is too much */
export class TextLimit {
  readonly #tell: (units: number) => void;
  #units = 0;
  #told = 0;

  constructor(tell: (units: number) => void) {
    this.#tell = tell;
  }

  readonly take = (units: number): void => {
    this.#units += units;
    this.check();
    if (this.#units - this.#told < STEP) return;
    this.#told = this.#units;
    this.#tell(this.#units);
  };

  check(): void {
    if (this.#units > MOST_TEXT)
      throw new UsageError(`these files hold more than ${MOST_TEXT >> 20} million letters, too many for a page`, HINT);
  }
}

/** @throws UsageError for more records than a page can join */
export function limitRecords(records: number): void {
  if (records > MOST_RECORDS)
    throw new UsageError(`these files hold more than ${MOST_RECORDS} records, too many for a page`, HINT);
}

/** @throws UsageError for more papers than a page can hold */
export function limitPapers(papers: number): void {
  if (papers > MOST_PAPERS)
    throw new UsageError(`${papers} papers are too many for a page, which makes maps of up to ${MOST_PAPERS}`, HINT);
}
