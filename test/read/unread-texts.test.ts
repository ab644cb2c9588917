import { expect, it } from "vitest";
import { readText } from "./reading.ts";

const NOTE =
  "The tide rises twice a day, and the harbour master writes both heights into his book, which is the oldest of all.";
const bib = (fields: string): string => `@article{a,\n  title = {On Bread},\n  ${fields}\n}\n`;
const ris = (tag: string, text = NOTE): string => `TY  - JOUR\nTI  - On Bread\n${tag}  - ${text}\nER  - \n`;
const wos = (tag: string): string => `FN X\nVR 1.0\nPT J\nTI On Bread\n${tag} ${NOTE}\nER\n`;

const CASES: readonly [what: string, text: string, complaint: string | undefined][] = [
  ["BibTeX's note", bib(`note = {${NOTE}}`), '"note"'],
  ["a summary in BibTeX", bib(`summary = {${NOTE}}`), '"summary"'],
  ["Zotero's name of the abstract in BibTeX, which is read", bib(`abstractNote = {${NOTE}}`), undefined],
  ["a subtitle in BibTeX", bib(`subtitle = {${NOTE}}`), undefined],
  ["RIS: notes", ris("N1"), '"N1"'],
  ["RIS: an own field", ris("U1"), '"U1"'],
  ["RIS: the abstract", ris("N2"), undefined],
  ["RIS: funders", ris("FX"), undefined],
  ["RIS: an address", ris("L3", `https://example.org/the/book/is/a/of/the/${"tide/".repeat(9)}`), undefined],
  ["Web of Science: notes", wos("NT"), '"NT"'],
  ["Web of Science: funders", wos("FX"), undefined],
  ["PubMed: general notes", `PMID- 1\nTI  - On Bread\nGN  - ${NOTE}\n`, '"GN"'],
  ["PubMed: interests", `PMID- 1\nTI  - On Bread\nCOIS- ${NOTE}\n`, undefined],
  ["EndNote: notes", `%0 Journal Article\n%T On Bread\n%Z ${NOTE}\n`, '"Z"'],
  ["EndNote: the abstract", `%0 Journal Article\n%T On Bread\n%X ${NOTE}\n`, undefined],
  ["RefWorks: notes", `RT Journal Article\nT1 On Bread\nNO ${NOTE}\nER\n`, '"NO"'],
  ["Ovid: notes", `<1. >\nTI  - On Bread\nAN  - 5\nNT  - ${NOTE}\n`, '"NT"'],
  [
    "a label that dumps do not have",
    `Title: On Bread\nPDF: https://arxiv.org/pdf/2401.00001\nTLDR: ${NOTE}\n---\n`,
    '"PDF"',
  ],
  [
    "EndNote XML: notes",
    `<xml><records><record><titles><title>On Bread</title></titles><notes>${NOTE}</notes></record></records></xml>`,
    '"notes"',
  ],
  ["CSV: notes", `title,Notes\nOn Bread,"${NOTE}"\n`, '"Notes"'],
  ["CSV: a short version", `title,TLDR\nOn Bread,Loaves weighed again in the ash of one old oven.\n`, '"TLDR"'],
  ["CSV: a journal", `title,Journal abbreviation\nOn Bread,"${NOTE}"\n`, undefined],
  [
    "JSON: a phrase that sums up",
    '{"title": "On Bread", "tldr": "New way of weighing loaves without a scale."}',
    '"tldr"',
  ],
  [
    "JSON: highlights",
    '{"title": "On Bread", "highlights": ["loaves are weighed again", "in the ash of ovens"]}',
    '"highlights"',
  ],
  ["JSON: pages", '{"title": "On Bread", "comments": "12 pages, 3 figures, in two columns"}', undefined],
  ["JSON: a name under notes", '{"title": "On Bread", "notes": "Harbour Office of the City"}', undefined],
];

it.each(CASES)("a text that is not read is named once a file: %s", async (_, text, name) => {
  const { format, records, problems } = await readText(text + (text.startsWith("{") ? `\n${text}` : ""));
  expect(format).not.toBe("unreadable");
  expect(records[0]).toMatchObject({ title: "On Bread" });
  const said = problems.filter(({ code }) => code.endsWith("/unknown-text")).map(({ message }) => message);
  expect(said).toHaveLength(name === undefined ? 0 : 1);
  expect(said[0] ?? "").toContain(name ?? "");
});

it("an address in a dump ends with its line", async () => {
  const { records } = await readText(
    "Title: On Bread\nPDF: https://arxiv.org/pdf/2401.00001\nNotes: None of it.\n---\n",
  );
  expect(records[0]?.url).toBe("https://arxiv.org/pdf/2401.00001");
});

it("all names of a file stand in one warning, at the first record that has one", async () => {
  const text = bib("year = 2020") + bib(`note = {${NOTE}}, annote = {${NOTE}}`) + bib(`note = {${NOTE}}`);
  const { complaints, problems } = await readText(text);
  expect(complaints).toEqual(["bibtex/unknown-text:5"]);
  expect(problems.at(-1)?.message).toBe('texts of the fields "note", "annote" are not read');
});

it("a short version that stands for a missing abstract is told once", async () => {
  const tldr = { model: "tldr@v2", text: "Loaves are weighed again." };
  const papers = [
    { abstract: null, tldr },
    { abstract: "", tldr },
    { abstract: "Bread is old.", tldr },
  ];
  const { format, records, complaints } = await readText(
    JSON.stringify({ data: papers.map((paper, i) => ({ paperId: `p${i}`, title: "On Bread", ...paper })) }),
  );
  expect([format, records.map(({ abstract }) => abstract)]).toEqual([
    "semantic-scholar",
    ["Loaves are weighed again.", "Loaves are weighed again.", "Bread is old."],
  ]);
  expect(complaints).toEqual(["semantic-scholar/other-name:1"]);
});

it.each([
  ["RIS", "TY  - JOUR\nTI  - \nAB  - No abstract available.\nER  - \n", "ris/no-text:1"],
  ["RIS, with a title that says nothing", "TY  - JOUR\nTI  - [n/a]\nAB  - \nER  - \n", "ris/no-text:1"],
  ["BibTeX", "@misc{a, title={none}, abstract={[No abstract available]}}\n", "bibtex/no-text:1"],
  ["CSV", "title,abstract,year\n-,n/a,2020\n", "csv/no-text:2"],
])("a record whose texts only say that there is none is skipped, and told: %s", async (_, text, complaint) => {
  const { records, complaints } = await readText(text);
  expect([records, complaints]).toEqual([[], [complaint]]);
});

it("columns may say that they are in English", async () => {
  const { records } = await readText(
    '"Titel (Deutsch)","Title (English)","Abstract (in English)","Year"\nVom Brot,On Bread,Bread is old.,2020\n',
  );
  expect(records).toMatchObject([{ title: "On Bread", abstract: "Bread is old.", date: "2020" }]);
});
