/**
 * An order of records that what they say alone decides: where a choice between records must fall on one of them, it falls
 * on the same one in whatever order files and lines are read.
 */
import { writePaper } from "../contract/paper-fields.ts";
import type { RawRecord } from "../domain/record.ts";
import { compareCodePoints } from "../lib/order.ts";
import { remember } from "../lib/remember.ts";

/**
 * The earliest first, those without a date last: what is added to a corpus later is mostly the younger, so that what was
 * there keeps what it had. Then by the code points of title, abstract and all else but the place. Equal ones say the same.
 */
export function byContent(a: RawRecord, b: RawRecord): number {
  if (a === b) return 0;
  if ((a.date === undefined) !== (b.date === undefined)) return a.date === undefined ? 1 : -1;
  return (
    compareCodePoints(a.date ?? "", b.date ?? "") ||
    compareCodePoints(a.title, b.title) ||
    compareCodePoints(a.abstract ?? "", b.abstract ?? "") ||
    compareCodePoints(restOf(a), restOf(b))
  );
}

const restOf = remember((record: RawRecord): string =>
  writePaper({ id: "", ...record }, ["title", "abstract", "date", "source", "also"]),
);
