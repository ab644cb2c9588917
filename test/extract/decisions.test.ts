import { expect, test } from "vitest";
import { parseDecisions } from "../../src/extract/decisions.ts";

test("reads every kind, skips comments and blank lines, keeps line numbers", () => {
  const text =
    "# mine\nmerge\tGNNs\tgraph neural network\n\nsplit\tAL\r\ntype\tBLEU\tmetric\ndrop\tpaper\nkeep\tSAT\nlabel\tBERT\tLanguage models\n";
  const { value, problems } = parseDecisions(text);
  expect(problems).toEqual([]);
  const file = "decisions.tsv";
  expect(value).toEqual([
    { file, line: 2, kind: "merge", form: "GNNs", canonical: "graph neural network" },
    { file, line: 4, kind: "split", form: "AL" },
    { file, line: 5, kind: "type", term: "BLEU", type: "metric" },
    { file, line: 6, kind: "drop", term: "paper" },
    { file, line: 7, kind: "keep", term: "SAT" },
    { file, line: 8, kind: "label", member: "BERT", name: "Language models" },
  ]);
});

test.each([
  ["forget\tx", "unknown decision"],
  ["merge\tonly one", "needs 2 fields"],
  ["type\tBLEU\tnoun", "unknown type"],
  ["drop", "needs 1 field"],
])("%j is reported with its line and the rest is read", (line, message) => {
  const { value, problems } = parseDecisions(`keep\ta\n${line}\nkeep\tb`);
  expect(value).toHaveLength(2);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.where?.line).toBe(2);
  expect(problems[0]?.message).toContain(message);
});
