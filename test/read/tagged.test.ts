import { describe, expect, it } from "vitest";
import { readText } from "./reading.ts";

const text = (...lines: readonly string[]): string => lines.join("\n");

describe("formats of tagged lines", () => {
  const cases: readonly [format: string, text: string, record: object][] = [
    [
      "ris",
      text(
        "Provider: a library",
        "TY  - JOUR",
        "TI  - The Oven at",
        "      Night",
        "AU  - Müller, Jo",
        "AU  - Lovelace, Ada",
        "PY  - 2020/03/01/",
        "JF  - Journal of Bread",
        "AB  - Bread is old,",
        "and half of it is eaten.",
        "KW  - rye; wheat",
        "KW  - spelt",
        "DO  - https://doi.org/10.1/a",
        "UR  - https://example.org/a",
        "ER  - ",
      ),
      {
        title: "The Oven at Night",
        abstract: "Bread is old, and half of it is eaten.",
        authors: ["Müller, Jo", "Lovelace, Ada"],
        date: "2020-03-01",
        keywords: ["rye", "wheat", "spelt"],
        doi: "10.1/a",
        url: "https://example.org/a",
        venue: "Journal of Bread",
        source: { file: "file", line: 2 },
      },
    ],
    [
      "medline",
      text(
        "",
        "PMID- 12",
        "OWN - NLM",
        "DP  - 2020 Mar 1",
        "TI  - The Oven at",
        "      Night.",
        "LID - 10.1/a [doi]",
        "AB  - BACKGROUND: Bread is old,",
        "      and half of it is eaten.",
        "FAU - Müller, Jo",
        "AU  - Müller J",
        "JT  - Journal of Bread",
        "MH  - *Bread",
      ),
      {
        title: "The Oven at Night.",
        abstract: "BACKGROUND: Bread is old, and half of it is eaten.",
        authors: ["Müller, Jo"],
        date: "2020-03-01",
        keywords: ["Bread"],
        doi: "10.1/a",
        url: "https://pubmed.ncbi.nlm.nih.gov/12/",
        venue: "Journal of Bread",
        source: { file: "file", line: 2 },
      },
    ],
    [
      "wos",
      text(
        "FN Clarivate Analytics Web of Science",
        "VR 1.0",
        "PT J",
        "AU Muller, J",
        "   Lovelace, A",
        "TI The Oven at",
        "   Night",
        "SO JOURNAL OF BREAD",
        "AB Bread is old,",
        "   and half of it is eaten.",
        "DE rye; wheat",
        "PD MAR",
        "PY 2020",
        "UT WOS:000001",
        "ER",
        "",
        "EF",
      ),
      {
        id: "WOS:000001",
        title: "The Oven at Night",
        abstract: "Bread is old, and half of it is eaten.",
        authors: ["Muller, J", "Lovelace, A"],
        date: "2020-03",
        keywords: ["rye", "wheat"],
        venue: "JOURNAL OF BREAD",
        source: { file: "file", line: 3 },
      },
    ],
    [
      "endnote",
      text(
        "%0 Journal Article",
        "%A Müller, Jo",
        "%A Lovelace, Ada",
        "%T The Oven at Night",
        "%J Journal of Bread",
        "%D 2020",
        "%X Bread is old, and half of it is eaten.",
        "%K rye; wheat",
        "%R doi:10.1/a",
        "%U https://example.org/a",
      ),
      {
        title: "The Oven at Night",
        abstract: "Bread is old, and half of it is eaten.",
        authors: ["Müller, Jo", "Lovelace, Ada"],
        date: "2020",
        keywords: ["rye", "wheat"],
        doi: "10.1/a",
        url: "https://example.org/a",
        venue: "Journal of Bread",
        source: { file: "file", line: 1 },
      },
    ],
    [
      "weekly-dump",
      text(
        "Title: The Oven at",
        "  Night: a Study",
        "PDF: https://arxiv.org/pdf/2001.00001",
        "Summary: Bread is old.",
        "---",
      ),
      {
        title: "The Oven at Night: a Study",
        abstract: "Bread is old.",
        arxiv_id: "2001.00001",
        url: "https://arxiv.org/pdf/2001.00001",
        source: { file: "file", line: 1 },
      },
    ],
  ];
  it.each(cases)("%s", async (format, given, record) => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const read = await readText(`\uFEFF${given.replaceAll("\n", end)}`);
      expect([read.format, read.complaints]).toEqual([format, []]);
      expect(read.records).toEqual([record]);
    }
  });
});

