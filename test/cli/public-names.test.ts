import { describe, expect, it } from "vitest";
import { publicNames, withPublicNames } from "../../src/cli/public-names.ts";
import { ingest } from "../../src/ingest.ts";

describe("names of input files in the outputs", () => {
  const cases: readonly [files: string[], names: string[]][] = [
    [["/home/ann/in/a.bib"], ["a.bib"]],
    [
      ["/home/ann/in/a.bib", "/home/ann/in/b.bib"],
      ["a.bib", "b.bib"],
    ],
    [
      ["/home/ann/a/x.bib", "/home/ann/ab/x.bib"],
      ["a/x.bib", "ab/x.bib"],
    ],
    [
      ["/home/ann/..x/a.bib", "/home/ann/b.zip/in/c.bib"],
      ["..x/a.bib", "b.zip/in/c.bib"],
    ],
    [
      ["/a.bib", "/home/b.bib"],
      ["a.bib", "home/b.bib"],
    ],
    [["a.bib", "../b.bib", "-"], []],
    [["a.bib", "/home/ann/b.bib"], ["b.bib"]],
  ];
  it.each(cases)("%j", (files, names) => {
    expect([...publicNames(files).values()]).toEqual(names);
  });

  it("stand in papers and ledger; problems keep the paths that can be opened", async () => {
    const record = JSON.stringify({ title: "On Bread", abstract: "Bread is old." });
    const file = "/home/ann/in/a.jsonl";
    const named = withPublicNames(await ingest([{ file, text: `${record}\n${record}\n{bad` }], { dedupe: true }));
    expect(named.value.papers).toMatchObject([{ source: { file: "a.jsonl" }, also: [{ file: "a.jsonl", line: 2 }] }]);
    expect(named.ledger).toMatchObject([{ subject: "a.jsonl:2", result: "a.jsonl:1" }]);
    expect(named.problems).toMatchObject([{ where: { file, line: 3 } }]);
  });
});
