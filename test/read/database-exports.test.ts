/** Exports of databases with one record after the other: each is a paper of its own, none runs into the next. */
import { describe, expect, it } from "vitest";
import { inChunks, readText } from "./reading.ts";

const lines = (...all: readonly string[]): string => all.join("\n");

const CASES: readonly [what: string, format: string, text: string, records: readonly object[]][] = [
  [
    "Ovid with tags",
    "ovid",
    lines(
      "",
      "<1. >",
      "VN  - Ovid Technologies",
      "AN  - 12",
      "AU  - Müller, Jo *",
      "AU  - Lovelace, Ada [Reprint Author]",
      "TI  - The Oven at Night. [Article]",
      "SO  - Journal of Bread. Vol.43(5), Sep 2015, pp. 623-634.",
      "AB  - Background: Bread is old,",
      "      and half of it is eaten.",
      "DO  - https://doi.org/10.1/a",
      "KW  - rye; wheat",
      "",
      "<2. >",
      "TI  - On Rye",
      "YR  - 2016",
    ),
    [
      {
        title: "The Oven at Night",
        abstract: "Background: Bread is old, and half of it is eaten.",
        authors: ["Müller, Jo", "Lovelace, Ada"],
        date: "2015",
        doi: "10.1/a",
        venue: "Journal of Bread",
        keywords: ["rye", "wheat"],
        source: { file: "file", line: 2 },
      },
      { title: "On Rye", date: "2016", source: { file: "file", line: 14 } },
    ],
  ],
  [
    "Ovid with tags that are indented, or with one blank",
    "ovid",
    lines(" <7. >", " VN  - Ovid", " TI  - On Rye", "<8. >", "VN - Ovid", "TI - On Wheat", "AB - Wheat is old."),
    [{ title: "On Rye" }, { title: "On Wheat", abstract: "Wheat is old." }],
  ],
  [
    "Ovid with names of fields",
    "ovid",
    lines(
      "<8>",
      "Accession Number",
      "  14",
      "Author",
      "  Müller, Jo 1;  Lovelace, Ada MD *",
      "Title",
      "  On Bread and",
      "  Rye.[Article]",
      "Source",
      "  Ecobread.   8(6):1048-1064, September 2015.",
      "Abstract",
      "  Bread is old.",
      "Author Keywords",
      "  rye;  wheat",
      "<9>",
      "Title",
      "  On Wheat",
    ),
    [
      {
        title: "On Bread and Rye",
        abstract: "Bread is old.",
        authors: ["Müller, Jo", "Lovelace, Ada MD"],
        date: "2015",
        venue: "Ecobread",
        keywords: ["rye", "wheat"],
      },
      { title: "On Wheat" },
    ],
  ],
  [
    "RefWorks",
    "refworks",
    lines(
      "RT Journal Article",
      "SR Electronic(1)",
      "A1 Müller,Jo",
      "A1 Lovelace,Ada",
      "T1 The Oven at Night",
      "JF Journal of Bread",
      "YR 2020",
      "FD Mar 1",
      "K1 rye",
      "AB Bread is old.",
      "DO 10.1/a",
      "",
      "RT Book, Whole",
      "SR Print",
      "T1 On Rye",
    ),
    [
      {
        title: "The Oven at Night",
        abstract: "Bread is old.",
        authors: ["Müller,Jo", "Lovelace,Ada"],
        date: "2020-03-01",
        venue: "Journal of Bread",
        keywords: ["rye"],
        doi: "10.1/a",
      },
      { title: "On Rye" },
    ],
  ],
  [
    "Crossref's XML",
    "crossref-xml",
    `<?xml version="1.0"?><doi_records><doi_record><crossref><journal><journal_metadata><full_title>Bread</full_title></journal_metadata>
<journal_article><titles><title>On H<sub>2</sub>O</title><subtitle>in bread</subtitle></titles>
<contributors><person_name contributor_role="author"><given_name>Jo</given_name><surname>Müller</surname></person_name>
<organization contributor_role="author">Bakers</organization><person_name contributor_role="editor"><surname>No</surname></person_name></contributors>
<jats:abstract xml:lang="de"><jats:p>Brot ist alt.</jats:p></jats:abstract><jats:abstract xml:lang="en"><jats:title>Abstract</jats:title><jats:p>Bread is old.</jats:p></jats:abstract>
<publication_date media_type="online"><month>03</month><day>01</day><year>2020</year></publication_date>
<doi_data><doi>10.1/a</doi><resource>https://example.org/a</resource></doi_data></journal_article></journal></crossref></doi_record>
<doi_record><crossref><conference><proceedings_metadata><proceedings_title>Bread '20</proceedings_title></proceedings_metadata>
<conference_paper><titles><title>On Rye</title></titles></conference_paper></conference></crossref></doi_record></doi_records>`,
    [
      {
        title: "On H2O: in bread",
        abstract: "Bread is old.",
        authors: ["Jo Müller", "Bakers"],
        date: "2020-03-01",
        doi: "10.1/a",
        url: "https://example.org/a",
        venue: "Bread",
      },
      { title: "On Rye", venue: "Bread '20" },
    ],
  ],
];

describe("exports of databases", () => {
  it.each(CASES)("%s", async (_, format, text, expected) => {
    for (const size of [7, 100_000]) {
      const { format: chosen, records, complaints } = await readText(inChunks(text, size));
      expect([chosen, complaints]).toEqual([format, []]);
      expect(records).toMatchObject(expected);
      expect(records).toHaveLength(expected.length);
    }
  });

  it("a DOI that Crossref does not know is no paper", async () => {
    const { records, complaints } = await readText(
      "<doi_records><doi_record><crossref><error>DOI not found</error></crossref></doi_record></doi_records>",
    );
    expect([records, complaints]).toEqual([[], ["crossref-xml/no-paper:1"]]);
  });
});