describe("damaged files of tagged lines", () => {
  const cases: readonly [
    what: string,
    text: string,
    found: readonly [title: string, line: number][],
    complaints?: string[],
  ][] = [
    [
      "RIS without its last ER",
      "TY  - JOUR\nTI  - A\nER  -\nTY  - JOUR\nTI  - B",
      [
        ["A", 1],
        ["B", 4],
      ],
    ],
    [
      "RIS without any ER",
      "TY  - JOUR\nTI  - A\nTY  - JOUR\nTI  - B",
      [
        ["A", 1],
        ["B", 3],
      ],
    ],
    ["RIS with one blank for two", "TY - JOUR\nTI - A\nER - ", [["A", 1]]],
    ["RIS whose abstract speaks of ER", "TY  - JOUR\nTI  - A\nAB  - the\nER stress\nER  -", [["A", 1]]],
    ["RIS with separators of lines in a text", "TY  - JOUR\nTI  - A\u2028 B\nER  -", [["A B", 1]]],
    [
      "RIS with fields between two records",
      "TY  - JOUR\nTI  - A\nER  -\nNL  - Bread\n\n2.\nTY  - JOUR\nTI  - B\nER  -",
      [
        ["A", 1],
        ["B", 7],
      ],
    ],
    ["RIS with an empty record", "TY  - JOUR\nTY  - BOOK\nTI  - B\nER  -", [["B", 2]], ["ris/no-text:1"]],
    ["RIS without texts", "TY  - JOUR\nPY  - 2000\nER  -\nTY  - JOUR\nTI  - B\nER  -", [["B", 4]], ["ris/no-text:1"]],
    [
      "PubMed records without their numbers",
      "OWN - NLM\nTI  - A\n\nOWN - NLM\nTI  - B",
      [
        ["A", 1],
        ["B", 4],
      ],
    ],
    [
      "Web of Science cut in a record",
      "FN x\nVR 1.0\nPT J\nTI A\nER\nPT J\nTI B",
      [
        ["A", 3],
        ["B", 6],
      ],
    ],
    [
      "EndNote without types",
      "%T A\n%D 2000\n\n%T B\n%D 2000",
      [
        ["A", 1],
        ["B", 4],
      ],
    ],
    [
      "a dump whose abstract goes over lines",
      "Title: A\nSummary: one\ntwo\n---\nTitle: B\nSummary: x\n---",
      [
        ["A", 1],
        ["B", 5],
      ],
    ],
  ];
  it.each(cases)("%s", async (_, given, found, complaints = []) => {
    const read = await readText(given);
    expect(read.records.map(({ title, source }) => [title, source.line])).toEqual(found);
    expect(read.complaints).toEqual(complaints);
  });
});

describe("an abstract under several tags", () => {
  const cases: readonly [what: string, text: string, abstract: string][] = [
    [
      "RIS, with a notice",
      "TY  - JOUR\nTI  - A\nAB  - Bread is old.\nAB  - Copyright of bakers.\nER  -",
      "Bread is old.\nCopyright of bakers.",
    ],
    ["RIS, twice the same", "TY  - JOUR\nTI  - A\nAB  - Bread is old.\nN2  - Bread is old.\nER  -", "Bread is old."],
    ["RIS, shortened", "TY  - JOUR\nTI  - A\nN2  - Bread\nAB  - Bread is old.\nER  -", "Bread is old."],
    ["EndNote, a tag a paragraph", "%0 Book\n%T A\n%X Bread is old.\n%X It is good.", "Bread is old.\nIt is good."],
    ["PubMed", "PMID- 1\nTI  - A\nAB  - Bread is old.\nAB  - It is good.", "Bread is old.\nIt is good."],
  ];
  it.each(cases)("%s", async (_, text, abstract) => {
    expect((await readText(text)).records.map((record) => record.abstract)).toEqual([abstract]);
  });
});
