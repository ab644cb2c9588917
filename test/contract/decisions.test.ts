import { describe, expect, it, test } from "vitest";
import {
  type Decision,
  joinDecisions,
  mergeEnds,
  readDecisions,
  writeDecision,
  writtenForm,
} from "../../src/contract/decisions.ts";

test("reads every kind, skips comments and blank lines, keeps line numbers", () => {
  const text =
    "# mine\nmerge\tGNNs\tgraph neural network\n\nsplit\tAL\r\ntype\tBLEU\tmetric\ndrop\tpaper\nkeep\tSAT\nlabel\tBERT\tLanguage models\n";
  const { decisions, problems } = readDecisions(text);
  expect(problems).toEqual([]);
  const file = "decisions.tsv";
  expect(decisions).toEqual([
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
  ["drop\tone\ttwo", "needs 1 field after it, found 2"],
  ["drop,one, two", "needs 1 field after it, found 2"],
  ["drop one", "unknown decision"],
])("%j is reported with its line and the rest is read", (line, message) => {
  const { decisions, problems } = readDecisions(`keep\ta\n${line}\nkeep\tb`);
  expect(decisions).toHaveLength(2);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.where?.line).toBe(2);
  expect(problems[0]?.message).toContain(message);
});

describe("a file as people save it", () => {
  const drop = (term: string) => [{ kind: "drop", term }];
  it.each<[what: string, text: string, means: unknown[]]>([
    ["a byte-order mark", "\uFEFFdrop\tx\n", drop("x")],
    ["line ends of Windows and of old Macs", "drop\tx\r\n# c\r", drop("x")],
    ["a quoted cell", 'drop\t"x, ""y"" z"\n', drop('x, "y" z')],
    ["a quoted comment", '"# a, b"\ndrop\tx\n', drop("x")],
    ["quotes that are the term's own", 'drop\tthe "x" model\n', drop('the "x" model')],
    ["empty cells at the end", "drop\tx\t\t\t\n", drop("x")],
    ["a comment after the fields", "drop\tx\t# too general\n", drop("x")],
    ["characters of no width", "drop\tx\u200B y\u00AD\n", drop("x y")],
    ["a no-break space for the tab", "drop\u00A0x y\n", drop("x y")],
    ["a spreadsheet's line about its delimiter", "sep=;\ndrop;x\n", drop("x")],
    ["a term that opens with #", "drop\t#SAT\n", drop("#SAT")],
    [
      "a capital that a spreadsheet put",
      "Drop\tx\nTYPE\ty\tMetric\n",
      [...drop("x"), { kind: "type", term: "y", type: "metric" }],
    ],
    ["blanks of all kinds around", " drop \t\u00A0x  y\u00A0\n", drop("x y")],
    ["typographic quotes", "“drop”\t“x y”\n", drop("x y")],
    [
      "commas for tabs",
      'drop,x\n"type","y, z",metric\n',
      [...drop("x"), { kind: "type", term: "y, z", type: "metric" }],
    ],
    ["semicolons for tabs", 'merge;a;"b ""c"""\n', [{ kind: "merge", form: "a", canonical: 'b "c"' }]],
    ["blanks for tabs", "merge    a b    c\n", [{ kind: "merge", form: "a b", canonical: "c" }]],
    ["decomposed letters", "drop\tFre\u0301chet mean\n", drop("Fr\u00E9chet mean")],
  ])("%s", (_, text, means) => {
    const { decisions, problems } = readDecisions(text);
    expect(decisions).toMatchObject(means);
    expect(problems).toEqual([]);
  });
});

test.each<Decision>([
  { kind: "merge", form: 'the "x" model', canonical: '"y"' },
  { kind: "label", member: "#SAT", name: "Counting # of models" },
  { kind: "type", term: "Fre\u0301chet mean", type: "metric" },
  { kind: "keep", term: "wrapped\n  over\tlines" },
])("what is written is read again: %j", (decision) => {
  const [read] = readDecisions(writeDecision(decision)).decisions;
  expect(writeDecision(read!)).toBe(writeDecision(decision));
  expect(Object.values(read!)).toEqual(
    expect.arrayContaining(Object.values(decision).map((value) => writtenForm(String(value)))),
  );
});

describe("merges in a chain", () => {
  it.each<[what: string, lines: readonly string[], ends: Readonly<Record<string, string>>]>([
    ["one step", ["a\tb"], { a: "b" }],
    ["three forms", ["a\tb", "b\tc"], { a: "c", b: "c" }],
    ["in any order of the lines", ["b\tc", "x\ta", "a\tb"], { a: "c", b: "c", x: "c" }],
    ["to a form that is only named", ["a\tb", "b\tb"], { a: "b", b: "b" }],
    ["the last line on a form holds", ["a\tb", "a\tc"], { a: "c" }],
  ])("%s", (_, lines, ends) => {
    const { decisions, problems } = readDecisions(lines.map((line) => `merge\t${line}`).join("\n"));
    expect(problems).toEqual([]);
    expect(Object.fromEntries(mergeEnds(decisions))).toEqual(ends);
  });

  it("that goes in a circle is named once, and none of it is obeyed", () => {
    const { decisions, problems } = readDecisions("merge\tx\ta\nmerge\ta\tb\nmerge\tb\tc\nmerge\tc\ta\n");
    expect(problems.map(({ message, where }) => [where?.line, message])).toEqual([
      [2, 'merges go in a circle, none of them is obeyed: "a" → "b" → "c" → "a"'],
    ]);
    expect(decisions).toMatchObject([{ form: "x", canonical: "a" }]);
  });

  it("in chains and circles as long as the file, which are walked over once", () => {
    const length = 20_000;
    const steps = Array.from({ length }, (_, i) => `merge\t${i}\t${i + 1}`);
    const chain = readDecisions(steps.join("\n"));
    expect(chain.problems).toEqual([]);
    const ends = mergeEnds(chain.decisions);
    expect([ends.size, new Set(ends.values())]).toEqual([length, new Set([String(length)])]);
    const circle = readDecisions([...steps, `merge\t${length}\t1`].join("\n"));
    expect(circle.decisions).toMatchObject([{ form: "0", canonical: "1" }]);
    expect(circle.problems).toHaveLength(1);
    expect(circle.problems[0]!.message).toContain(`"20" → ${length - 20} more → "1"`);
  });
});

test("of several files the last one's decision on a thing holds", () => {
  const theirs = readDecisions("drop\tx\nmerge\ta\tb\nlabel\tm\tOne\n", "theirs.tsv").decisions;
  const own = readDecisions("keep\tx\nmerge\tb\ta\n").decisions;
  const joined = joinDecisions(theirs, own);
  expect(joined.decisions.map(writeDecision)).toEqual(["label\tm\tOne", "keep\tx"]);
  expect(joined.problems.map(({ where }) => where)).toEqual([{ file: "theirs.tsv", line: 2 }]);
});
