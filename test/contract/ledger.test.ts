import { expect, it, test } from "vitest";
import { type LedgerEntry, readLedger, writeLedger } from "../../src/contract/ledger.ts";

const ENTRIES: readonly LedgerEntry[] = [
  { stage: "variants", action: "merge", subject: "GNNs", rule: "plural", result: "GNN", count: 3, paper: "2401.1" },
  { stage: "extract", action: "drop", subject: "paper", rule: "decision line 3", by: "person" },
];

test("what is written is read again, absent fields stay absent", () => {
  expect(readLedger([...writeLedger(ENTRIES)].join(""))).toEqual(ENTRIES);
});

test("tabs and line breaks in a name cannot break a row", () => {
  const [entry] = readLedger([...writeLedger([{ ...ENTRIES[0]!, subject: "a\tb\r\nc" }])].join(""));
  expect(entry?.subject).toBe("a b c");
});

test("columns may stand in another order, and those that not every row fills may lack", () => {
  expect(readLedger("rule\tstage\tsubject\taction\r\nplural\tvariants\ta\tmerge\r\n")).toEqual([
    { stage: "variants", action: "merge", subject: "a", rule: "plural" },
  ]);
});

it.each([
  ["", 'line 1: no column "stage", "action", "subject", "rule"'],
  ["stage\taction\tsubject\n", 'line 1: no column "rule"'],
  ["stage\taction\tsubject\trule\nlayout\tdrop\tx\ty\n", "line 2, column stage: expected one of ingest, extract"],
  ["stage\taction\tsubject\trule\n\ngraph\tdrop\tx\n", 'line 3, column rule: expected a text, got ""'],
  [
    "stage\taction\tsubject\trule\tcount\ngraph\tdrop\tx\ty\t1.5\n",
    'line 2, column count: expected a whole number, got "1.5"',
  ],
  [
    "stage\taction\tsubject\trule\tby\ngraph\tdrop\tx\ty\tme\n",
    'line 2, column by: expected "person" or nothing, got "me"',
  ],
])("%j is refused: %s", (text, says) => {
  expect(() => readLedger(text)).toThrow(says);
});
