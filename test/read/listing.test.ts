import { describe, expect, it } from "vitest";
import { parseListing } from "../../src/read/daily-papers/listing.ts";

const ABSTRACT = {
  tides:
    "Tidal models often assume a flat coast. We let the coast bend and show how the error of a harmonic model grows with curvature. On twelve harbours the bent model halves the error of the flat one.",
  bees: "Honey bees tell their nest mates where food is. This paper counts how often the dance is followed and finds that followers leave early in windy weather. A queue model explains most of the variance that we see.",
  locks:
    "Locks protect shared state, and they cost time. We measure eleven lock designs on four machines and give a rule for choosing one. The rule needs two numbers that any profiler prints.",
};

const spaced = (...blocks: string[]): string =>
  [
    "new",
    "Get trending papers in your email inbox!",
    "Subscribe",
    "Daily Papers",
    "byAK and the research community",
    "Dec 17",
    ...blocks,
  ].join("\n\n");
const dense = (...lines: string[]): string =>
  `Get trending papers in your email inbox once a day!\nGet trending papers in your email inbox!\nSubscribe${lines.join("\n")}`;
const codes = (read: ReturnType<typeof parseListing>): string[] => read.problems.map((problem) => problem.code);

describe("a page with blank lines between blocks", () => {
  const read = parseListing(
    "page.txt",
    spaced(
      "Tides on Bent Coasts",
      ABSTRACT.tides,
      "  • 3 authors\n·\nSep 26, 2019",
      "Why Bees Leave: a Queue Model",
      ABSTRACT.bees,
      "acme-labs Acme Labs\n·\nMay 14 3",
      "Locks, Measured",
      ABSTRACT.locks,
    ),
  );

  it("yields title and abstract exactly, with the line of the title", () => {
    expect(read.records.map(({ title, abstract }) => [title, abstract])).toEqual([
      ["Tides on Bent Coasts", ABSTRACT.tides],
      ["Why Bees Leave: a Queue Model", ABSTRACT.bees],
      ["Locks, Measured", ABSTRACT.locks],
    ]);
    expect(read.records.map(({ source }) => source.line)).toEqual([13, 21, 29]);
  });

  it("keeps author count, organisation and date; the number after a date is no part of it", () => {
    expect(read.records[0]).toMatchObject({ author_count: 3, date: "2019-09-26" });
    expect(read.records[0]).not.toHaveProperty("date_inferred");
    expect(read.records[1]).toMatchObject({ organization: "Acme Labs", date: "2020-05-14", date_inferred: true });
    expect(read.records[2]).not.toHaveProperty("date");
  });

  it("infers the page's year as the one after the latest named, and says so", () => {
    expect(read.pageYears).toEqual([{ line: 1, year: 2020, inferred: true }]);
    expect(codes(read)).toEqual(["listing/year-inferred"]);
  });
});

