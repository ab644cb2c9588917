import { describe, expect, it } from "vitest";
import { inChunks, readText } from "./reading.ts";

const CASES: readonly [format: string, text: string, record: object][] = [
  [
    "pubmed-xml",
    `<?xml version="1.0"?><!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD" "https://example.org/none.dtd">
<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">12</PMID><Article>
<Journal><JournalIssue><PubDate><Year>2020</Year><Month>Mar</Month><Day>1</Day></PubDate></JournalIssue><Title>Bread</Title></Journal>
<ArticleTitle>On H<sub>2</sub>O in <i>Bread</i></ArticleTitle>
<Abstract><AbstractText Label="AIM">Bread is old.</AbstractText><AbstractText>Ovens &amp; rye.</AbstractText></Abstract>
<AuthorList><Author><LastName>Müller</LastName><ForeName>Jo</ForeName></Author><Author><CollectiveName>Bakers</CollectiveName></Author></AuthorList>
</Article></MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="doi">10.1/a</ArticleId></ArticleIdList></PubmedData></PubmedArticle></PubmedArticleSet>`,
    {
      title: "On H2O in Bread",
      abstract: "AIM: Bread is old. Ovens & rye.",
      authors: ["Jo Müller", "Bakers"],
      date: "2020-03-01",
      doi: "10.1/a",
      venue: "Bread",
      source: { line: 2 },
    },
  ],
  [
    "endnote-xml",
    `<?xml version="1.0" encoding="UTF-8"?>
<xml><records><record><ref-type name="Journal Article">17</ref-type>
<contributors><authors><author><style face="normal">Müller, Jo</style></author></authors></contributors>
<titles><title><style face="normal">On </style><style face="italic">Bread</style></title><secondary-title>Bread</secondary-title></titles>
<dates><year>2020</year></dates><abstract><style>Bread is old.</style></abstract><electronic-resource-num>10.1/a</electronic-resource-num></record></records></xml>`,
    {
      title: "On Bread",
      abstract: "Bread is old.",
      authors: ["Müller, Jo"],
      date: "2020",
      doi: "10.1/a",
      source: { line: 2 },
    },
  ],
  [
    "arxiv-atom",
    `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id><title>arXiv Query</title>
<entry><id>http://arxiv.org/abs/2001.00001v2</id><published>2020-03-01T00:00:00Z</published><title>On
  Bread</title><summary>  Bread is
old.</summary><author><name>Jo Müller</name></author>
<arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1/a</arxiv:doi><category term="cs.BR"/></entry></feed>`,
    {
      title: "On Bread",
      abstract: "Bread is old.",
      arxiv_id: "2001.00001v2",
      doi: "10.1/a",
      date: "2020-03-01",
      source: { line: 3 },
    },
  ],
  [
    "jats",
    `<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96)" "JATS-archivearticle1.dtd">
<article><front><journal-meta><journal-title-group><journal-title>Bread</journal-title></journal-title-group></journal-meta>
<article-meta><article-id pub-id-type="doi">10.1/a</article-id><title-group><article-title>On Bread</article-title></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Müller</surname><given-names>Jo</given-names></name></contrib></contrib-group>
<pub-date><day>1</day><month>3</month><year>2020</year></pub-date>
<abstract abstract-type="graphical"><p>A picture.</p></abstract><abstract><title>Abstract</title><p>Bread is old.</p><p>Rye, too.</p></abstract>
</article-meta></front><body><p>Long text.</p></body></article>`,
    {
      title: "On Bread",
      abstract: "Bread is old. Rye, too.",
      authors: ["Jo Müller"],
      date: "2020-03-01",
      doi: "10.1/a",
      venue: "Bread",
    },
  ],
];

