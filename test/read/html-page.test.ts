import { describe, expect, it } from "vitest";
import { inChunks, readText } from "./reading.ts";

const ABSTRACT = {
  tides:
    "Tidal models often assume a flat coast. We let the coast bend & show how the error of a harmonic model grows with curvature. On twelve harbours the bent model halves the error of the flat one.",
  bees: "Honey bees tell their nest mates where food is. This paper counts how often the dance is followed and finds that followers leave early in windy weather. A queue model explains most of the variance.",
  locks:
    "Locks protect shared state, and they cost time. We measure eleven lock designs on four machines and give a rule for choosing one. The rule needs two numbers that any profiler prints.",
};

const entry = (id: string, title: string, summary: string) => ({
  paper: {
    id,
    title,
    summary: summary.replaceAll(". ", ".\n"),
    authors: [{ name: "Ada Ames" }, { name: "Bo Berg" }],
    publishedAt: "2024-04-29T17:59:00.000Z",
    upvotes: 12,
    organization: { name: "acme", fullname: "Acme Labs" },
  },
  numComments: 3,
});
const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
const data = (props: object, target = "DailyPapers"): string =>
  `<div class="SVELTE_HYDRATER contents" data-target="${target}" data-props="${escape(JSON.stringify(props))}">`;

/** A card as the daily listing draws it: votes, a linked title, faces of authors, no abstract. */
const card = (id: string, title: string, base = ""): string => `
<article class="relative flex flex-col">
  <a href="${base}/papers/${id}" class="thumb"><img src="x.png" alt=""></a>
  <div>Submitted by <a href="${base}/someone">someone</a></div>
  <label><input type="checkbox"><div class="leading-none">1.2k</div></label>
  <h3><a href="${base}/papers/${id}" class="line-clamp-3 cursor-pointer text-balance">
      ${title}</a></h3>
  <ul><li title="Ada Ames"><img alt="Ada"></li><li>·</li><li><div>1,205 authors</div></li></ul>
  <a href="${base}/papers/${id}#community">3</a>
</article>`;

/** A card as the trending listing draws it: with an abstract, who and when. */
const trending = (id: string, title: string, abstract: string, who: string, when: string): string => `
<article><h3><a href="/papers/${id}">${title}</a></h3>
  <p class="line-clamp-2">${abstract}</p>
  <div>${who}</div><span>·</span> <div>${when}</div>
  <div><button>Upvote</button><div>48</div></div>
  <a href="https://github.com/acme/tides">GitHub</a> <a href="https://arxiv.org/abs/${id}">arXiv Page</a>
</article>`;

const page = (body: string): string => `<!DOCTYPE html>
<!-- saved from url=(0029)https://huggingface.co/papers -->
<html><head><meta charset="utf-8"><title>Daily Papers - Hugging Face</title>
<style>h3 { color: red }</style><script>var a = "<h3>no</h3>";</script></head>
<body><header><nav><a href="/models">Models</a> <a href="/datasets">Datasets</a></nav></header>
<main><h1>Daily Papers</h1><h2>by<a href="/akhaliq">AK</a> and the research community</h2>
${body}
</main><footer><a href="/tos">TOS</a> <a href="/pricing">Pricing</a></footer></body></html>
`;
const idsAndTitles = (read: Awaited<ReturnType<typeof readText>>) =>
  read.records.map(({ arxiv_id, title }) => [arxiv_id, title]);

