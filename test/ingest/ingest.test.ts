import { describe, expect, it } from "vitest";
import { ingest } from "../../src/ingest/ingest.ts";

const jsonl = (...values: unknown[]): string =>
  values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join("\n");
const read = (text: string, dedupe = true) => ingest([{ file: "papers.jsonl", text }], { dedupe });
const SOLVERS =
  "We predict how long a solver will run from features of the formula and of the first seconds of its search.";

describe("papers as JSONL", () => {
  it("are taken with all fields of the contract; text stands for abstract", () => {
    const { value, problems } = read(
      jsonl(
        { id: 7, title: "A", text: "One.", date: "2024-05", authors: ["X", ""], doi: "10.1/a" },
        { title: "B" },
        { text: "Only a text." },
      ),
    );
    expect(value.papers).toMatchObject([
      {
        id: "7",
        title: "A",
        abstract: "One.",
        date: "2024-05",
        authors: ["X"],
        doi: "10.1/a",
        source: { file: "papers.jsonl", line: 1 },
      },
      { title: "B", source: { line: 2 } },
      { title: "", abstract: "Only a text." },
    ]);
    expect(value.papers[1]).not.toHaveProperty("abstract");
    expect(problems).toEqual([]);
  });

  it("with a bad line lose that line only, and name it", () => {
    const { value, problems } = read(jsonl({ title: "A" }, '{"title": "cut', "[1]", { id: "x" }, { title: "B" }));
    expect(value.papers.map(({ title }) => title)).toEqual(["A", "B"]);
    expect(problems.map(({ code, where }) => [code, where?.line])).toEqual([
      ["jsonl/syntax", 2],
      ["jsonl/no-object", 3],
      ["jsonl/no-text", 4],
    ]);
  });
});

describe("a format that is not read", () => {
  const cases: readonly [name: string, text: string][] = [
    ["XML or HTML", "<?xml version='1.0'?><a/>"],
    ["BibTeX", "@article{a,\n  title = {On Bread},\n  abstract = {Bread is old.}\n}"],
    ["RIS", "TY  - JOUR\nTI  - On Bread\nAB  - Bread is old.\nER  -\n"],
    ["MEDLINE", "PMID- 1\nTI  - On Bread\n"],
    ["CSV", "Authors,Title,Year,Abstract\nA,On Bread,2001,Bread is old.\n"],
    ["PDF", "%PDF-1.7\n"],
  ];
  it.each(cases)("is refused by its name: %s", (name, text) => {
    const { value, problems } = ingest([{ file: "x", text }], { dedupe: true });
    expect([value.papers, problems.map(({ message }) => message)]).toEqual([
      [],
      [`this looks like ${name}, which is not read`],
    ]);
  });
});

describe("deduplication", () => {
  const cases: readonly [why: string, a: object, b: object, papers: number][] = [
    [
      "the same title in another case, no ids",
      { title: "Pointer Nets", abstract: SOLVERS },
      { title: "POINTER NETS", abstract: SOLVERS },
      1,
    ],
    [
      "the same title, one without abstract",
      { title: "Pointer Nets", abstract: SOLVERS },
      { title: "Pointer nets." },
      1,
    ],
    [
      "the same title over different texts",
      { title: "Introduction", abstract: SOLVERS },
      { title: "Introduction", abstract: "Bread is old." },
      2,
    ],
    ["the same title, different DOIs", { title: "A", doi: "10.1/a" }, { title: "A", doi: "10.1/b" }, 2],
    [
      "the same DOI, written differently",
      { title: "A", doi: "10.1/A" },
      { title: "A (preprint)", doi: "https://doi.org/10.1/a" },
      1,
    ],
    [
      "two versions of one arXiv id",
      { title: "A", arxiv_id: "2401.00001v1" },
      { title: "A2", arxiv_id: "arXiv:2401.00001v3" },
      1,
    ],
    [
      "two papers on one subject",
      { title: "Online Search Cost Estimation for SAT Solvers", abstract: SOLVERS },
      { title: "Online Estimation of SAT Solving Runtime", abstract: SOLVERS },
      2,
    ],
  ];
  it.each(cases)("%s", (_, a, b, papers) => {
    expect(read(jsonl(a, b)).value.papers).toHaveLength(papers);
  });

  it("keeps where else a paper was read, and takes missing fields from there", () => {
    const { value, ledger } = read(jsonl({ title: "A" }, { title: "a", abstract: SOLVERS, date: "2020" }));
    expect(value.papers).toMatchObject([
      { title: "A", abstract: SOLVERS, date: "2020", also: [{ file: "papers.jsonl", line: 2 }] },
    ]);
    expect(ledger).toMatchObject([{ action: "merge", subject: "papers.jsonl:2", rule: "same title" }]);
  });

  it("can be switched off; ids stay unique", () => {
    const { value } = read(
      jsonl({ title: "A", abstract: "x" }, { title: "A", abstract: "y" }, { title: "A", abstract: "y" }),
      false,
    );
    expect(new Set(value.papers.map(({ id }) => id)).size).toBe(3);
    expect(value.report).toMatchObject({ records: 3, papers: 3, duplicates: 0 });
  });
});
