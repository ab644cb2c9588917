/**
 * An order of records that what they say alone decides: where a choice between records must fall on one of them, it falls
 * on the same one in whatever order files and lines are read.
 */
import { writePaper } from "../contract/paper-fields.ts";
import type { RawRecord } from "../domain/record.ts";
import { compareCodePoints } from "../lib/order.ts";
import { remember } from "../lib/remember.ts";

/**
 * Those of the earliest year first, those without a date last: what is added to a corpus later is mostly the younger, so that
 * what was there keeps what it had. Then by the code points of title, abstract and all else but the place; months and days
 * come last, for not all formats have them. Equal ones say the same.
 */
export function byContent(a: RawRecord, b: RawRecord): number {
  if (a === b) return 0;
  if ((a.date === undefined) !== (b.date === undefined)) return a.date === undefined ? 1 : -1;
  return (
    compareCodePoints(yearOf(a), yearOf(b)) ||
    compareCodePoints(a.title, b.title) ||
    compareCodePoints(a.abstract ?? "", b.abstract ?? "") ||
    compareCodePoints(restOf(a), restOf(b)) ||
    compareCodePoints(a.date ?? "", b.date ?? "")
  );
}

const yearOf = ({ date = "" }: RawRecord): string => date.slice(0, 4);

const restOf = remember((record: RawRecord): string =>
  writePaper({ id: "", ...record }, ["title", "abstract", "date", "source", "also"]),
);
