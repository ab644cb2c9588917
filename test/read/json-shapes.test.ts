/** Objects of programs that nobody announced: where the papers stand in them, none is lost without a word. */
import { describe, expect, it } from "vitest";
import { readText } from "./reading.ts";

const [one, two] = [
  { title: "On Bread", abstract: "Bread is old." },
  { title: "On Rye", abstract: "Rye is older." },
];

const CASES: readonly [what: string, value: unknown, records: readonly object[]][] = [
  [
    "a wrapper round each",
    [
      { key: "A", data: one },
      { key: "B", data: two },
    ],
    [one, two],
  ],
  ["what stands beside the wrapped paper", { doi: "10.1/a", record: one }, [{ ...one, doi: "10.1/a" }]],
  ["a list under a name of its own", { total: 2, articles: [one, two] }, [one, two]],
  ["a list deep inside", { query: { page: 1 }, answer: { hits: { hit: [{ info: one }, { info: two }] } } }, [one, two]],
  [
    "papers under their ids",
    { a1: one, a2: two },
    [
      { ...one, id: "a1" },
      { ...two, id: "a2" },
    ],
  ],
  ["papers under their ids in a list's place", { papers: { a1: one, a2: two } }, [one, two]],
  [
    "columns by row numbers (pandas)",
    { title: { 0: one.title, 1: two.title }, abstract: { 0: one.abstract, 1: null }, year: { 0: 2020, 1: 2021 } },
    [
      { ...one, date: "2020" },
      { title: two.title, date: "2021" },
    ],
  ],
  ["columns as lists", { title: [one.title, two.title], abstract: [one.abstract, two.abstract] }, [one, two]],
  ["texts in objects", { title: { value: one.title }, abstract: { text: one.abstract } }, [one]],
  [
    "texts in lists",
    { title: [one.title], abstract: ["Bread", "is old."] },
    [{ title: "On Bread", abstract: "Bread\nis old." }],
  ],
  ["a source of an index", { hits: { hits: [{ _id: "7", _source: one }] } }, [one]],
  [
    "Dublin Core",
    { "dc:title": one.title, "dc:description": one.abstract, "prism:doi": "10.1/a" },
    [{ ...one, doi: "10.1/a" }],
  ],
];

describe("JSON of unknown shape", () => {
  it.each(CASES)("%s", async (_, value, expected) => {
    for (const space of [0, 1]) {
      const { records, problems } = await readText(JSON.stringify(value, null, space));
      expect(records).toMatchObject(expected);
      expect(records).toHaveLength(expected.length);
      expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    }
  });

  it("a summary in an object is named like one that is a text", async () => {
    const tldr = { text: "This is what the paper says in the shortest way that it can be said, and it is true." };
    const { complaints } = await readText(JSON.stringify({ title: "On Bread", tldr }));
    expect(complaints).toEqual(["jsonl/unknown-text:1"]);
  });

  it("codes are no sentences, whatever words are in them", async () => {
    const codes = ["math.OC", "cs.IT", "math.IT", "physics.data-an", "stat.ME", "q-bio.TO", "not-a-word", "is.we"];
    const { complaints } = await readText(
      JSON.stringify({ title: "On Bread", section: codes, codes: codes.join(" ") }),
    );
    expect(complaints).toEqual([]);
  });

  it("objects of other programs among those of one lose no text without a word", async () => {
    const work = { paperId: "a", title: "On Bread", abstract: "Bread is old.", externalIds: {} };
    const daily = { paper: { id: "2409.00001", title: "On Bread", summary: "Bread is old." } };
    for (const lead of [work, daily]) {
      const tldr = "This is what the paper says in the shortest way that it can be said, and it is true.";
      const lines = [lead, { id: "x", title: two.title, Abstract: two.abstract }, { id: "y", title: "On Oats", tldr }];
      const { records, problems } = await readText(lines.map((line) => JSON.stringify(line)).join("\n"));
      expect(records).toMatchObject([one, two, { title: "On Oats" }]);
      expect(records[1]).not.toHaveProperty("url");
      const isTold = problems.some(({ code }) => code.endsWith("/unknown-text"));
      // Of Semantic Scholar's papers the summary stands in an object.
      expect(isTold).toBe(true);
    }
  });

  it("a listing's entries under a name of their own", async () => {
    const entry = { paper: { id: "2409.00001", summary: "Bread is old." }, title: "On Bread" };
    const { format, records } = await readText(JSON.stringify({ date: "today", dailyPapers: [entry, entry] }));
    expect([format, records.length]).toEqual(["daily-json", 2]);
  });

  it("files put together without a line feed between them lose nothing", async () => {
    const { records, problems } = await readText(
      `${JSON.stringify(one)}${JSON.stringify(two)}\n${JSON.stringify(one)}`,
    );
    expect(records).toMatchObject([one, two, one]);
    expect(problems).toEqual([]);
  });

  it("numbers that JSON lacks are null, and told, wherever they stand but in texts", async () => {
    const text =
      '{"title": "On NaN", "abstract": "Bread is \\"NaN\\".", "year": NaN, "n": -Infinity}\n{"title": "On Rye", "abstract": NaN}';
    for (const given of [text, `[${text.replace("\n", ",\n")}]`]) {
      const { records, complaints } = await readText(given);
      expect(records).toMatchObject([{ title: "On NaN", abstract: 'Bread is "NaN".' }, { title: "On Rye" }]);
      expect(records[1]).not.toHaveProperty("abstract");
      expect(complaints).toEqual(["jsonl/syntax:1", "jsonl/syntax:2"]);
    }
  });

  it.each([
    ["one line among others", (lines: readonly string[]) => `${lines.join("\n")},`],
    ["an array whose last item has a comma behind it", (lines: readonly string[]) => `[\n${lines.join(",\n")},\n]`],
    ["objects whose last member has one", (lines: readonly string[]) => lines.join("\n").replaceAll("}", ", }")],
  ])("a comma too many costs nothing: %s", async (_, write) => {
    const { records, problems } = await readText(write([JSON.stringify(one), JSON.stringify(two)]));
    expect(records).toMatchObject([one, two]);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("an object without any text is told", async () => {
    const { records, complaints } = await readText(JSON.stringify({ a: { b: [{ c: 1 }] } }));
    expect([records, complaints]).toEqual([[], ["jsonl/no-text:1"]]);
  });

  it.each([
    ["a line of text above", "Exported on a Monday\n", "jsonl/syntax:1"],
    ["two lines above", "My papers\n2020\n", "jsonl/syntax:1"],
  ])("%s JSON Lines costs itself only", async (_, above, complaint) => {
    const { format, records, complaints } = await readText(`${above}${JSON.stringify(one)}\n${JSON.stringify(two)}\n`);
    expect([format, records.length, complaints[0]]).toEqual(["jsonl", 2, complaint]);
  });

  it("byte-order marks inside files that were put together are none of the text", async () => {
    const { records, complaints } = await readText(`${JSON.stringify(one)}\n\ufeff${JSON.stringify(two)}\n`);
    expect([records.length, complaints]).toEqual([2, []]);
  });
});
