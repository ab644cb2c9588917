import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonItems } from "../../src/read/json-items.ts";
import { chunksOf } from "../../src/read/chunks.ts";
import { inChunks, readText } from "./reading.ts";

const jsonl = (...values: unknown[]): string =>
  values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join("\n");

describe("papers as JSON Lines", () => {
  it("are taken with all fields of the contract; text stands for abstract", async () => {
    const { records, complaints } = await readText(
      jsonl(
        {
          id: 7,
          title: "A",
          text: "One.",
          date: "2024-05",
          authors: ["X", "", { name: "Y" }],
          doi: "https://doi.org/10.1/a",
        },
        { title: "B" },
        { text: "Only a text." },
      ),
    );
    expect(records).toMatchObject([
      {
        id: "7",
        title: "A",
        abstract: "One.",
        date: "2024-05",
        authors: ["X", "Y"],
        doi: "10.1/a",
        source: { line: 1 },
      },
      { title: "B", source: { line: 2 } },
      { title: "", abstract: "Only a text." },
    ]);
    expect(records[1]).not.toHaveProperty("abstract");
    expect(complaints).toEqual([]);
  });

  it("with a bad line lose that line only, and name it", async () => {
    const { records, complaints } = await readText(
      jsonl("# exported on a Monday", { title: "A" }, '{"title": "cut', "[1]", { id: "x" }, { title: "B" }),
    );
    expect(records.map(({ title }) => title)).toEqual(["A", "B"]);
    expect(complaints).toEqual(["jsonl/comment:1", "jsonl/syntax:3", "jsonl/no-object:4", "jsonl/no-text:5"]);
  });

  it("say once a file which texts are not taken", async () => {
    const summary = "The tide rises twice a day, and the harbour master writes both heights into his book each time.";
    const { complaints } = await readText(jsonl({ title: "A", summary }, { title: "B", summary }));
    expect(complaints).toEqual(["jsonl/unknown-text:1"]);
  });

  it("lose ids that JSON cannot hold", async () => {
    const { records } = await readText('{"id": 9007199254740993, "title": "A"}');
    expect(records[0]).not.toHaveProperty("id");
  });
});

describe("papers as one JSON text", () => {
  const one = '{\n  "title": "A [1",\n  "tags": [{"title": "no paper"}]\n}';
  const cases: readonly [
    what: string,
    text: string,
    found: readonly [title: string, line: number][],
    complaints: string[],
  ][] = [
    [
      "an array over lines",
      '[\n {"title": "A"},\n {"title": "B"}\n]',
      [
        ["A", 2],
        ["B", 3],
      ],
      [],
    ],
    [
      "an array in one line",
      '[{"title": "A"}, {"title": "B"}]',
      [
        ["A", 1],
        ["B", 1],
      ],
      [],
    ],
    ["one object over lines", one, [["A [1", 1]], []],
    [
      "objects one after the other",
      `${one}\n${one}`,
      [
        ["A [1", 1],
        ["A [1", 5],
      ],
      [],
    ],
    [
      "a wrapped list",
      '{\n "meta": {"count": 2},\n "results": [\n  {"title": "A"},\n  {"title": "B"}\n ],\n "page": 1\n}',
      [
        ["A", 4],
        ["B", 5],
      ],
      [],
    ],
    ["a list wrapped twice", '{\n "message": {\n  "items": [\n   {"title": "A"}\n  ]\n }\n}', [["A", 4]], []],
    ["an answer in one line", '{"message": {"total": 1, "items": [{"title": "A"}]}}', [["A", 1]], []],
    ["an array cut in the middle", '[\n {"title": "A"},\n {"title": "B', [["A", 2]], ["jsonl/syntax:3"]],
    [
      "a broken element",
      '[\n {"title": "A"},\n {"title": B},\n {"title": "C"}\n]',
      [
        ["A", 2],
        ["C", 4],
      ],
      ["jsonl/syntax:3"],
    ],
    ["a stray bracket", '[\n {"title": "A"}\n]]\n', [["A", 2]], ["jsonl/syntax:3"]],
    ["an empty array", "[]", [], []],
  ];
  it.each(cases)("%s", async (_, text, found, expected) => {
    for (const size of [1, 7, 10_000]) {
      const { records, complaints } = await readText(inChunks(text, size));
      expect(records.map(({ title, source }) => [title, source.line])).toEqual(found);
      expect(complaints).toEqual(expected);
    }
  });

  it("gives what JSON.parse gives, wherever the text is cut", async () => {
    const property = fc.asyncProperty(
      fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
      fc.nat(30),
      fc.nat(3),
      async (values, size, indent) => {
        const text = JSON.stringify(values, undefined, indent);
        const read: unknown[] = [];
        for await (const item of jsonItems(inChunks(text, size + 1))) read.push("value" in item ? item.value : item);
        expect(read).toEqual(JSON.parse(text));
      },
    );
    await fc.assert(property, { seed: 5, numRuns: 60 });
  });

  it("holds no more than a piece of a long text", async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<string> {
      for (;;) {
        given++;
        yield await Promise.resolve('{"title": "A"}\n'.repeat(1000));
      }
    }
    let read = 0;
    for await (const item of jsonItems(endless())) if ("value" in item && ++read === 5000) break;
    expect(given).toBeLessThan(8);
    expect(read).toBe(5000);
    for await (const item of jsonItems(chunksOf("nothing"))) expect(item).toHaveProperty("broken");
  });
});