describe("details as pages write them", () => {
  const cases: readonly [who: string, date: string, record: object][] = [
    ["• 3 authors", "29 Apr 2024", { author_count: 3, date: "2024-04-29" }],
    ["• 3 authors", "Apr\u00a029, 2024\u00a05", { author_count: 3, date: "2024-04-29" }],
    ["• 3 authors", "Apr 29, 2024 1.2k", { author_count: 3, date: "2024-04-29" }],
    ["• 1,205 authors", "Apr 29, 2024", { author_count: 1205, date: "2024-04-29" }],
    ["• 1.2k authors", "Apr 29, 2024", { author_count: 1200, date: "2024-04-29" }],
    ["• 1\u202f205 authors", "29\u00a0April\u00a02024\u00a012", { author_count: 1205, date: "2024-04-29" }],
    ["• 1'205 authors", "2024-04-29", { author_count: 1205, date: "2024-04-29" }],
    ["• 100+ authors", "29/04/2024", { author_count: 100, date: "2024-04-29" }],
    ["12 authors", "29. April 2024 1,204", { author_count: 12, date: "2024-04-29" }],
    ["• 12 Autoren", "29. Dez. 2024", { author_count: 12, date: "2024-12-29" }],
    ["• 12 auteurs", "29 avr. 2024", { author_count: 12, date: "2024-04-29" }],
    ["· 1 author", "Published on Apr 29, 2024", { author_count: 1, date: "2024-04-29" }],
    ["• 3 authors", "29th April 2024", { author_count: 3, date: "2024-04-29" }],
    ["• 3 authors", "Monday, 29 Apr 2024", { author_count: 3, date: "2024-04-29" }],
    ["• 3 authors", "2024年4月29日 3", { author_count: 3, date: "2024-04-29" }],
    ["• 3 authors", "29.04.2024", { author_count: 3, date: "2024-04-29" }],
    ["• 12.3k authors", "2024/04/29", { author_count: 12300, date: "2024-04-29" }],
    ["• 3 authors", "April 2024", { author_count: 3, date: "2024-04" }],
  ];
  it.each(cases)("%s, %s", (who, date, record) => {
    const page = spaced(
      "Tides on Bent Coasts",
      ABSTRACT.tides,
      `  ${who}\n·\n${date}`,
      "Locks, Measured",
      ABSTRACT.locks,
    );
    const read = parseListing("page.txt", page);
    expect(read.records.map(({ title }) => title)).toEqual(["Tides on Bent Coasts", "Locks, Measured"]);
    expect(read.records[0]).toMatchObject(record);
    expect(read.records[0]).not.toHaveProperty("organization");
  });

  it.each(["Feb 31, 2024", "3 days ago", "yesterday", "Apr 99"])(
    "with the date %s lose the date only, with a word",
    (date) => {
      const page = spaced(
        "Tides on Bent Coasts",
        ABSTRACT.tides,
        `  • 3 authors\n·\n${date}`,
        "Locks, Measured",
        ABSTRACT.locks,
      );
      const read = parseListing("page.txt", page);
      expect(read.records.map(({ title }) => title)).toEqual(["Tides on Bent Coasts", "Locks, Measured"]);
      expect(read.records[0]).toMatchObject({ author_count: 3 });
      expect(read.records[0]).not.toHaveProperty("date");
      expect(codes(read)).toEqual(["listing/date"]);
    },
  );

  it.each([
    ["• 3 authors · Apr 29, 2024", { author_count: 3, date: "2024-04-29" }],
    ["• 1,205 authors · Apr 29, 2024 12", { author_count: 1205, date: "2024-04-29" }],
    ["Acme University · 29 Apr 2024", { organization: "Acme University", date: "2024-04-29" }],
    ["acme-labs Acme Labs · 29 Apr 2024", { organization: "Acme Labs", date: "2024-04-29" }],
  ])("may stand in one line: %s", (line, record) => {
    const read = parseListing(
      "page.txt",
      dense("Tides on Bent Coasts", ABSTRACT.tides, line, "Locks, Measured", ABSTRACT.locks),
    );
    expect(read.records.map(({ title }) => title)).toEqual(["Tides on Bent Coasts", "Locks, Measured"]);
    expect(read.records[0]).toMatchObject(record);
  });

  describe("stand among furniture, which is no paper", () => {
    const tides = ["Tides on Bent Coasts", ABSTRACT.tides, "• 2 authors", "·", "Apr 29, 2024"];
    const locks = ["Locks, Measured", ABSTRACT.locks, "• 2 authors", "·", "Apr 29, 2024"];
    const pages: readonly [what: string, lines: readonly string[]][] = [
      ["votes", ["Upvote", "48", ...tides, "Upvote", "1.2k", ...locks]],
      ["who sent it in", ["Submitted by", "someone", ...tides, "Submitted by", "some-one.else", ...locks]],
      ["who sent it in, in one line", ["Submitted by someone", ...tides, "Submitted by someone", ...locks]],
      ["buttons", [...tides, "GitHub", "1.2k", "arXiv Page", ...locks, "GitHub 48", "View PDF", "Add to collection"]],
      ["faces", ["-", "+12", ...tides, "-", "+3", ...locks]],
      ["a pager", [...tides, ...locks, "Previous", "1", "2", "...", "100", "Next"]],
      ["a menu", [...tides, ...locks, "Company", "TOS", "Privacy", "About", "Models", "Pricing", "© Hugging Face"]],
      [
        "a menu in German",
        [
          ...tides,
          ...locks,
          "Zurück",
          "1",
          "2",
          "Weiter",
          "Firma",
          "AGB",
          "Datenschutz",
          "Über uns",
          "Modelle",
          "Preise",
        ],
      ],
      [
        "a menu in French",
        [
          ...tides,
          ...locks,
          "Précédent",
          "1",
          "…",
          "100",
          "Suivant",
          "Confidentialité",
          "À propos",
          "Modèles",
          "Tarifs",
        ],
      ],
      ["a pager in one line", [...tides, ...locks, "« 1 2 3 … 100 »"]],
      ["a pager in words and numbers", [...tides, ...locks, "‹ Prev 1 2 3 … 99 Next ›", "Log In"]],
      ["who voted", [...tides, "Upvoted by 12 users", ...locks, "Liked by someone"]],
      ["a dot before comments", [...tides, "·", "1.2k", ...locks, "·", "3"]],
      ["a pager that counts", [...tides, ...locks, "Page 1 of 12", "Next page →"]],
      ["a button for more", [...tides, ...locks, "Load more papers", "Back to top", "© 2024 Acme Labs"]],
      ["a menu in one line", [...tides, ...locks, "Privacy Policy | Imprint | Accessibility"]],
      ["terms and cookies", [...tides, ...locks, "Show more", "Terms of Service", "Cookie settings", "Contact us"]],
      [
        "who made the page and where to follow them",
        [...tides, ...locks, "‹ Prev", "Next ›", "Follow us on X", "Made with care in Delft", "Discord", "LinkedIn"],
      ],
      ["votes with arrows", ["▲ 17", ...tides, "👍 3", ...locks]],
      ["votes in one line", ["Upvote 48", ...tides, "Upvotes: 1.2k", "Comments 3", ...locks]],
      ["a rank", ["#1 Paper of the day", ...tides, "#2 Paper of the day", ...locks]],
      ["buttons for readers", [...tides, "Community", "Comment", "+5", ...locks, "Community", "Comment"]],
      ["a pager of numbers and one word", [...tides, ...locks, "1", "2", "3", "Next"]],
      [
        "what a browser prints",
        [...tides, "4/30/24, 9:12 AM Daily Papers", "https://example.org/papers 1/5", ...locks],
      ],
      ["a menu in Chinese", [...tides, ...locks, "上一页", "1", "2", "下一页", "公司", "隐私", "关于", "模型"]],
    ];
    it.each(pages)("%s", (_, lines) => {
      for (const page of [spaced(...lines), dense(...lines), lines.join("\n\n")]) {
        const read = parseListing("page.txt", page);
        expect(read.records.map(({ title }) => title)).toEqual(["Tides on Bent Coasts", "Locks, Measured"]);
        for (const record of read.records) expect(record).toMatchObject({ author_count: 2, date: "2024-04-29" });
        expect(codes(read)).toEqual([]);
      }
    });
  });

  it.each([
    ["German", ["Erhalten Sie täglich Papers in Ihren Posteingang!", "Abonnieren", "Tägliche Papers"]],
    ["French", ["Recevez chaque jour les articles du moment par courriel !", "S'abonner", "Articles du jour"]],
    ["Spanish", ["Reciba los artículos del día en su correo", "una vez al día", "Suscribirse", "Artículos diarios"]],
  ])("stand below a head in %s, which is no paper", (_, head) => {
    const lines = [...head, "Tides on Bent Coasts", ABSTRACT.tides, "• 2 authors", "·", "Apr 29, 2024"];
    for (const page of [lines.join("\n"), lines.join("\n\n")]) {
      const read = parseListing("page.txt", page);
      expect(read.records.map(({ title }) => title)).toEqual(["Tides on Bent Coasts"]);
      expect(codes(read)).toEqual([]);
    }
  });

  it("stand below the site's menu, which is no paper", () => {
    const menu = ["Acme Labs", "Models", "Datasets", "Spaces", "Docs", "Pricing", "Log In", "Sign Up", "Daily Papers"];
    const lines = [...menu, "by AK and the research community", "Tides on Bent Coasts", ABSTRACT.tides, "• 2 authors"];
    for (const page of [lines.join("\n"), lines.join("\n\n")]) {
      const read = parseListing("page.txt", page);
      expect(read.records.map(({ title }) => title)).toEqual(["Tides on Bent Coasts"]);
    }
  });

  it("stand above another page's head, however short the lines of a record are", () => {
    const wrapped = ABSTRACT.tides.replace(/(.{20,40}) /g, "$1\n");
    const page = `Tides on Bent Coasts\n\n${wrapped}\n\n• 2 authors\n\n·\n\nApr 29, 2024\n\n`;
    const head = "Get trending papers in your email inbox once a day!\n\nSubscribe\n\n";
    const read = parseListing("page.txt", `${page}${head}${page.replace("Tides on", "Locks of")}`);
    expect(read.records.map(({ title }) => title)).toEqual(["Tides on Bent Coasts", "Locks of Bent Coasts"]);
  });

  it("may name the organisation on a line of its own, above the dot and the count", () => {
    const lines = [
      "Tides on Bent Coasts",
      ABSTRACT.tides,
      "Acme University",
      "· 12 authors",
      "·",
      "Apr 29, 2024",
      "·",
      "1.2k",
    ];
    for (const page of [lines.join("\n"), lines.join("\n\n")]) {
      const read = parseListing("page.txt", `${page}\n\nLocks, Measured\n· 2 authors\n·\nApr 29, 2024`);
      expect(read.records).toMatchObject([
        { title: "Tides on Bent Coasts", organization: "Acme University", author_count: 12, date: "2024-04-29" },
        { title: "Locks, Measured", author_count: 2, date: "2024-04-29" },
      ]);
    }
  });

  it("may link its titles, as Markdown does", () => {
    const page = spaced(
      "[Tides on Bent Coasts](https://arxiv.org/abs/2404.00001)",
      ABSTRACT.tides,
      "  • 2 authors\n·\nApr 29, 2024",
    );
    expect(parseListing("page.md", page).records).toMatchObject([
      { title: "Tides on Bent Coasts", arxiv_id: "2404.00001", url: "https://arxiv.org/abs/2404.00001" },
    ]);
  });

  it("may end on a date that only says how long ago, above a footer", () => {
    for (const when of ["2 days ago", "yesterday", "about an hour ago"]) {
      const footer = ["Next", "Acme Labs", "© 2024 Acme Labs"];
      const read = parseListing(
        "page.txt",
        spaced("Locks, Measured", ABSTRACT.locks, `  • 2 authors\n·\n${when}`, ...footer),
      );
      expect(read.records).toMatchObject([{ title: "Locks, Measured", author_count: 2 }]);
      expect(codes(read)).toEqual(["listing/date"]);
    }
  });

  it("may name organisation and number in one line", () => {
    const page = spaced("Tides on Bent Coasts", ABSTRACT.tides, "Acme University · 12 authors\n·\nApr 29, 2024");
    const [record] = parseListing("page.txt", page).records;
    expect(record).toMatchObject({ organization: "Acme University", author_count: 12, date: "2024-04-29" });
  });

  it.each([
    ["Acme University\n·\n12 authors\n·\nApr 29, 2024", { organization: "Acme University", author_count: 12 }],
    ["·\n12 authors\n·\nApr 29, 2024", { author_count: 12 }],
    ["• 1,205 authors · Acme University\n·\nApr 29, 2024", { organization: "Acme University", author_count: 1205 }],
    ["• over 100 authors\n·\nApr 29, 2024", { author_count: 100 }],
  ])("may hold more dots: %j", (details, record) => {
    const read = parseListing(
      "page.txt",
      spaced("Tides on Bent Coasts", ABSTRACT.tides, details, "Locks, Measured", ABSTRACT.locks),
    );
    expect(read.records.map(({ title }) => title)).toEqual(["Tides on Bent Coasts", "Locks, Measured"]);
    expect(read.records[0]).toMatchObject({ abstract: ABSTRACT.tides, ...record, date: "2024-04-29" });
    expect(codes(read)).toEqual([]);
  });

  it("may lack the date, before a footer, too", () => {
    const page = [
      "Tides on Bent Coasts",
      ABSTRACT.tides,
      "·\n2 authors",
      "Locks, Measured",
      ABSTRACT.locks,
      "·\n3 authors",
    ];
    for (const footer of [[], ["Previous", "1", "2", "Next", "Company", "TOS", "Privacy"]]) {
      const { records } = parseListing("page.txt", spaced(...page, ...footer));
      expect(records.map(({ abstract, author_count }) => [abstract, author_count])).toEqual([
        [ABSTRACT.tides, 2],
        [ABSTRACT.locks, 3],
      ]);
    }
  });

  it("end before the page's footer", () => {
    const footer = ["Previous", "1", "2", "...", "100", "Next", "Company", "TOS", "Privacy"];
    const read = parseListing(
      "page.txt",
      spaced("Locks, Measured", ABSTRACT.locks, "  • 2 authors\n·\nApr 29, 2024", ...footer),
    );
    expect(read.records.map(({ title }) => title)).toEqual(["Locks, Measured"]);
    expect(codes(read)).toEqual([]);
  });
});

