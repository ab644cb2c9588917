import { describe, expect, it } from "vitest";
import { decodeLatex } from "../../src/read/fields/latex.ts";
import { inChunks, readText } from "./reading.ts";

describe("a BibTeX entry", () => {
  it("gives all its fields", async () => {
    const { format, records, complaints } = await readText(
      [
        "% a library",
        '@string{jb = "Journal of Bread"}',
        "@Article{oven2020,",
        "  title = {The {Oven} at \\emph{Night}},",
        '  author = {M{\\"u}ller, Jo and Ada Lovelace and {Bakers and Sons}},',
        '  journal = jb # " A",',
        "  year = 2020, month = mar,",
        "  abstract = {Bread is old,",
        "    and 50\\% of it is eaten.},",
        "  keywords = {rye, wheat; spelt},",
        "  doi = {https://doi.org/10.1/a_b},",
        "  eprint = {2001.00001}, archivePrefix = {arXiv},",
        "}",
      ].join("\n"),
    );
    expect([format, complaints]).toEqual(["bibtex", []]);
    expect(records).toEqual([
      {
        title: "The Oven at Night",
        abstract: "Bread is old, and 50% of it is eaten.",
        authors: ["Müller, Jo", "Ada Lovelace", "Bakers and Sons"],
        date: "2020-03",
        keywords: ["rye", "wheat", "spelt"],
        doi: "10.1/a_b",
        arxiv_id: "2001.00001",
        venue: "Journal of Bread A",
        source: { file: "file", line: 3 },
      },
    ]);
  });
});

describe("identifiers with signs that BibTeX escapes", () => {
  it.each([
    [
      "10.1892/0891-6640(2002)016{\\textless}0001:ABC{\\textgreater}2.3.CO;2",
      "10.1892/0891-6640(2002)016<0001:ABC>2.3.CO;2",
    ],
    ["10.1002/1097(19)17:15&lt;1661::AID-X9&gt;3.0.CO;2-2", "10.1002/1097(19)17:15<1661::AID-X9>3.0.CO;2-2"],
    [
      "https://doi.org/10.1002/1096(199608)1:4%3C499::AID-A5%3E3.0.CO;2-%23",
      "10.1002/1096(199608)1:4<499::AID-A5>3.0.CO;2-#",
    ],
    ["10.1/a\\_b", "10.1/a_b"],
    ["10.1/a<br>", "10.1/a"],
  ])("%s", async (written, doi) => {
    const { records } = await readText(`@article{a, title={A}, doi={${written}}}`);
    expect(records[0]?.doi).toBe(doi);
  });
});

describe("keywords", () => {
  it.each([
    ["rye, 2,3-butanediol, wheat; spelt", ["rye", "2,3-butanediol", "wheat", "spelt"]],
    ["rye,wheat;spelt", ["rye", "wheat", "spelt"]],
  ])("%s", async (written, keywords) => {
    expect((await readText(`@article{a, title={A}, keywords={${written}}}`)).records[0]?.keywords).toEqual(keywords);
  });
});

describe("a BibTeX file", () => {
  const cases: readonly [
    what: string,
    text: string,
    found: readonly [title: string, line: number][],
    complaints?: string[],
  ][] = [
    [
      "entries in one line",
      "@book{a, title={A}} @book{b, title={B}}",
      [
        ["A", 1],
        ["B", 1],
      ],
    ],
    [
      "round brackets",
      '@book(a, title = "A (new)", year = 2000)\n@book{b, title = {B}}',
      [
        ["A (new)", 1],
        ["B", 2],
      ],
    ],
    ["strings and sums", '@string{t = "A"}\n@book{a, title = t # { } # "B" # 3}', [["A B3", 2]]],
    ["months are strings", "@book{a, title = {A}, month = feb}", [["A", 1]]],
    [
      "comments and preambles",
      '@comment{@book{x, title={X}}}\n@preamble{"\\def\\x{}"}\n@book{a, title={A}}',
      [["A", 3]],
    ],
    ["a key that is missing", "@book{,\n title={A}}", [["A", 1]]],
    ["commas that are missing or too many", "@book{a, title={A} year=2000,, pages={1}\n}", [["A", 1]]],
    [
      "an entry that is not closed",
      "@article{a,\n title = {A},\n\n@article{b,\n title = {B}\n}",
      [
        ["A", 1],
        ["B", 4],
      ],
      ["bibtex/syntax:1"],
    ],
    [
      "a value that is not closed",
      "@article{a,\n title = {A {new},\n year = {2000}\n}\n\n@article{b,\n title = {B}\n}",
      [
        ["A new", 1],
        ["B", 6],
      ],
      ["bibtex/syntax:1"],
    ],
    [
      "a value that is not closed, before entries of one line",
      "@misc{a, title={A}, note={x\n@book{b, title={B}, year=2000}\n@book{c, year=2001, title={C}}",
      [
        ["A", 1],
        ["B", 2],
        ["C", 3],
      ],
      ["bibtex/syntax:1"],
    ],
    ["an entry without texts", "@book{a, year=2000}\n@book{b, title={B}}", [["B", 2]], ["bibtex/no-text:1"]],
    ["types and names with signs", "@web_page{a, my-note={x}, title={A}}", [["A", 1]]],
    ["a mail address between entries", "From: a@b {c}\n\n@book{a, title={A}}", [["A", 3]]],
  ];
  it.each(cases)("%s", async (_, text, found, expected = []) => {
    for (const size of [1, 10_000]) {
      const { records, complaints } = await readText(inChunks(text, size));
      expect(records.map(({ title, source }) => [title, source.line])).toEqual(found);
      expect(complaints).toEqual(expected);
    }
  });

  it("puts in strings of strings only as far as a text would grow", async () => {
    const doubling = Array.from({ length: 40 }, (_, i) => `@string{s${i + 1} = s${i} # s${i} # s${i}}`);
    const text = [
      '@string{s0 = "loaf "}',
      ...doubling,
      "@book{a, title = s40 # { of bread}}",
      "@book{b, title = s1}",
      ...Array.from({ length: 500 }, (_, i) => `@book{c${i}, title = {On Bread ${i}}, abstract = s8}`),
    ].join("\n");
    const { records, problems } = await readText(text);
    expect(records.map(({ title }) => title).slice(0, 3)).toEqual(["of bread", "loaf loaf loaf", "On Bread 0"]);
    expect(records).toHaveLength(502);
    expect(records.reduce((sum, { abstract = "" }) => sum + abstract.length, 0)).toBeLessThan(2_000_000);
    const told = problems.filter(({ message }) => message.includes("makes more of the file than any text would"));
    expect(told[0]).toMatchObject({ where: { line: 42 } });
    expect(told.length).toBeGreaterThan(100);
  });
});

