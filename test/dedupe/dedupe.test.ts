import { describe, expect, it } from "vitest";
import { writePaper } from "../../src/contract/paper-fields.ts";
import { joinDuplicates } from "../../src/dedupe/dedupe.ts";
import type { RawRecord } from "../../src/domain/record.ts";
import { byKey } from "../../src/lib/order.ts";
import { seededRandom, shuffle } from "../../src/lib/random.ts";
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
    [
      "versions of one arXiv paper, told by its bare id",
      { id: "2101.00001v1", title: "Pointers", abstract: SOLVERS },
      { id: "arXiv:2101.00001v3", title: "Bread, again", abstract: BREAD },
      1,
    ],
    [
      "a number that only looks like an arXiv id",
      { id: "2101.00001", title: "Pointers", abstract: SOLVERS },
      { id: "2101.00001", title: "Bread, again", abstract: BREAD },
      2,
    ],
    ["editorials without abstracts", { title: "Editorial" }, { title: "Editorial" }, 2],
    [
      "an editorial with an abstract and one without",
      { title: "Editorial", abstract: BREAD },
      { title: "Editorial" },
      2,
    ],
    ["the same column of two issues", { title: "In This Issue" }, { title: "In this issue" }, 2],
    ["an editor's note", { title: "Editor's Note", date: "2020" }, { title: "Editor’s note", date: "2020" }, 2],
    ["in another language", { title: "Vorwort", date: "2020" }, { title: "Vorwort", date: "2020" }, 2],
    ["corrections to papers that are not named", { title: "Author Correction" }, { title: "Author correction" }, 2],
    ["a short title and nothing else", { title: "The Social Brain" }, { title: "The social brain" }, 2],
    [
      "a short title and a year",
      { title: "The Social Brain", date: "1998" },
      { title: "The social brain", date: "1998-05" },
      1,
    ],
    [
      "a long title and nothing else",
      { title: "Bread from an Oven of Clay" },
      { title: "Bread from an oven of clay" },
      1,
    ],
    [
      "letters that have no accent to lose",
      { title: "Größe von Brotlaiben im Øresund", date: "2001" },
      { title: "Grosse von Brotlaiben im Oresund", date: "2001" },
      1,
    ],
    [
      "the same DOI, written differently",
      { title: "A", doi: "10.1/A" },
      { title: "A (preprint)", doi: "https://doi.org/10.1/a" },
      1,
    ],
    [
      "the same DOI, its slash escaped as in an address",
      { title: "A", doi: "10.1/A" },
      { title: "A (preprint)", doi: "https://doi.org/10.1%2Fa" },
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
      "two introductions under their book's DOI",
      { title: "Introduction", abstract: SOLVERS, doi: "10.1/book" },
      { title: "Introduction", abstract: BREAD, doi: "10.1/book" },
      2,
    ],
    [
      "two chapters of one name under their book's DOI",
      { title: "Literature Review", abstract: SOLVERS, doi: "10.1/book" },
      { title: "Literature review", abstract: BREAD, doi: "10.1/book" },
      2,
    ],
    [
      "one introduction under its DOI, read twice",
      { title: "Introduction", abstract: SOLVERS, doi: "10.1/book" },
      { title: "Introduction", abstract: `Abstract. ${SOLVERS}`, doi: "10.1/book" },
      1,
    ],
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
  const more: typeof cases = [
    [
      "row numbers, one with a title only, one with an abstract only",
      { id: 1, title: "Of Solvers" },
      { id: 1, abstract: BREAD },
      2,
    ],
    [
      "row numbers and like titles over different texts",
      { id: 7, title: "Solvers and Time", abstract: SOLVERS },
      { id: 7, title: "Solvers and Bread", abstract: BREAD },
      2,
    ],
    ["row numbers and the same generic title", { id: 7, title: "Introduction" }, { id: 7, title: "Introduction" }, 2],
    ["numbers that JSON rounds", { id: 2 ** 53 + 2, title: "Of Solvers" }, { id: 2 ** 53 + 2, title: "On Bread" }, 2],
    [
      "numbers that a spreadsheet rounds",
      { id: "1.23457E+18", title: "Of Solvers" },
      { id: "1.23457E+18", title: "On Bread" },
      2,
    ],
    [
      "one DOI over different titles",
      { title: "Of Solvers", doi: "10.1/a" },
      { title: "On Bread and Ovens", doi: "10.1/a" },
      2,
    ],
    [
      "one DOI over the parts of a work",
      { title: "Handbook of Bread, Part 1", doi: "10.1/a" },
      { title: "Handbook of Bread, Part 2", doi: "10.1/a" },
      2,
    ],
    [
      "one DOI over parts in numerals",
      { title: "Handbook of Bread II", doi: "10.1/a" },
      { title: "Handbook of Bread III", doi: "10.1/a" },
      2,
    ],
    [
      "one DOI over like titles of different texts",
      { title: "Notes on Solvers", abstract: SOLVERS, doi: "10.1/a" },
      { title: "Notes on Bread", abstract: BREAD, doi: "10.1/a" },
      2,
    ],
    [
      "one DOI, one title with its subtitle",
      { title: "Bread", doi: "10.1/a" },
      { title: "Bread: A History", doi: "10.1/A" },
      1,
    ],
    ["one DOI, a version of it", { title: "Bread", doi: "10.1/a.v2" }, { title: "Bread", doi: "10.1/a" }, 1],
    ["one DOI, one record without a title", { title: "Bread", doi: "10.1/a" }, { abstract: BREAD, doi: "10.1/a" }, 1],
    [
      "a preprint's DOI and the publisher's",
      { title: "Old Ovens", abstract: BREAD, doi: "10.1101/2020.1" },
      { title: "Old ovens", abstract: BREAD, doi: "10.1/a" },
      1,
    ],
    [
      "editorials of one author",
      { title: "Editorial", authors: ["Ada Ames"], date: "2020" },
      { title: "Editorial", authors: ["Ada Ames"], date: "2020" },
      2,
    ],
    [
      "introductions to special issues",
      { title: "Introduction to the Special Issue", authors: ["Ada Ames"] },
      { title: "Introduction to the special issue", authors: ["Ada Ames"] },
      2,
    ],
    [
      "an editorial's abstract, twice",
      { title: "Editorial", abstract: BREAD },
      { title: "Editorial", abstract: BREAD },
      1,
    ],
    [
      "names in another order",
      { title: "On Old Ovens", authors: ["Ames A"] },
      { title: "On old ovens", authors: ["Ada Ames"] },
      1,
    ],
    [
      "names with accents",
      { title: "On Old Ovens", authors: ["Müller, Jo"] },
      { title: "On old ovens", authors: ["J. Muller"] },
      1,
    ],
    [
      "an abstract that says there is none",
      { title: "On Old Ovens", abstract: "n/a" },
      { title: "On old ovens", abstract: BREAD },
      1,
    ],
    [
      "an old arXiv id with its class",
      { title: "A", arxiv_id: "math.GT/0309136" },
      { title: "B", arxiv_id: "arXiv:math.GT/0309136v2" },
      1,
    ],
  ];
  it.each([...cases, ...more])("%s", async (_, a, b, papers) => {
    const { value } = await read(jsonl(a, b));
    expect(value.papers).toHaveLength(papers);
    expect(new Set(value.papers.map(({ id }) => id)).size).toBe(papers);
  });

  describe("gives the same in any order", () => {
    const loaf = (i: number) => `Loaf${i} oven${i} ash${i} rye${i} salt${i}`;
    const texts = Array.from({ length: 400 }, (_, i) => loaf(i));
    // Like a late one: the two would meet only from behind, were the first ones all that is looked at.
    texts.push(`${texts[350]!} more`, texts[360]!);
    const [one, other] = [loaf(1), loaf(2)];
    const cases: readonly [what: string, records: readonly Partial<RawRecord>[], papers: number][] = [
      ["one title over many texts", texts.map((abstract) => ({ title: "Minutes of the Bakers", abstract })), 401],
      ["one id for everything", texts.map((abstract) => ({ id: "7", title: "Of Bread", abstract })), 401],
      ["one DOI for everything", texts.map((abstract) => ({ doi: "10.1/a", title: abstract, abstract })), 401],
      ["one arXiv id for everything", texts.map((abstract) => ({ arxiv_id: "2401.00001", title: abstract })), 1],
      [
        "many records that look the same, and one that is like them",
        [
          ...texts.map(() => ({ id: "7", title: "Of Bread", abstract: one })),
          { id: "7", title: "Bread", abstract: one },
        ],
        1,
      ],
      [
        "two that only a third one joins",
        [
          { title: "On Old Ovens", abstract: one },
          { title: "On Old Ovens", abstract: other },
          { title: "On Old Ovens", abstract: `${one} ${other}` },
        ],
        1,
      ],
      [
        "one that shares no name with those that another one joined",
        [
          { doi: "10.1/a", title: "On Old Ovens", abstract: one },
          { doi: "10.1/a", title: "On Bread", abstract: one },
          { title: "On Old Ovens", abstract: other },
          { title: "On Bread" },
        ],
        2,
      ],
      [
        "an id over a title of many texts and a longer one",
        [
          { id: "7", title: "Introduction" },
          { id: "7", title: "Introduction to bread" },
        ],
        2,
      ],
    ];
    it.each(cases)("%s", (_, records, papers) => {
      const placed = records.map((record, i): RawRecord => {
        return { title: "", ...record, source: { file: "papers.jsonl", line: i + 1 } };
      });
      const random = seededRandom(16);
      const orders = [placed, placed.toReversed(), ...Array.from({ length: 6 }, () => shuffle([...placed], random))];
      const found = orders.map((order) =>
        joinDuplicates(order)
          .value.map(({ source, also = [] }) => [source, ...also].map(({ line }) => line).sort((a, b) => a - b))
          .sort(([a = 0], [b = 0]) => a - b),
      );
      expect(found[0]).toHaveLength(papers);
      for (const other of found) expect(other).toEqual(found[0]);
    });
  });

  describe("says the same of papers in any order of records", () => {
    const two = { title: "On Old Ovens", arxiv_id: "2401.00001" };
    const cases: readonly [what: string, records: readonly Partial<RawRecord>[], keeper: string][] = [
      [
        "who keeps an id: the earliest",
        [
          { id: "7", title: "Ash", abstract: SOLVERS, date: "2021" },
          { id: "7", title: "Rye", abstract: BREAD, date: "2019-05" },
          { id: "7", title: "A Loaf" },
        ],
        "Rye",
      ],
      [
        "who keeps an id, by titles and texts alone",
        ["Ash", "Rye", "Salt", "Loaf"].map((title) => ({ id: "7", title, abstract: `${title} of ${title}` })),
        "Ash",
      ],
      [
        "the numbers behind an id, where even the texts are the same",
        [
          { id: "7", title: "Introduction", date: "2020", doi: "10.1/a" },
          { id: "7", title: "Introduction", date: "2020", doi: "10.1/b" },
          { id: "7", title: "Introduction", date: "2020", doi: "10.1/c" },
          { id: "7-2", title: "Of Solvers" },
        ],
        "Introduction",
      ],
      [
        "every field of a paper that several records say as much of",
        [
          { ...two, id: "a", venue: "Annals of Bread", url: "http://a.example", keywords: ["Rye", "ash"] },
          {
            ...two,
            id: "b",
            venue: "Acta Panis",
            url: "http://b.example",
            keywords: ["rye", "Ash"],
            organization: "O",
          },
          { ...two, id: "c", title: "ON OLD OVENS", doi: "10.1/c", authors: ["A. Ames"] },
          { ...two, id: "d", title: "On old ovens", doi: "10.1/d", authors: ["B. Ames"], organization: "P" },
        ],
        "On Old Ovens",
      ],
    ];
    it.each(cases)("%s", (_, records, keeper) => {
      const random = seededRandom(7);
      const said = Array.from({ length: 12 }, () => {
        const order = shuffle([...records], random);
        const placed = order.map((record, i): RawRecord => {
          return { title: "", ...record, source: { file: "papers.jsonl", line: i + 1 } };
        });
        return joinDuplicates(placed)
          .value.map((paper) => writePaper(paper, ["source", "also"]))
          .sort();
      });
      for (const other of said) expect(other).toEqual(said[0]);
      const papers = said[0]!.map((line) => JSON.parse(line) as RawRecord).sort(byKey(({ id = "" }) => id));
      expect(papers[0]?.title).toBe(keeper);
    });
  });

  it("of more papers with one title than are worth comparing joins those with one abstract, too", () => {
    const title = "Minutes of the Meeting of the Bakers";
    const distinct = Array.from({ length: 400 }, (_, i) => `Loaf${i} oven${i} ash${i} rye${i} salt${i}`);
    const [early, late] = [distinct[5]!, distinct[350]!];
    const records = [...distinct, late, early, `${late} more`].map((abstract, i): RawRecord => {
      return { title, abstract, source: { file: "papers.jsonl", line: i + 1 } };
    });
    const { value: papers, ledger } = joinDuplicates(records);
    expect(papers).toHaveLength(401);
    expect(ledger.map(({ subject, result }) => [subject, result])).toEqual([
      ["papers.jsonl:401", "papers.jsonl:351"],
      ["papers.jsonl:402", "papers.jsonl:6"],
    ]);
  });

  it("keeps where else a paper was read, and takes missing fields from there", async () => {
    const { value, ledger } = await read(jsonl({ title: "A" }, { title: "a", abstract: SOLVERS, date: "2020" }));
    expect(value.papers).toMatchObject([
      { title: "a", abstract: SOLVERS, date: "2020", also: [{ file: "papers.jsonl", line: 2 }] },
    ]);
    expect(ledger).toMatchObject([{ action: "merge", subject: "papers.jsonl:2", rule: "same title" }]);
  });

  describe("takes each field from the record that says most", () => {
    const same = { title: "On Old Ovens", arxiv_id: "2401.00001" };
    const merges: readonly [what: string, a: object, b: object, merged: object][] = [
      ["the longer abstract", { abstract: "Bread is old." }, { abstract: BREAD }, { abstract: BREAD }],
      ["an abstract that is one", { abstract: "n/a" }, { abstract: "Old." }, { abstract: "Old." }],
      [
        "the title with its subtitle",
        { title: "On Old Ovens" },
        { title: "On Old Ovens: Ash" },
        { title: "On Old Ovens: Ash" },
      ],
      ["the title in small letters", { title: "ON OLD OVENS" }, { title: "On Old Ovens" }, { title: "On Old Ovens" }],
      [
        "all authors",
        { authors: ["A. Ames"] },
        { authors: ["Ada Ames", "Bo Berg"] },
        { authors: ["Ada Ames", "Bo Berg"] },
      ],
      ["authors by their whole names", { authors: ["A. Ames"] }, { authors: ["Ada Ames"] }, { authors: ["Ada Ames"] }],
      ["the earlier date", { date: "2021-05" }, { date: "2020-12-31" }, { date: "2020-12-31" }],
      ["the day in the year", { date: "2020" }, { date: "2020-12-31" }, { date: "2020-12-31" }],
      ["the date it has", {}, { date: "2020" }, { date: "2020" }],
      [
        "the publisher's DOI beside the arXiv id",
        { doi: "10.48550/arXiv.2401.00001" },
        { doi: "10.1/a" },
        { doi: "10.1/a", arxiv_id: "2401.00001" },
      ],
      [
        "the place of publication",
        { venue: "arXiv (Cornell)" },
        { venue: "Annals of Bread" },
        { venue: "Annals of Bread" },
      ],
      [
        "all keywords once",
        { keywords: ["Rye", "oven"] },
        { keywords: ["rye", "ash"] },
        { keywords: ["Rye", "oven", "ash"] },
      ],
    ];
    it.each(merges)("%s", async (_, a, b, merged) => {
      for (const [first, second] of [
        [a, b],
        [b, a],
      ] as const) {
        const { value, ledger } = await read(jsonl({ ...same, ...first }, { ...same, ...second }));
        expect(value.papers).toHaveLength(1);
        const { keywords, ...paper } = value.papers[0]!;
        const { keywords: wanted, ...rest } = merged as { keywords?: string[] };
        expect(paper).toMatchObject(rest);
        expect(keywords?.map((word) => word.toLowerCase()).sort()).toEqual(
          wanted?.map((word) => word.toLowerCase()).sort(),
        );
        expect(ledger).toHaveLength(1);
      }
    });
  });

  it("makes one paper of all that a later record belongs to", async () => {
    const { value, ledger } = await read(
      jsonl(
        { title: "Old Ovens", doi: "10.1/a" },
        { title: "Ash", arxiv_id: "2401.00001" },
        { title: "On Bread" },
        { title: "Old Ovens", doi: "10.1/a", arxiv_id: "2401.00001" },
      ),
    );
    expect(value.papers).toMatchObject([
      { doi: "10.1/a", arxiv_id: "2401.00001", also: [{ line: 2 }, { line: 4 }] },
      { title: "On Bread" },
    ]);
    expect(ledger.map(({ subject, result }) => `${subject} ${result ?? ""}`)).toEqual([
      "papers.jsonl:4 papers.jsonl:1",
      "papers.jsonl:2 papers.jsonl:1",
    ]);
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

it("gives a paper one title, whether or not its records' dates have days", async () => {
  const titleOf = async (date: string) =>
    (
      await read(
        jsonl(
          { title: "Slow Ovens in Bread-Baking", abstract: BREAD, date },
          { title: "Slow Ovens in Bread-baking", abstract: BREAD, date: "2007" },
        ),
      )
    ).value.papers.map(({ title }) => title);
  const [one] = await titleOf("2007");
  expect(await titleOf("2007-05-03")).toEqual([one]);
  expect(await titleOf("2007-01-01")).toEqual([one]);
});