describe("XML formats", () => {
  it.each(CASES)("%s", async (format, text, record) => {
    for (const size of [13, 100_000]) {
      const read = await readText(inChunks(text, size));
      expect([read.format, read.complaints]).toEqual([format, []]);
      expect(read.records).toMatchObject([record]);
    }
  });

  it.each(CASES)("%s with a prefix of its writer's own on every name", async (format, text, record) => {
    const prefixed = text
      .replace(/xmlns=/, "xmlns:q=")
      .replace(/<(\/?)([A-Za-z][\w-]*)(?=[\s/>])/g, "<$1q:$2")
      .replace(/<q:[\w-]+(?=[\s>])(?![^>]*xmlns:q=)/, "$& xmlns:q='urn:q'");
    const read = await readText(prefixed);
    expect([read.format, read.complaints]).toEqual([format, []]);
    expect(read.records).toMatchObject([record]);
  });

  it("take the fields of their own vocabulary, whatever comes first and however it is called", async () => {
    const feed = (atom: string, other: string): string =>
      `<${atom}feed xmlns${atom && ":"}${atom.slice(0, -1)}="http://www.w3.org/2005/Atom" xmlns:${other}="http://example.org/media">` +
      `<${atom}entry><${other}:title>A picture</${other}:title><${atom}title>On Bread</${atom}title>` +
      `<${other}:summary>Shown above.</${other}:summary><${atom}summary>Bread is old.</${atom}summary>` +
      `<x:journal_ref xmlns:x="http://arxiv.org/schemas/atom">Bread 3</x:journal_ref></${atom}entry></${atom}feed>`;
    for (const [atom, other] of [
      ["", "media"],
      ["a:", "title"],
      ["atom:", "a"],
    ] as const) {
      const { records, complaints } = await readText(feed(atom, other));
      expect(complaints).toEqual([]);
      expect(records).toMatchObject([{ title: "On Bread", abstract: "Bread is old.", venue: "Bread 3" }]);
    }
  });

  it("need no declaration where a record was cut out of its file", async () => {
    const { format, records } = await readText(
      "<j:article><j:front><j:article-meta><j:title-group><j:article-title>On Bread</j:article-title></j:title-group></j:article-meta></j:front></j:article>",
    );
    expect([format, records.length]).toEqual(["jats", 1]);
  });

  const [, pubmed = ""] = CASES[0] ?? [];

  it("that break off name the place, and keep what was whole", async () => {
    const { records, complaints } = await readText(
      pubmed.replace("</PubmedArticle></", "</PubmedArticle><PubmedArticle><MedlineCitation></").slice(0, -20),
    );
    expect(records).toHaveLength(1);
    expect(complaints.length).toBeGreaterThan(0);
    expect(complaints.every((complaint) => complaint.startsWith("pubmed-xml/syntax:"))).toBe(true);
  });

  it("take the English abstract of a PubMed record that has its own in another language only", async () => {
    const other = '<OtherAbstract Language="fre"><AbstractText>Le pain.</AbstractText></OtherAbstract>';
    const english = '<OtherAbstract Language="eng"><AbstractText>The bread.</AbstractText></OtherAbstract>';
    const record = (inner: string): string =>
      `<PubmedArticleSet><PubmedArticle><MedlineCitation><Article><ArticleTitle>On Bread</ArticleTitle></Article>${inner}</MedlineCitation></PubmedArticle></PubmedArticleSet>`;
    expect((await readText(record(other + english))).records[0]?.abstract).toBe("The bread.");
    expect((await readText(record(other))).records[0]?.abstract).toBeUndefined();
  });

  it("never expand what a DTD declares", async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>
<PubmedArticleSet><PubmedArticle><MedlineCitation><Article><ArticleTitle>On &b; Bread</ArticleTitle></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>`;
    const { records, complaints } = await readText(bomb);
    expect(records[0]?.title).toBe("On &b; Bread");
    expect(complaints).toEqual(["pubmed-xml/syntax:2"]);
  });

  it("take halves of pairs for what is no character, wherever the stream is cut", async () => {
    const odd = pubmed.replace("Bread</i>", "\ud83d\ude00 \ude00\ud83d Br\ud83d</i>");
    for (const size of [1, 2, 3, 100_000]) {
      const { records, complaints } = await readText(inChunks(odd, size));
      expect(records.map(({ title }) => title)).toEqual(["On H2O in \u{1f600} \ufffd\ufffd Br\ufffd"]);
      expect(complaints).toEqual([]);
    }
    expect((await readText(`${pubmed}\ud83d`)).records).toHaveLength(1);
  });

  it("that only hurt are not read on", async () => {
    const whole = pubmed.replace("</PubmedArticleSet>", "");
    const { records, complaints } = await readText(inChunks(whole + "<a>".repeat(200_000), 10_000));
    expect([records.length, complaints]).toEqual([1, ["pubmed-xml/syntax:7"]]);
  });

  it.each([
    ["a comment", "<!--", " a"],
    ["a section of text", "<![CDATA[", " a"],
    ["a tag", "<a", " a='1'"],
    ["a text", "<a>", " a"],
  ])("that go on without end in %s are not read on", async (_, begins, unit) => {
    let given = 0;
    async function* endless(): AsyncGenerator<string> {
      yield await Promise.resolve(pubmed.replace("</PubmedArticleSet>", begins));
      for (; given < 60; given++) yield unit.repeat(100_000);
    }
    const { records, complaints } = await readText(endless());
    expect([records.length, complaints]).toEqual([1, ["pubmed-xml/syntax:7"]]);
    expect(given).toBeLessThan(15);
  });

  it("that are broken all over are told so a few times, and left", async () => {
    const good =
      "<PubmedArticle><MedlineCitation><Article><ArticleTitle>On Bread</ArticleTitle></Article></MedlineCitation></PubmedArticle>";
    const { records, complaints } = await readText(
      `<PubmedArticleSet>\n${good}\n${"<a b=1 c>&x;\n".repeat(5_000)}${good}\n</PubmedArticleSet>`,
    );
    expect(records).toHaveLength(1);
    const told = complaints.filter((complaint) => complaint.startsWith("pubmed-xml/syntax:"));
    expect(told.length).toBeGreaterThan(5);
    expect(told.length).toBeLessThan(30);
  });

  it("may be absurdly deep", async () => {
    const deep = `<PubmedArticleSet><PubmedArticle>${"<a>".repeat(9_000)}x${"</a>".repeat(9_000)}</PubmedArticle></PubmedArticleSet>`;
    expect((await readText(deep)).complaints).toEqual(["pubmed-xml/no-text:1"]);
  });

  it("do not take an error's feed for a paper", async () => {
    const feed =
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>arXiv</title><entry><id>http://arxiv.org/api/errors#x</id><title>Error</title><summary>no</summary></entry></feed>';
    expect((await readText(feed)).complaints).toEqual(["arxiv-atom/no-paper:1"]);
  });
});
