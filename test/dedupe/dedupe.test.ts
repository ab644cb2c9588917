import { describe, expect, it } from "vitest";
import { ingest } from "../../src/ingest.ts";

const jsonl = (...values: object[]): string => values.map((value) => JSON.stringify(value)).join("\n");
const read = async (text: string, dedupe = true) => ingest([{ file: "papers.jsonl", text }], { dedupe });
const SOLVERS =
  "We predict how long a solver will run from features of the formula and of the first seconds of its search.";
const BREAD = "Bread is old, and the oven is older; loaves found in the ash were weighed again.";

describe("deduplication", () => {
  const cases: readonly [why: string, a: object, b: object, papers: number][] = [
    [
      "the same title in another case, no ids",
      { title: "Pointer Nets", abstract: SOLVERS },
      { title: "POINTER NETS", abstract: SOLVERS },
      1,
    ],
    ["the same title, accents apart", { title: "Fréchet Means", abstract: SOLVERS }, { title: "Frechet means" }, 1],
    [
      "the same title, one without abstract",
      { title: "Pointer Nets", abstract: SOLVERS },
      { title: "Pointer nets." },
      1,
    ],
    [
      "the same title over different texts",
      { title: "Introduction", abstract: SOLVERS },
      { title: "Introduction", abstract: BREAD },
      2,
    ],
    ["the same title, different DOIs", { title: "A", doi: "10.1/a" }, { title: "A", doi: "10.1/b" }, 2],
    [
      "the same title, years apart, one without abstract",
      { title: "Pointer Nets", abstract: SOLVERS, date: "1999" },
      { title: "Pointer Nets", date: "2015" },
      2,
    ],
    [
      "the same title, other first authors, one without abstract",
      { title: "Pointer Nets", abstract: SOLVERS, authors: ["Ada Lovelace"] },
      { title: "Pointer Nets", authors: ["Babbage, Charles"] },
      2,
    ],
    ["editorials without abstracts", { title: "Editorial" }, { title: "Editorial" }, 2],
    [
      "the same DOI, written differently",
      { title: "A", doi: "10.1/A" },
      { title: "A (preprint)", doi: "https://doi.org/10.1/a" },
      1,
    ],
    [
      "two chapters under their book's DOI",
      { title: "Of Solvers", abstract: SOLVERS, doi: "10.1/book" },
      { title: "On Bread", abstract: BREAD, doi: "10.1/book" },
      2,
    ],
    ["a placeholder for a DOI", { title: "Of Solvers", doi: "n/a" }, { title: "On Bread", doi: "n/a" }, 2],
    ["a placeholder for an id", { id: "n/a", title: "Of Solvers" }, { id: "n/a", title: "On Bread" }, 2],
    [
      "row numbers for ids",
      { id: 1, title: "Of Solvers", abstract: SOLVERS },
      { id: 1, title: "On Bread", abstract: BREAD },
      2,
    ],
    ["an id and a like title", { id: "x", title: "Of Solvers" }, { id: "x", title: "Of solvers, again" }, 1],
    [
      "other ids, all else the same",
      { id: 1, title: "Of Solvers", abstract: SOLVERS },
      { id: 2, title: "Of Solvers", abstract: SOLVERS },
      1,
    ],
    [
      "two versions of one arXiv id",
      { title: "A", arxiv_id: "2401.00001v1" },
      { title: "A2", arxiv_id: "arXiv:2401.00001v3" },
      1,
    ],
    [
      "an arXiv id and its DOI",
      { title: "A", arxiv_id: "2401.00001v1" },
      { title: "A", doi: "https://doi.org/10.48550/arXiv.2401.00001" },
      1,
    ],
    [
      "two papers on one subject",
      { title: "Online Search Cost Estimation for SAT Solvers", abstract: SOLVERS },
      { title: "Online Estimation of SAT Solving Runtime", abstract: SOLVERS },
      2,
    ],
  ];
  it.each(cases)("%s", async (_, a, b, papers) => {
    const { value } = await read(jsonl(a, b));
    expect(value.papers).toHaveLength(papers);
    expect(new Set(value.papers.map(({ id }) => id)).size).toBe(papers);
  });

  it("keeps where else a paper was read, and takes missing fields from there", async () => {
    const { value, ledger } = await read(jsonl({ title: "A" }, { title: "a", abstract: SOLVERS, date: "2020" }));
    expect(value.papers).toMatchObject([
      { title: "A", abstract: SOLVERS, date: "2020", also: [{ file: "papers.jsonl", line: 2 }] },
    ]);
    expect(ledger).toMatchObject([{ action: "merge", subject: "papers.jsonl:2", rule: "same title" }]);
  });

  it("tells equal ids of unlike papers apart, and names both places", async () => {
    const { value, problems } = await read(
      jsonl({ id: 1, title: "Of Solvers", abstract: SOLVERS }, { id: 1, title: "On Bread", abstract: BREAD }),
    );
    expect(value.papers.map(({ id }) => id)).toEqual(["1", expect.stringMatching(/^1-[0-9a-f]{6}$/)]);
    expect(problems).toMatchObject([
      { code: "dedupe/same-id", message: expect.stringContaining("papers.jsonl:1") as string, where: { line: 2 } },
    ]);
  });

  it("can be switched off; ids stay unique", async () => {
    const { value } = await read(
      jsonl({ title: "A", abstract: "x" }, { title: "A", abstract: "y" }, { title: "A", abstract: "y" }),
      false,
    );
    expect(new Set(value.papers.map(({ id }) => id)).size).toBe(3);
    expect(value.report).toMatchObject({ records: 3, papers: 3, duplicates: 0 });
  });
});
