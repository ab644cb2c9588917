/** Answers of Europe PMC in the shapes that its reference describes: results `core` and `lite`, one article, a preprint. */
import { describe, expect, it } from "vitest";
import { readText } from "./reading.ts";

const CORE = {
  id: "31",
  source: "MED",
  pmid: "31",
  pmcid: "PMC7",
  doi: "10.1/a",
  title: "On <i>Triticum</i> bread.",
  authorString: "Müller J, The Bakers.",
  authorList: {
    author: [
      { fullName: "Müller J", firstName: "Jo", lastName: "Müller", initials: "J" },
      { collectiveName: "The Bakers" },
    ],
  },
  journalInfo: {
    volume: "3",
    dateOfPublication: "2020 May",
    monthOfPublication: 5,
    yearOfPublication: 2020,
    journal: { title: "Journal of Bread", nlmid: "1" },
  },
  pubYear: "2020",
  abstractText: "<h4>Background</h4>Bread is old.<h4>Results</h4>It is &lt; 9000 years old.",
  keywordList: { keyword: ["rye"] },
  meshHeadingList: { meshHeading: [{ majorTopic_YN: "Y", descriptorName: "Bread" }] },
  isOpenAccess: "Y",
  firstPublicationDate: "2020-03-02",
};

const RECORD = {
  title: "On Triticum bread.",
  abstract: "Background: Bread is old. Results: It is < 9000 years old.",
  authors: ["Müller J", "The Bakers"],
  date: "2020-03-02",
  doi: "10.1/a",
  url: "https://europepmc.org/article/MED/31",
  venue: "Journal of Bread",
  keywords: ["rye", "Bread"],
};

const CASES: readonly [what: string, answer: object, records: readonly object[]][] = [
  ["a page of results", { version: "6.9", hitCount: 1, nextCursorMark: "x", resultList: { result: [CORE] } }, [RECORD]],
  ["one article", { version: "6.9", request: { resultType: "core" }, result: CORE }, [RECORD]],
  ["results put together as a list", [CORE], [RECORD]],
  [
    "lite results, which have no abstract",
    {
      resultList: {
        result: [
          {
            id: "PMC9",
            source: "PMC",
            pmcid: "PMC9",
            title: "Rye",
            authorString: "Lovelace A.",
            journalTitle: "J Rye",
            pubYear: "2019",
            isOpenAccess: "N",
          },
        ],
      },
    },
    [{ id: "PMC9", title: "Rye", authors: ["Lovelace A"], venue: "J Rye", date: "2019" }],
  ],
  [
    "a preprint",
    {
      resultList: {
        result: [
          {
            id: "PPR5",
            source: "PPR",
            title: "Spelt",
            abstractText: "Spelt is old.",
            bookOrReportDetails: { publisher: "bioRxiv", yearOfPublication: 2021 },
            firstPublicationDate: "2021-01-05",
          },
        ],
      },
    },
    [{ id: "PPR5", venue: "bioRxiv", abstract: "Spelt is old.", date: "2021-01-05" }],
  ],
];

describe("Europe PMC", () => {
  it.each(CASES)("%s", async (_, answer, expected) => {
    for (const space of [0, 2]) {
      const { format, records, complaints } = await readText(JSON.stringify(answer, null, space));
      expect([format, complaints]).toEqual(["europe-pmc", []]);
      expect(records).toMatchObject(expected);
      expect(records).toHaveLength(expected.length);
    }
  });

  it("no results are no papers", async () => {
    const { records } = await readText(JSON.stringify({ version: "6.9", hitCount: 0, resultList: { result: [] } }));
    expect(records).toEqual([]);
  });
});