describe("a listing saved as HTML", () => {
  const tides = entry("2404.00001", "Tides on Bent Coasts", ABSTRACT.tides);
  const bees = entry("2404.00002", "Why Bees Leave: a Queue Model", ABSTRACT.bees);

  it("is read from the data that it is drawn from", async () => {
    const read = await readText(page(data({ periodType: "day", dailyPapers: [tides, bees] }) + "</div>"));
    expect(read.format).toBe("html");
    expect(read.complaints).toEqual([]);
    expect(read.records[0]).toEqual({
      title: "Tides on Bent Coasts",
      abstract: ABSTRACT.tides,
      authors: ["Ada Ames", "Bo Berg"],
      date: "2024-04-29",
      organization: "Acme Labs",
      arxiv_id: "2404.00001",
      url: "https://huggingface.co/papers/2404.00001",
      source: { file: "file", line: 7 },
    });
    expect(idsAndTitles(read)[1]).toEqual(["2404.00002", "Why Bees Leave: a Queue Model"]);
  });

  it.each(["", "https://huggingface.co"])(
    "takes papers that scrolling brought from their cards (links %s/…)",
    async (base) => {
      const cards =
        card("2404.00002", "Why Bees Leave: a Queue Model", base) + card("2404.00003", "Locks, Measured", base);
      const read = await readText(page(data({ dailyPapers: [tides, bees] }) + cards));
      expect(idsAndTitles(read)).toEqual([
        ["2404.00002", "Why Bees Leave: a Queue Model"],
        ["2404.00003", "Locks, Measured"],
      ]);
      expect(read.records[0]).toMatchObject({ abstract: ABSTRACT.bees });
      expect(read.records[1]).toMatchObject({ author_count: 1205 });
      expect(read.records[1]).not.toHaveProperty("organization");
      expect(read.problems.map(({ code, where }) => [code, where?.line])).toEqual([["html/no-abstract", 22]]);
    },
  );

  it("is read from its cards where its data are gone", async () => {
    const cards =
      trending("2404.00001", "Tides on Bent Coasts", escape(ABSTRACT.tides), "3 authors", "Published on Apr 29, 2024") +
      trending("2404.00002v2", "Why Bees Leave", ABSTRACT.bees, '<a href="/acme"><img> Acme Labs</a>', "29 Apr 2024") +
      trending(
        "2404.00003",
        "Locks, Measured",
        ABSTRACT.locks,
        "1 author",
        '<time datetime="2024-04-29T10:00">3 d</time>',
      );
    const read = await readText(page(cards));
    expect(read.complaints).toEqual([]);
    expect(read.records).toMatchObject([
      {
        title: "Tides on Bent Coasts",
        abstract: ABSTRACT.tides,
        author_count: 3,
        date: "2024-04-29",
        arxiv_id: "2404.00001",
      },
      {
        title: "Why Bees Leave",
        abstract: ABSTRACT.bees,
        organization: "Acme Labs",
        date: "2024-04-29",
        arxiv_id: "2404.00002v2",
      },
      {
        title: "Locks, Measured",
        abstract: ABSTRACT.locks,
        author_count: 1,
        date: "2024-04-29",
        arxiv_id: "2404.00003",
      },
    ]);
  });

  it("is read from links alone where its tags say nothing", async () => {
    const read = await readText(
      `<html><body><div><a href="/papers/2404.00001">PDF</a><a href="/papers/2404.00001">Tides on Bent Coasts</a><br>${ABSTRACT.tides}` +
        `<div>• 4 authors</div><DIV><A HREF="/papers/2404.00003">Locks, Measured Twice</A><P>${ABSTRACT.locks}<P>29 Apr 2024`,
    );
    expect(
      read.records.map(({ title, abstract, author_count, date }) => [title, abstract, author_count, date]),
    ).toEqual([
      ["Tides on Bent Coasts", ABSTRACT.tides, 4, undefined],
      ["Locks, Measured Twice", ABSTRACT.locks, undefined, "2024-04-29"],
    ]);
  });

  it("without links is read line by line", async () => {
    const text = [
      "Tides on Bent Coasts",
      escape(ABSTRACT.tides),
      "• 3 authors",
      "·",
      "Sep 26, 2019",
      "Locks, Measured",
      ABSTRACT.locks,
    ];
    const read = await readText(`<html><body>${text.map((line) => `<p>${line}</p>`).join("\n")}</body></html>`);
    expect(read.records).toEqual([
      {
        title: "Tides on Bent Coasts",
        abstract: ABSTRACT.tides,
        author_count: 3,
        date: "2019-09-26",
        source: { file: "file", line: 1 },
      },
      { title: "Locks, Measured", abstract: ABSTRACT.locks, source: { file: "file", line: 6 } },
    ]);
  });

  it("gives the same however its bytes come", async () => {
    const text = page(
      data({ dailyPapers: [tides] }) + card("2404.00001", "Tides") + card("2404.00003", "Locks, Measured"),
    );
    const whole = await readText(text);
    for (const size of [1, 7, 4097]) expect(await readText(inChunks(text, size))).toEqual(whole);
  });
});

