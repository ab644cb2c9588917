import { expect, it, test } from "vitest";
import { SCHEMA } from "../../src/contract/graph-document.ts";
import { readRunRecord, type RunRecord, writeRunRecord } from "../../src/contract/run-record.ts";

const HASH = "0123456789abcdef".repeat(4);
const RECORD: RunRecord = {
  tool: "paperweave",
  version: "0.1.0",
  schema: SCHEMA,
  settings: { graph: { seed: 1 } },
  decisions: { sha256: HASH, lines: ["drop\tx"], files: ["theirs.tsv"] },
  base: "..",
  inputs: [{ file: "papers.jsonl", sha256: HASH }],
  counts: { papers: 3 },
  community_changes: [{ what: "birth", from: [], into: [{ id: 2, label: "Graphs; trees" }] }],
  outputs: { "graph.json": { bytes: 10, sha256: HASH } },
};

test("what is written is read again", () => {
  expect(readRunRecord(writeRunRecord(RECORD))).toEqual(RECORD);
});

it.each<[change: object, told: string]>([
  [{ inputs: undefined }, "inputs is missing"],
  [{ inputs: [{ file: "", sha256: HASH }] }, 'inputs[0].file: expected a text, got ""'],
  [{ decisions: { sha256: HASH, lines: "drop" } }, 'decisions.lines: expected an array, got "drop"'],
  [{ counts: { papers: -1 } }, "counts.papers: expected an integer of at least 0, got -1"],
  [{ outputs: { "graph.json": { bytes: 1, sha256: "x" } } }, 'outputs["graph.json"].sha256: expected a text like'],
  [{ tool: "other" }, 'tool: expected "paperweave", got "other"'],
  [{ community_changes: [{ what: "move", from: [], into: [] }] }, 'community_changes[0].what: expected one of "split"'],
])("%j is refused: %s", (change, told) => {
  expect(() => readRunRecord(JSON.stringify({ ...RECORD, ...change }))).toThrow(told);
});

test("half a record is told as such", () => {
  expect(() => readRunRecord('{"tool":')).toThrow(/^not valid JSON/);
});
