/**
 * JATS as its tag library describes it (jats.nlm.nih.gov, Archiving and Interchange 1.3): languages, kinds of abstracts,
 * ways to write names and dates.
 */
import { describe, expect, it } from "vitest";
import { readText } from "./reading.ts";

interface Parts {
  readonly root?: string;
  readonly title?: string;
  readonly meta?: string;
}

const article = ({ root = "", title = "<article-title>On Bread</article-title>", meta = "" }: Parts): string =>
  `<?xml version="1.0"?><article ${root}><front><journal-meta><journal-title>Bread</journal-title></journal-meta>` +
  `<article-meta><title-group>${title}</title-group>${meta}</article-meta></front>` +
  `<body><sec><title>Introduction</title><p>Long text.</p></sec></body>` +
  `<sub-article><front-stub><title-group><article-title>A reply</article-title></title-group></front-stub></sub-article></article>`;

const CASES: readonly [what: string, parts: Parts, record: object][] = [
  [
    "sections begin with their headings",
    {
      meta: "<abstract><title>Abstract</title><sec><title>Aim</title><p>Bread is old.</p></sec><sec><title>Methods:</title><p>We ate.</p><p>And drank.</p></sec></abstract>",
    },
    { abstract: "Aim: Bread is old. Methods: We ate. And drank." },
  ],
  [
    "the English abstract and title of an article in another language",
    {
      root: 'xml:lang="es"',
      title:
        '<article-title>Sobre el pan</article-title><trans-title-group xml:lang="en"><trans-title>About bread</trans-title><trans-subtitle>An essay</trans-subtitle></trans-title-group>',
      meta: '<abstract xml:lang="es"><p>El pan es viejo.</p></abstract><trans-abstract xml:lang="en"><title>Abstract</title><p>Bread is old.</p></trans-abstract><kwd-group xml:lang="es"><kwd>pan</kwd></kwd-group><kwd-group xml:lang="en"><title>Keywords</title><kwd>bread</kwd></kwd-group>',
    },
    { title: "About bread: An essay", abstract: "Bread is old.", keywords: ["bread"] },
  ],
  [
    "the abstract of an article in English, not its translation",
    {
      root: 'xml:lang="en"',
      title:
        '<article-title>About bread</article-title><trans-title-group xml:lang="fr"><trans-title>Sur le pain</trans-title></trans-title-group>',
      meta: '<abstract><p>Bread is old.</p></abstract><trans-abstract xml:lang="fr"><p>Le pain est vieux.</p></trans-abstract>',
    },
    { title: "About bread", abstract: "Bread is old." },
  ],
  [
    "another language where there is no English",
    { root: 'xml:lang="de"', meta: '<abstract xml:lang="de"><p>Brot ist alt.</p></abstract>' },
    { abstract: "Brot ist alt." },
  ],
  [
    "the abstract rather than pictures, teasers and summaries",
    {
      meta: '<abstract abstract-type="teaser"><p>Taste!</p></abstract><abstract abstract-type="plain-language-summary"><p>You eat it.</p></abstract><abstract abstract-type="graphical"><p><graphic><alt-text>A loaf</alt-text></graphic></p></abstract><abstract><p>Bread is old.</p></abstract>',
    },
    { abstract: "Bread is old." },
  ],
  [
    "a summary where there is no other abstract",
    {
      meta: '<abstract abstract-type="graphical"><p><graphic/></p></abstract><abstract abstract-type="plain-language-summary"><p>You eat it.</p></abstract>',
    },
    { abstract: "You eat it." },
  ],
  [
    "marks of notes are no part of a title, formulas are written once",
    {
      title:
        '<article-title>On H<sub>2</sub>O<xref ref-type="fn" rid="f">*</xref> and <inline-formula><alternatives><tex-math>x^2</tex-math><mml:math xmlns:mml="m"><mml:mi>x</mml:mi></mml:math></alternatives></inline-formula><fn id="f"><p>A note.</p></fn></article-title>',
    },
    { title: "On H2O and x" },
  ],
  [
    "names in their ways of writing",
    {
      meta:
        '<contrib-group><contrib contrib-type="author"><name><surname>Müller</surname><given-names>Jo</given-names></name><xref ref-type="aff">1</xref></contrib>' +
        "<contrib><string-name><given-names>Ada</given-names> <surname>Lovelace</surname></string-name></contrib><contrib><string-name>Li Bai</string-name></contrib>" +
        '<contrib><name-alternatives><name xml:lang="en"><surname>Tanaka</surname><given-names>Ken</given-names></name><name xml:lang="ja"><surname>田中</surname></name></name-alternatives></contrib>' +
        '<contrib><collab>The Bakers</collab></contrib><contrib contrib-type="editor"><name><surname>No</surname></name></contrib></contrib-group>',
    },
    { authors: ["Jo Müller", "Ada Lovelace", "Li Bai", "Ken Tanaka", "The Bakers"] },
  ],
  [
    "the day it came out, not the day a copy was deposited",
    {
      meta: '<pub-date pub-type="pmc-release"><day>1</day><month>1</month><year>2019</year></pub-date><pub-date pub-type="ppub"><season>Spring</season><year>2020</year></pub-date><pub-date date-type="pub"><day>7</day><month>Mar</month><year>2020</year></pub-date>',
    },
    { date: "2020-03-07" },
  ],
  [
    "a date in one piece",
    { meta: '<pub-date iso-8601-date="2021-05-02"><string-date>May 2021</string-date></pub-date>' },
    { date: "2021-05-02" },
  ],
  [
    "identifiers",
    {
      meta: '<article-id pub-id-type="publisher-id">x1</article-id><article-id pub-id-type="doi">10.1/a</article-id><article-id pub-id-type="arxiv">2001.00001</article-id>',
    },
    { doi: "10.1/a", arxiv_id: "2001.00001" },
  ],
  ["PubMed Central's number", { meta: '<article-id pub-id-type="pmc">123</article-id>' }, { id: "PMC123" }],
  [
    "keywords of parts",
    {
      meta: "<kwd-group><kwd>rye</kwd><compound-kwd><compound-kwd-part>W</compound-kwd-part><compound-kwd-part>wheat</compound-kwd-part></compound-kwd></kwd-group>",
    },
    { keywords: ["rye", "wheat"] },
  ],
];

describe("JATS", () => {
  it.each(CASES)("%s", async (_, parts, record) => {
    const { format, records, complaints } = await readText(article(parts));
    expect([format, complaints]).toEqual(["jats", []]);
    expect(records).toMatchObject([record]);
  });

  it("with a prefix before every name", async () => {
    const prefixed = article({ meta: "<abstract><p>Bread is old.</p></abstract>" }).replace(
      /<(\/?)(?=[a-z])/g,
      "<$1jats:",
    );
    const { format, records } = await readText(prefixed);
    expect([format, records[0]?.title, records[0]?.abstract]).toEqual(["jats", "On Bread", "Bread is old."]);
  });
});
