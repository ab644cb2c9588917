import { readRecords } from "../../src/read/read.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ENDINGS, formatsHelp, formatTable, hasReadableEnding, readableHint, READERS } from "../../src/read/readers.ts";
import { readText } from "./reading.ts";

describe("a format that is not read", () => {
  const cases: readonly [title: string, text: string][] = [
    ["a graph file", '<?xml version="1.0"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns"/>'],
    ["XML", "<?xml version='1.0'?><a/>"],
    ["PDF", "%PDF-1.7\n"],
    ["an archive or an office document", "PK\u0003\u0004..."],
    ["a binary file", "bread\0bread"],
  ];
  it.each(cases)("is refused by its name: %s", async (title, text) => {
    const { format, records, problems } = await readText(text);
    expect([format, records, problems.map(({ message }) => message)]).toEqual([
      "unreadable",
      [],
      [`this looks like ${title}, which is not read`],
    ]);
    expect(problems[0]?.hint).toBeTruthy();
  });
});

describe("what is too long for a text", () => {
  const cases: readonly [what: string, size: number, message: RegExp][] = [
    ["a page, which is read whole", 120, /more than 100 million characters/],
    ["a line of a page", 2_000_000, /more than 1 million characters, which no page/],
    ["a line beyond what a string can hold", 2 ** 30, /longer than a text can be/],
  ];
  it.each(cases)("%s", async (_, size, message) => {
    async function* pieces(): AsyncGenerator<string> {
      yield await Promise.resolve("Of bread and ovens, at length.\n".repeat(2_000));
      // One string, a hundred times: nothing of that length stands in memory.
      const piece = size < 1_000_000 ? `${"x".repeat(999_999)}\n` : "x".repeat(size);
      for (let i = 0; i < size; i++) yield piece;
    }
    const { records, problems } = await readText(pieces());
    expect(records).toEqual([]);
    expect(problems).toMatchObject([{ code: "input/unreadable", severity: "error" }]);
    expect(problems[0]?.message).toMatch(message);
  });
});

describe("what is wrong all over", () => {
  async function* lines(first: string, count: number, given = { lines: 0 }): AsyncGenerator<string> {
    yield await Promise.resolve(first);
    for (; given.lines < count; given.lines += 1000) yield "{bad\n".repeat(1000);
  }

  it("is listed to a bound and counted beyond; what was found in it stays", async () => {
    const { value, problems } = await readRecords([{ file: "file", text: lines('{"title":"On Bread"}\n', 120_000) }]);
    expect(value.records.map(({ title }) => title)).toEqual(["On Bread"]);
    expect(value.files).toMatchObject([{ records: 120_001, skipped: 120_000 }]);
    expect(problems.length).toBeLessThan(20_010);
    expect(problems.at(-1)?.message).toBe("100000 more problems of the kind jsonl/syntax are not listed");
  });

  it("is not read to its end where nothing was found in it", async () => {
    const given = { lines: 0 };
    const { value, problems } = await readRecords([{ file: "file", text: lines("{bad\n", 400_000, given) }]);
    expect(value.records).toEqual([]);
    expect(problems.map(({ code }) => code)).toContain("input/hopeless");
    expect(given.lines).toBeLessThan(110_000);
  });
});

describe("the list of readers", () => {
  it("has one reader to an id, each with endings, a title and where its files come from", () => {
    expect(new Set(READERS.map(({ id }) => id)).size).toBe(READERS.length);
    for (const { endings, from, id, title } of READERS) {
      expect([id, endings.length > 0, from.length > 0, title.length > 0]).toEqual([id, true, true, true]);
      expect(endings.filter((ending) => !/^[a-z]+$/.test(ending))).toEqual([]);
    }
  });

  it("says what a folder is searched for and what can be given", () => {
    expect(ENDINGS).toEqual(expect.arrayContaining(["txt", "jsonl"]));
    expect(["a.TXT", "b.jsonl", "c.png", "txt"].map(hasReadableEnding)).toEqual([true, true, false, false]);
    for (const { title } of READERS) {
      expect(readableHint()).toContain(title);
      expect(formatsHelp()).toContain(title);
    }
  });

  it("is README's table of formats", () => {
    const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
    const between = /<!-- formats: made from src\/read\/readers\.ts -->\n\n([^]*?)\n\n<!-- \/formats -->/.exec(
      readme,
    )?.[1];
    expect(between).toBe(formatTable());
  });
});