describe("dates without a year", () => {
  const page = (date: string): string => spaced("Tides on Bent Coasts", ABSTRACT.tides, `  • 1 author\n·\n${date}`);

  it("take the year that is given", () => {
    const read = parseListing("page.txt", page("Jan 31 2"), 2031);
    expect(read.records[0]).toMatchObject({ date: "2031-01-31", author_count: 1 });
    expect(read.pageYears).toEqual([{ line: 1, year: 2031, inferred: false }]);
    expect(codes(read)).toEqual([]);
  });

  it("are left out, with advice, when the page names no year at all", () => {
    const read = parseListing("page.txt", page("Jan 31 2"));
    expect(read.records[0]).not.toHaveProperty("date");
    expect(read.problems[0]).toMatchObject({ code: "listing/no-year", hint: "pass --page-year YYYY" });
  });
});

describe("a page of bare lines", () => {
  it("has the button's text stuck to the first title", () => {
    const read = parseListing(
      "page.txt",
      dense("Tides on Bent Coasts", ABSTRACT.tides, "Locks, Measured", ABSTRACT.locks),
    );
    expect(read.records.map(({ title, abstract, source }) => [title, abstract, source.line])).toEqual([
      ["Tides on Bent Coasts", ABSTRACT.tides, 3],
      ["Locks, Measured", ABSTRACT.locks, 5],
    ]);
    expect(codes(read)).toEqual([]);
  });

  it("may break an abstract over lines", () => {
    const [first, rest] = [ABSTRACT.bees.slice(0, 95), ABSTRACT.bees.slice(96)];
    const read = parseListing("page.txt", dense("Why Bees Leave", first, rest, "Locks, Measured", ABSTRACT.locks));
    expect(read.records.map(({ title }) => title)).toEqual(["Why Bees Leave", "Locks, Measured"]);
    expect(read.records[0]?.abstract).toBe(`${first}\n${rest}`);
    expect(read.problems).toMatchObject([{ code: "listing/abstract-broken", where: { file: "page.txt", line: 4 } }]);
  });

  it("may lack an abstract", () => {
    const read = parseListing("page.txt", dense("Why Bees Leave", "Tides on Bent Coasts", ABSTRACT.tides));
    expect(read.records.map(({ title, abstract }) => [title, abstract])).toEqual([
      ["Why Bees Leave", undefined],
      ["Tides on Bent Coasts", ABSTRACT.tides],
    ]);
    expect(read.problems).toMatchObject([{ code: "listing/no-abstract", severity: "warning", where: { line: 3 } }]);
  });
});