describe("entries that take fields from others", () => {
  const part = "@inproceedings{part, title={A Part}, crossref={Whole}}";
  const whole = "@proceedings{whole, title={The Whole}, year=1999, doi={10.1/whole}, editor={Ada Lovelace}}";
  const cases: readonly [what: string, text: string, records: readonly object[]][] = [
    [
      "a volume that comes later",
      `${part}\n${whole}`,
      [{ title: "A Part", date: "1999", venue: "The Whole" }, { title: "The Whole" }],
    ],
    [
      "a volume that came before",
      `${whole}\n${part}`,
      [{ title: "The Whole" }, { title: "A Part", venue: "The Whole", authors: ["Ada Lovelace"] }],
    ],
    ["a volume that never comes", part, [{ title: "A Part" }]],
    [
      "a part that has its own",
      `@inbook{a, title={A}, year=2001, crossref={b}}\n@book{b, title={B}, year=1990}`,
      [{ title: "A", date: "2001" }, {}],
    ],
    ["a part without a title", `@article{a, crossref={b}}\n@book{b, title={B}}`, [{ title: "B" }, { title: "B" }]],
    [
      "a volume in a volume",
      `${part}\n@proceedings{whole, title={W}, crossref={series}}\n@mvproceedings{series, title={S}, year=1980}`,
      [{ date: "1980" }, {}, {}],
    ],
    ["an entry that names itself", "@book{a, title={A}, crossref={a}}", [{ title: "A" }]],
    [
      "entries in a circle",
      "@book{a, title={A}, crossref={b}}\n@book{b, title={B}, crossref={a}, year=1970}",
      [{ title: "A", date: "1970" }, { title: "B" }],
    ],
    [
      "fields for others",
      "@xdata{x, abstract={Old.}, year=1960}\n@book{a, title={A}, xdata={x}}",
      [{ title: "A", abstract: "Old.", date: "1960" }],
    ],
  ];
  it.each(cases)("%s", async (_, text, expected) => {
    const { records, complaints } = await readText(text);
    expect(records).toMatchObject(expected);
    expect(records).toHaveLength(expected.length);
    expect(records.filter(({ doi }) => doi !== undefined).map(({ title }) => title)).toEqual(
      text.includes("doi") ? ["The Whole"] : [],
    );
    expect(complaints).toEqual([]);
  });
});

describe("LaTeX", () => {
  const cases: readonly (readonly [latex: string, text: string])[] = [
    ["Fe$_3$O$_4$", "Fe3O4"],
    ["Schr{\\\"o}dinger, Erd\\H{o}s, \\'{\\i}, \\c{c}, \\v Skoda", "Schrödinger, Erdős, í, ç, Škoda"],
    ['{\\ss} \\o{} \\L{}ukasz \\AA ngstr\\"om', "ß ø Łukasz Ångström"],
    ["$\\alpha$-helix and $\\beta$", "α-helix and β"],
    ["pages 1--2 --- \\textbf{bold}", "pages 1–2 — bold"],
    ["``quoted'' {text}", "“quoted” text"],
    ["a -- b, ''c''", "a -- b, ''c''"],
    ["p<0.05 and a <b and c> d", "p<0.05 and a <b and c> d"],
    ["22 --{\\textgreater}A, {x} --> y, 1--2", "22 -->A, x --> y, 1–2"],
    ["\\textbraceleft a\\textbraceright{} \\textasteriskcentered{} {\\guilsinglleft}b", "{a} * ‹b"],
    ["\\enquote{Bread} in \\TeX{} and {\\LaTeX}", "“Bread” in TeX and LaTeX"],
    ["$\\frac{1}{2}$ of $\\log n$", "1/2 of log n"],
    ["50\\% \\& more\\_here \\#1 \\$5", "50% & more_here #1 $5"],
    ["costs $5 a day", "costs $5 a day"],
    ["{from} $5 million to $6 million", "from $5 million to $6 million"],
    ["a~b\\ c\\\\d", "a b c d"],
    ["\\href{http://a.b}{the page} \\url{http://c.d/e_f}", "the page http://c.d/e_f"],
    ["$10^{-3}$ \\(x_1\\)", "10-3 x1"],
    ["\\unknown{kept} \\alsounknown", "kept"],
    ["open {brace and \\", "open brace and"],
    ["{".repeat(5000) + "x" + "}".repeat(5000), "x"],
  ];
  it.each(cases)("%s", (latex, text) => {
    expect(decodeLatex(latex)).toBe(text);
  });
});
