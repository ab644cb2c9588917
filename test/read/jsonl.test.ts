import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonItems } from "../../src/read/json-items.ts";
import { chunksOf } from "../../src/read/chunks.ts";
import { MOST_MEMBERS } from "../../src/read/json-width.ts";
import { inChunks, readText } from "./reading.ts";

const jsonl = (...values: unknown[]): string =>
  values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join("\n");

const LONG =
  "The tide rises twice a day. The harbour master writes both heights into his book, and the book is older than the harbour.";

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

  it("may have comments of several lines, and one that nobody ends costs no paper", async () => {
    for (const end of [" */", ""]) {
      const text = jsonl("/* exported", `   on a Monday${end}`, { title: "A" }, "/* more", "*/", { title: "B" });
      const { records, complaints } = await readText(text);
      expect(records.map(({ title }) => title)).toEqual(["A", "B"]);
      expect(complaints).toEqual(["jsonl/comment:1", "jsonl/comment:4"]);
    }
  });

  describe("have texts under other names", () => {
    const text = "The tide rises twice a day, and the harbour master writes both heights into his book each time.";
    const cases: readonly [
      what: string,
      object: object,
      abstract: string | undefined,
      complaint: string | undefined,
    ][] = [
      ["an abstract in capitals", { Title: "A", Abstract: text }, text, undefined],
      ["a table's columns", { "Article Title": "A", "Abstract Note": text }, text, undefined],
      ["a summary", { title: "A", summary: text }, text, 'the field "summary" is read as the abstract'],
      [
        "a summary beside an abstract",
        { title: "A", abstract: "Short.", summary: text },
        "Short.",
        '"summary" holds texts',
      ],
      ["a short version", { title: "A", tldr: text }, undefined, 'the field "tldr" holds texts that are not read'],
      ["notes", { title: "A", abstract: "Short.", notes: text }, "Short.", 'the field "notes" holds texts'],
      ["the same text twice", { title: "A", abstract: text, text }, text, undefined],
      [
        "a list of names",
        { title: "A", affiliations: "University of the Sea, Harbour Office of the City, ".repeat(3) },
        undefined,
        undefined,
      ],
      ["an address", { title: "A", link: `https://example.org/${"a".repeat(90)}` }, undefined, undefined],
    ];
    it.each(cases)("%s", async (_, object, abstract, complaint) => {
      const { records, problems } = await readText(jsonl(object, object));
      expect(records.map((record) => [record.title, record.abstract])).toEqual([
        ["A", abstract],
        ["A", abstract],
      ]);
      const said = problems.filter(({ code }) => code !== "jsonl/no-abstract").map(({ message }) => message);
      expect(said).toHaveLength(complaint === undefined ? 0 : 1);
      expect(said[0] ?? "").toContain(complaint ?? "");
    });
  });

  it.each([
    ["the abstract under the title's name", { title: LONG, abstract: "Tides in a Harbour" }, true],
    ["a long title over a short text", { title: "Tides and ".repeat(20), abstract: "A note." }, false],
    ["a title of two sentences over its abstract", { title: LONG, abstract: `${LONG} ${LONG}` }, false],
    ["no abstract", { title: LONG, abstract: "n/a" }, false],
  ])("are told when a title looks like an abstract, and the other way round: %s", async (_, object, isTold) => {
    const { records, complaints } = await readText(jsonl(object));
    expect([records.length, complaints]).toEqual([1, isTold ? ["jsonl/swapped:1"] : []]);
  });

  describe("hold nothing under placeholders", () => {
    const nothing = [
      "n/a",
      "N/A",
      "N.A.",
      "#N/A",
      "(none)",
      "[null]",
      "NaN",
      "undefined",
      "-",
      "—",
      "??",
      "0",
      "TBD",
      "t.b.a.",
      "unknown",
      "not available",
      "not applicable",
      "no doi",
      "pending",
      "  ",
    ];
    it.each(nothing)("%s", async (text) => {
      const object = { id: text, title: "A", abstract: text, doi: text, venue: text, authors: [text], date: text };
      const { records, complaints } = await readText(jsonl(object));
      expect(records).toEqual([{ title: "A", source: { file: "file", line: 1 } }]);
      // No date is 0.
      expect(complaints).toEqual(text === "0" ? ["jsonl/date:1"] : []);
    });
    it.each([
      "[No abstract available]",
      "Abstract not available.",
      "No abstract is available for this article",
      "no abstract",
    ])("%s", async (abstract) => {
      const { records, problems } = await readText(jsonl({ title: "A", abstract }));
      expect(records[0]).not.toHaveProperty("abstract");
      expect(problems.map(({ code }) => code)).toEqual(["jsonl/no-abstract"]);
    });
    it.each(["No Title Search in Abstracts", "None of Us", "Nonequilibrium", "N-acetylcysteine", "Unknown Pleasures"])(
      "unlike the title %s",
      async (title) => {
        expect((await readText(jsonl({ title }))).records[0]).toHaveProperty("title", title);
      },
    );
  });

  it.each([
    "# exported",
    "// exported",
    "% exported",
    "; exported",
    "-- exported",
    "/* exported */",
    " * exported",
    "<!-- x -->",
  ])("may have comments above: %s", async (note) => {
    const openalex = {
      id: "https://openalex.org/W1",
      display_name: "A",
      abstract_inverted_index: { Waves: [0], rise: [1] },
    };
    const text = `${note}\n\n${note}\n`;
    const lines = await readText(text + jsonl(openalex, openalex));
    expect([lines.format, lines.records[0]?.abstract, lines.complaints]).toEqual([
      "openalex",
      "Waves rise",
      ["openalex/comment:1", "openalex/comment:3"],
    ]);
    const array = await readText(`${text}[\n${jsonl(openalex)}\n]`);
    expect([array.records.map(({ source }) => source.line), array.complaints.length]).toEqual([[5], 2]);
  });

  describe("have their dates checked", () => {
    const dates: readonly [given: unknown, date: string | undefined, complaint: boolean][] = [
      [1714348800, "2024-04-29", true],
      [1714348800000, "2024-04-29", true],
      [1714348800.5, "2024-04-29", true],
      [0, undefined, true],
      [-1, undefined, true],
      [2024, "2024", false],
      [[2024, 4, 29], "2024-04-29", false],
      [[[2024, 4, 29]], "2024-04-29", false],
      [{ "date-parts": [[2024, 4, 29]] }, "2024-04-29", false],
      [{ $date: "2024-04-29T00:00:00Z" }, "2024-04-29", false],
      [{ year: 2024, month: 4 }, "2024-04", false],
      [{ on: "a day" }, undefined, true],
      ["0000-00-00", undefined, true],
      ["2024-13-45", undefined, true],
      ["31 Feb 2024", undefined, true],
      ["29\u00a0Apr\u00a02024", "2024-04-29", false],
      ["n/a", undefined, false],
      [null, undefined, false],
      [true, undefined, true],
    ];
    it.each(dates)("%j", async (given, date, complaint) => {
      const { records, complaints } = await readText(jsonl({ title: "A", date: given }));
      expect([records[0]?.date, complaints]).toEqual([date, complaint ? ["jsonl/date:1"] : []]);
    });
  });

  it("say what becomes of numbers that are none", async () => {
    const said = async (number: string) => (await readText(`{"id": ${number}, "title": "A"}`)).problems[0]?.message;
    expect(await said("1e400")).toContain("left out");
    expect(await said("2401.10020")).toContain("taken as 2401.1002");
  });

  describe("lose no member without a word", () => {
    const cases: readonly [member: string, kept: object, complaint: string | undefined][] = [
      ['"id": 9007199254740993', {}, "inexact"],
      ['"id": 1e400', {}, "inexact"],
      ['"id": 2401.10020', { id: "2401.1002" }, "inexact"],
      ['"arxiv_id": 2401.10020', {}, "inexact"],
      ['"id": {"a": 1}', {}, "lost-member"],
      ['"doi": 5', {}, "lost-member"],
      ['"doi": "see below"', {}, "lost-member"],
      ['"doi": "n/a"', {}, undefined],
      ['"arxiv_id": "x"', {}, "lost-member"],
      ['"url": ["https://example.org"]', {}, "lost-member"],
      ['"venue": false', {}, "lost-member"],
      ['"keywords": {}', {}, "lost-member"],
      ['"authors": {"name": "A"}', {}, "lost-member"],
      ['"authors": null', {}, undefined],
      ['"author_count": "3"', {}, "lost-member"],
      ['"author_count": -1', {}, "lost-member"],
      ['"venue": 7', { venue: "7" }, undefined],
    ];
    it.each(cases)("%s", async (member, kept, complaint) => {
      const { records, complaints } = await readText(`{${member}, "title": "A"}`);
      expect(records).toEqual([{ title: "A", source: { file: "file", line: 1 }, ...kept }]);
      expect(complaints).toEqual(complaint === undefined ? [] : [`jsonl/${complaint}:1`]);
    });
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
    ["an empty array", "[]", [], ["input/empty:1"]],
  ];
  it.each(cases)("%s", async (_, text, found, expected) => {
    for (const size of [1, 7, 10_000]) {
      const { records, complaints } = await readText(inChunks(text, size));
      expect(records.map(({ title, source }) => [title, source.line])).toEqual(found);
      expect(complaints).toEqual(expected);
    }
  });

  it("is not read on where it is only deep", async () => {
    const { records, problems } = await readText(`[\n {"title": "A"},\n${"[".repeat(20_000)}`);
    expect(records).toHaveLength(1);
    const told = problems.filter(({ severity }) => severity === "error");
    expect(told).toMatchObject([{ where: { line: 3 } }]);
    expect(told[0]?.message).toContain("10000 brackets inside each other");
  });

  it("takes no object apart that is wider than any list of papers", async () => {
    const members = (count: number, value: string): string =>
      Array.from({ length: count }, (_, i) => `"m\\"${i},{":${value}`).join();
    const wide = [
      `{${members(MOST_MEMBERS + 1, "1")}}`,
      `{"x": [[{${members(MOST_MEMBERS + 1, '{"a":1}')}}]]}`,
      `{"title": "A", "y": {${members(MOST_MEMBERS + 1, '"v"')}}}`,
    ];
    for (const line of wide) {
      const { records, problems } = await readText(`{"title": "A"}\n${line}\n{"title": "B"}\n`);
      expect(records.map(({ title }) => title)).toEqual(["A", "B"]);
      const told = problems.filter(({ severity }) => severity === "error");
      expect(told).toMatchObject([{ where: { line: 2 } }]);
      expect(told[0]?.message).toContain(`more than ${MOST_MEMBERS} members`);
    }
    // Commas in texts, between objects and in lists are none of an object's members.
    const [commas, lists] = [",".repeat(MOST_MEMBERS * 6), `[${"1,".repeat(MOST_MEMBERS * 3)}1]`];
    const narrow = `{"title": "A", "note": "\\\\\\"${commas}", "y": ${lists}, "z": [${"{},".repeat(MOST_MEMBERS)}{}]}`;
    const { records, problems } = await readText(`${narrow}\n`);
    expect(records).toHaveLength(1);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
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