describe("a damaged or foreign page", () => {
  it("that breaks off keeps what is there", () => {
    const read = parseListing(
      "page.txt",
      dense("Locks, Measured", ABSTRACT.locks, "Tides on Bent Coasts", ABSTRACT.tides.slice(0, 150)),
    );
    expect(read.records).toHaveLength(2);
    expect(read.problems).toMatchObject([{ code: "listing/truncated", where: { line: 6 } }]);
  });

  it("that breaks off in the details keeps the record", () => {
    const read = parseListing("page.txt", spaced("Locks, Measured", ABSTRACT.locks, "  • 2 au"));
    expect(read.records).toMatchObject([{ title: "Locks, Measured", abstract: ABSTRACT.locks }]);
    expect(codes(read)).toEqual(["listing/truncated"]);
  });

  it("of another site is refused by name, and nothing is made up", () => {
    const menu = [
      "Home",
      "Shop",
      "Opening hours",
      "Contact",
      "Our bread is baked at night.",
      "Rye",
      "Wheat",
      "Spelt",
      "Cart (0)",
      "Imprint",
    ];
    const read = parseListing("bakery.txt", menu.join("\n"));
    expect(read.records).toEqual([]);
    expect(read.problems).toMatchObject([
      { code: "listing/unknown-page", severity: "error", where: { file: "bakery.txt", line: 1 } },
    ]);
  });

  it("whose columns end in bars is refused, whatever stands behind a bar in place of a date", () => {
    const table = Array.from({ length: 12 }, (_, i) =>
      [`Check the valve number ${i}`, "it opens                    |", "|", `${i}.1 then closes 7f = "x"  |`, ""].join(
        "\n",
      ),
    ).join("\n");
    const read = parseListing("test.txt", table);
    expect([codes(read), read.records]).toEqual([["listing/unknown-page"], []]);
  });

  it("that is an article, with a heading over many paragraphs, is refused too", () => {
    const article = [
      "Bread at Night",
      ABSTRACT.tides,
      ABSTRACT.bees,
      ABSTRACT.locks,
      "Where to Buy",
      ABSTRACT.bees,
      ABSTRACT.tides,
    ];
    const read = parseListing("bread.txt", article.join("\n\n"));
    expect([codes(read), read.records]).toEqual([["listing/unknown-page"], []]);
  });

  it("that is empty says so", () => {
    expect(codes(parseListing("empty.txt", "\n\n"))).toEqual(["listing/empty"]);
  });
});