describe("a paper's own page", () => {
  it("is read from its tags for search engines, wherever it was published", async () => {
    const tags = {
      citation_title: "Tides on Bent Coasts",
      citation_author: "Ames, Ada",
      citation_publication_date: "2024/04/29",
      citation_journal_title: "Annals of Coasts",
      citation_doi: "10.1234/coasts.5",
      "DC.Description": `<p>${ABSTRACT.tides.replace("&", "&amp;")}</p>`,
    };
    const metas = Object.entries(tags).map(([name, text]) => `<meta name="${name}" content="${escape(text)}">`);
    const read = await readText(`<html><head>\n${metas.join("\n")}</head><body><h1>Tides</h1></body></html>`);
    expect(read.records).toEqual([
      {
        title: "Tides on Bent Coasts",
        abstract: ABSTRACT.tides,
        authors: ["Ames, Ada"],
        date: "2024-04-29",
        doi: "10.1234/coasts.5",
        venue: "Annals of Coasts",
        source: { file: "file", line: 2 },
      },
    ]);
  });

  it("is read from Dublin Core alone, where an abstract or an identifier tells that it is a paper's", async () => {
    const tags = (...names: readonly (readonly [string, string])[]): string =>
      `<html><head>${names.map(([name, text]) => `<meta name="${name}" content="${escape(text)}">`).join("")}</head></html>`;
    const title = ["DC.title", "Tides on Bent Coasts"] as const;
    const read = await readText(
      tags(title, ["DCTERMS.abstract", ABSTRACT.tides], ["DC.creator", "Ames, Ada"], ["DCTERMS.issued", "2024-04"]),
    );
    expect(read.records).toMatchObject([
      { title: title[1], abstract: ABSTRACT.tides, authors: ["Ames, Ada"], date: "2024-04" },
    ]);
    expect((await readText(tags(title, ["DC.identifier", "10.1234/coasts.5"]))).records).toMatchObject([
      { title: title[1], doi: "10.1234/coasts.5" },
    ]);
    expect((await readText(tags(title, ["DC.language", "en"]))).records).toEqual([]);
  });

  it("is that paper, whatever others it names", async () => {
    const { paper } = entry("2404.00001", "Tides on Bent Coasts", ABSTRACT.tides);
    const others = [entry("2404.00002", "Why Bees Leave", ABSTRACT.bees)];
    const read = await readText(
      page(data({ paper, similar: others }, "PaperContent") + "<h1>Tides on Bent Coasts</h1>"),
    );
    expect(idsAndTitles(read)).toEqual([["2404.00001", "Tides on Bent Coasts"]]);
  });
});

describe("a page that lists no papers", () => {
  it.each([
    ["nothing", ""],
    ["an article", `<h1>On Tides</h1>${`<p>${ABSTRACT.tides}</p>`.repeat(5)}`],
    ["broken data", `${data({}).replace("{}", "{{{")}</div>`],
    ["data of something else", data({ models: [{ id: "m", title: "a model" }] })],
  ])("is refused by name: %s", async (_, body) => {
    const read = await readText(`<html><head><title>A page</title></head><body>${body}</body></html>`);
    expect(read.records).toEqual([]);
    expect(read.complaints).toEqual(["html/no-papers:1"]);
  });

  it("is not read on where it is only deep", async () => {
    const read = await readText(inChunks(`<html><body>${"<div>".repeat(30_000)}`, 10_000));
    expect([read.records, read.complaints]).toEqual([[], ["input/unreadable:1"]]);
  });

  it.each([
    "From: <Saved by Blink>\nSubject: x\n",
    'MIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html"\n',
  ])("is refused where all its parts are in one file: %s", async (text) => {
    const read = await readText(text);
    expect(read.complaints).toEqual(["input/format:1"]);
    expect(read.problems[0]?.hint).toContain("HTML only");
  });
});
