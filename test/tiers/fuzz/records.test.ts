/**
 * Records of few names, dates and texts, so that they share them in every way: in any order the same papers come of them.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { writePaper } from "../../../src/contract/paper-fields.ts";
import { joinDuplicates } from "../../../src/dedupe/dedupe.ts";
import type { RawRecord } from "../../../src/domain/record.ts";
import { openTally, times } from "../tally.ts";

const tally = openTally("records");

const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const record = fc.record(
  {
    title: oneOf("On Old Ovens", "on old ovens", "On Bread", "Editorial", "", "On Old Ovens of Clay"),
    id: oneOf("1", "2", "1-2", "2401.00001"),
    doi: oneOf("10.1/a", "10.1/b", "10.48550/arXiv.2401.00001"),
    arxiv_id: oneOf("2401.00001", "2401.00002v2"),
    abstract: oneOf("ash and rye", "ash and rye and salt", "solvers run long", "n/a"),
    date: oneOf("2020", "2020-05", "2021"),
    date_inferred: fc.constant(true as const),
    venue: oneOf("Annals", "Acta", "arXiv"),
    url: oneOf("http://a.example", "http://b.example"),
    organization: oneOf("A", "B"),
    authors: oneOf(["A. Ames"], ["B. Berg"], ["Ames, Ada"]),
    keywords: oneOf(["Rye", "ash"], ["rye"], ["Ash"]),
  },
  { requiredKeys: ["title"] },
);
const orders = fc
  .array(record, { minLength: 2, maxLength: 9 })
  .chain((records) =>
    fc.tuple(
      fc.constant(records),
      fc.shuffledSubarray(records, { minLength: records.length, maxLength: records.length }),
    ),
  );

function papersOf(records: readonly Omit<RawRecord, "source">[]): readonly string[] {
  const placed = records.map((one, i): RawRecord => ({ ...one, source: { file: "papers.jsonl", line: i + 1 } }));
  return joinDuplicates(placed)
    .value.map((paper) => writePaper(paper, ["source", "also"]))
    .sort();
}

test("papers are the same in any order of records", () => {
  const numRuns = times(1000, 200_000);
  fc.assert(
    fc.property(orders, ([records, shuffled]) => {
      const papers = papersOf(records);
      expect(papersOf(shuffled)).toEqual(papers);
      const ids = papers.map((line) => (JSON.parse(line) as { id: string }).id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns, seed: 16 },
  );
  tally.count("papers are the same in any order of records", numRuns, numRuns);
}, 7_200_000);