it("reads CRLF, a byte-order mark and several pages in one file", () => {
  const page = spaced("Tides on Bent Coasts", ABSTRACT.tides, "  • 3 authors\n·\nSep 26, 2019");
  const read = parseListing(
    "pages.txt",
    `\uFEFF${page}\n\n${dense("Locks, Measured", ABSTRACT.locks)}`.replaceAll("\n", "\r\n"),
  );
  expect(read.records.map(({ title, abstract }) => [title, abstract])).toEqual([
    ["Tides on Bent Coasts", ABSTRACT.tides],
    ["Locks, Measured", ABSTRACT.locks],
  ]);
});

describe("a line of authors between title and abstract", () => {
  const abstracts = [ABSTRACT.tides, ABSTRACT.bees];
  const titles = ["Tides on Bent Coasts", "Why Bees Leave: a Queue Model"];

  it.each([
    [["Jane Doe, John Q. Roe, Maria del Campo", "Lee Wong and Ann Smith"], 3],
    [["Jane Doe · John Roe", "X. Chen, Bo Li-Wu & Yu Wang"], 2],
    [["Jane Doe, John Roe, +12 authors", "Ann Smith, Lee Wong, et al."], 2],
  ])("%s", (names, count) => {
    const blocks = names.flatMap((line, n) => [titles[n]!, line, abstracts[n]!]);
    const { records } = parseListing("page.txt", spaced(...blocks));
    expect(records.map(({ title, abstract }) => [title, abstract])).toEqual([
      [titles[0], abstracts[0]],
      [titles[1], abstracts[1]],
    ]);
    expect(records[0]!.authors).toHaveLength(count);
  });

  it("is none where few entries of a page would have one: two names may be a title", () => {
    const whole = Array.from({ length: 8 }, (_, n) => [`Locks, Measured ${n}`, ABSTRACT.locks]).flat();
    const { records } = parseListing(
      "page.txt",
      spaced(...whole, titles[0]!, "Wild Ducks, Small Ponds", ABSTRACT.bees),
    );
    expect(records.map(({ title }) => title)).toContain("Wild Ducks, Small Ponds");
    expect(records.every(({ authors }) => authors === undefined)).toBe(true);
  });
});
