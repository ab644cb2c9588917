import { describe, expect, it } from "vitest";
import { plainText } from "../../src/read/fields/markup.ts";
import { fromInvertedIndex } from "../../src/read/openalex.ts";
import { inChunks, readText } from "./reading.ts";

const people = ["Jo Müller", "Ada Lovelace"];

describe("JSON formats", () => {
  const cases: readonly [format: string, value: object, record: object][] = [
    [
      "openalex",
      {
        results: [
          {
            id: "https://openalex.org/W1",
            doi: "https://doi.org/10.1/a",
            display_name: "On <i>Bread</i>",
            publication_date: "2020-03-01",
            authorships: people.map((display_name) => ({ author: { display_name } })),
            abstract_inverted_index: { old: [2], Bread: [0], is: [1] },
          },
        ],
      },
      { title: "On Bread", abstract: "Bread is old", doi: "10.1/a", date: "2020-03-01", authors: people },
    ],
    [
      "semantic-scholar",
      {
        data: [
          {
            paperId: "f00",
            externalIds: { ArXiv: "2001.00001" },
            title: "On Bread",
            abstract: "Bread is old.",
            year: 2020,
            authors: people.map((name) => ({ name })),
          },
        ],
      },
      { title: "On Bread", abstract: "Bread is old.", arxiv_id: "2001.00001", date: "2020", authors: people },
    ],
    [
      "crossref",
      {
        "message-type": "work-list",
        message: {
          items: [
            {
              DOI: "10.1/a",
              title: ["On Bread"],
              abstract:
                "<jats:title>Abstract</jats:title><jats:p>Bread is H<jats:sub>2</jats:sub>O &amp; rye.</jats:p>",
              author: [
                { given: "Jo", family: "Müller" },
                { given: "Ada", family: "Lovelace" },
              ],
              issued: { "date-parts": [[2020, 3]] },
              "container-title": ["Bread"],
            },
          ],
        },
      },
      {
        title: "On Bread",
        abstract: "Bread is H2O & rye.",
        doi: "10.1/a",
        date: "2020-03",
        authors: people,
        venue: "Bread",
      },
    ],
    [
      "europe-pmc",
      {
        resultList: {
          result: [
            {
              id: "12",
              source: "MED",
              pmid: "12",
              title: "On Bread",
              abstractText: "<h4>Aim</h4>Bread is old.",
              authorString: "Müller J, Lovelace A.",
              pubYear: "2020",
            },
          ],
        },
      },
      {
        id: "PMID:12",
        title: "On Bread",
        abstract: "Aim: Bread is old.",
        authors: ["Müller J", "Lovelace A"],
        date: "2020",
      },
    ],
    [
      "csl-json",
      [
        {
          id: "bread2020",
          type: "article-journal",
          title: "On Bread",
          abstract: "Bread is old.",
          issued: { "date-parts": [["2020", 3, 1]] },
        },
      ],
      { id: "bread2020", title: "On Bread", abstract: "Bread is old.", date: "2020-03-01" },
    ],
    [
      "datacite",
      {
        doi: "10.1/a",
        types: { resourceTypeGeneral: "Text" },
        titles: [{ title: "On Bread" }],
        descriptions: [
          { descriptionType: "Other", description: "…" },
          { descriptionType: "Abstract", description: "Bread is old." },
        ],
        publicationYear: 2020,
      },
      { title: "On Bread", abstract: "Bread is old.", doi: "10.1/a", date: "2020" },
    ],
    [
      "datacite",
      {
        doi: "10.1/b",
        types: { resourceTypeGeneral: "Text" },
        titles: [
          { title: "Vom Brot", lang: "de" },
          { title: "On Bread", titleType: "TranslatedTitle", lang: "en" },
          { title: "Eine Geschichte", titleType: "Subtitle", lang: "de" },
          { title: "A History", titleType: "Subtitle", lang: "en" },
        ],
        descriptions: [
          { descriptionType: "SeriesInformation", description: "Studies of Ovens, 5" },
          { descriptionType: "Abstract", description: "Brot ist alt.", lang: "de" },
          { descriptionType: "Abstract", description: "Bread is old.", lang: "en-GB" },
        ],
      },
      { title: "On Bread: A History", abstract: "Bread is old.", doi: "10.1/b" },
    ],
    [
      "datacite",
      {
        doi: "10.1/c",
        types: { resourceTypeGeneral: "Text" },
        titles: [
          { title: "Vom Brot", lang: "de" },
          { title: "Eine Geschichte", titleType: "Subtitle", lang: "de" },
        ],
        descriptions: [{ descriptionType: "SeriesInformation", description: "Studies of Ovens, 5" }],
      },
      { title: "Vom Brot: Eine Geschichte", doi: "10.1/c" },
    ],
    [
      "arxiv-json",
      {
        id: "2001.00001",
        submitter: "Jo",
        title: "On\n  Bread",
        abstract: "  Bread is\nold.\n",
        authors_parsed: [
          ["Müller", "Jo", ""],
          ["Lovelace", "Ada", ""],
        ],
        versions: [{ version: "v1", created: "Mon, 2 Mar 2020 19:18:42 GMT" }],
      },
      { title: "On Bread", abstract: "Bread is old.", arxiv_id: "2001.00001", date: "2020-03-02", authors: people },
    ],
    [
      "daily-json",
      [
        {
          paper: {
            id: "2001.00001",
            title: "On\n Bread",
            summary: "Bread is old.",
            authors: people.map((name) => ({ name })),
            publishedAt: "2020-03-01T06:00:00.000Z",
          },
        },
      ],
      { title: "On Bread", abstract: "Bread is old.", arxiv_id: "2001.00001", date: "2020-03-01", authors: people },
    ],
  ];
  it.each(cases)("%s", async (format, value, record) => {
    for (const text of [JSON.stringify(value), JSON.stringify(value, undefined, 2)]) {
      const read = await readText(inChunks(text, 50));
      expect([read.format, read.complaints]).toEqual([format, []]);
      expect(read.records).toMatchObject([record]);
    }
  });

  it("refuse what is no paper", async () => {
    const { records, complaints } = await readText('{"id": "https://openalex.org/A1", "display_name": "Jo Müller"}');
    expect([records, complaints]).toEqual([[], ["openalex/no-paper:1"]]);
  });

  it("put inverted abstracts in order, whatever their places", () => {
    expect(fromInvertedIndex({ b: [3], a: [0, 5] })).toBe("a b a");
    expect(fromInvertedIndex({ a: [4e9, -1, 1.5, "x"] })).toBeUndefined();
  });
});

it.each([
  ["a <b>bold</b> H<sub>2</sub>O", "a bold H2O"],
  ["p < 0.05 and x > 3", "p < 0.05 and x > 3"],
  ["<p>one</p><p>two</p>", "one two"],
  ["&alpha;&#945;&#x3b1;&amp;&unknown; &#0;&#xD800;", "ααα&&unknown;"],
  ["<!-- gone --><![CDATA[kept]]>", "kept"],
])("mark-up is taken away: %s", (given, text) => {
  expect(plainText(given)).toBe(text);
});
