import { describe, expect, it } from "vitest";
import { inChunks, readText } from "./reading.ts";

describe("tables", () => {
  const cases: readonly [exporter: string, text: string, record: object][] = [
    [
      "Scopus",
      'Authors,Author full names,Title,Year,Source title,DOI,Link,Abstract,Author Keywords,EID\n"Müller J.; Lovelace A.","Müller, Jo (1); Lovelace, Ada (2)",On Bread,2020,Bread,10.1/a,https://example.org,Bread is old.,rye; wheat,2-s2.0-1',
      {
        title: "On Bread",
        abstract: "Bread is old.",
        authors: ["Müller, Jo (1)", "Lovelace, Ada (2)"],
        date: "2020",
        keywords: ["rye", "wheat"],
        doi: "10.1/a",
        venue: "Bread",
      },
    ],
    [
      "Lens",
      '"Lens ID","Title","Date Published","Publication Year","Source Title","Author/s","Abstract","Keywords","DOI"\n"1-2","On Bread","2020-03-01","2020","Bread","Jo Müller; Ada Lovelace","Bread is old.","rye; wheat",""',
      { id: "1-2", title: "On Bread", date: "2020-03-01", authors: ["Jo Müller", "Ada Lovelace"] },
    ],
    [
      "OpenAlex",
      "id,display_name,abstract,authorships.author.display_name,publication_date,doi\nhttps://openalex.org/W1,On Bread,Bread is old.,Jo Müller|Ada Lovelace,2020-03-01,https://doi.org/10.1/a",
      { id: "https://openalex.org/W1", title: "On Bread", authors: ["Jo Müller", "Ada Lovelace"], doi: "10.1/a" },
    ],
    [
      "Zotero",
      '"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url","Abstract Note","Date","Manual Tags"\n"ABC","journalArticle","2020","Müller, Jo; Lovelace, Ada","On Bread","Bread","","https://arxiv.org/abs/2001.00001","Bread is old.","2020-03-01","rye; wheat"',
      { title: "On Bread", abstract: "Bread is old.", date: "2020-03-01", arxiv_id: "2001.00001", venue: "Bread" },
    ],
    [
      "Web of Science as a table",
      'PT\tAU\tTI\tSO\tAB\tDI\tPY\nJ\tMuller, J; Lovelace, A\tOn "Bread" and Ovens\tBREAD\tBread is "old".\t10.1/a\t2020',
      { title: 'On "Bread" and Ovens', abstract: 'Bread is "old".', doi: "10.1/a", date: "2020" },
    ],
    [
      "a spreadsheet with semicolons",
      "title;abstract\nOn Bread;Bread is old, and good.",
      { title: "On Bread", abstract: "Bread is old, and good." },
    ],
    [
      "a spreadsheet in German",
      "Titel;Zusammenfassung;Autoren;Jahr\nOn Bread;Bread is old.;Jo Müller;2020",
      { title: "On Bread", abstract: "Bread is old.", authors: ["Jo Müller"], date: "2020" },
    ],
    [
      "a spreadsheet in French",
      "Titre;Résumé;Auteurs;Année\nOn Bread;Bread is old.;Jo Müller;2020",
      { title: "On Bread", abstract: "Bread is old.", authors: ["Jo Müller"], date: "2020" },
    ],
    [
      "a spreadsheet in Chinese",
      "标题,摘要,年份\nOn Bread,Bread is old.,2020",
      { abstract: "Bread is old.", date: "2020" },
    ],
    [
      "a repository (DSpace)",
      '"id","dc.title[en_US]","dc.description.abstract[en]","dc.contributor.author[]","dc.date.issued[]"\n"7","On Bread","Bread is old.","Müller, Jo","2020-03"',
      { title: "On Bread", abstract: "Bread is old.", authors: ["Müller, Jo"], date: "2020-03" },
    ],
    [
      "two tables put together",
      "Title,Abstract\nOn Bread,Bread is old.\n\ufeffTitle,Abstract",
      { title: "On Bread", abstract: "Bread is old." },
    ],
    [
      "names with blanks and capitals",
      " Title , ABSTRACT \nOn Bread,Bread is old.",
      { title: "On Bread", abstract: "Bread is old." },
    ],
  ];
  it.each(cases)("%s", async (_, text, record) => {
    for (const size of [1, 10_000]) {
      const read = await readText(inChunks(text, size));
      expect([read.format, read.complaints]).toEqual(["csv", []]);
      expect(read.records).toMatchObject([record]);
      expect(read.records[0]?.source.line).toBe(2);
    }
  });

  it("name the line of every row, texts of several lines and blank ones among them", async () => {
    const { records } = await readText('title,abstract\r\nA,"one\r\ntwo"\r\n\r\nB,\r\nC,n/a');
    expect(records.map(({ title, source }) => [title, source.line])).toEqual([
      ["A", 2],
      ["B", 5],
      ["C", 6],
    ]);
    expect(records[2]).not.toHaveProperty("abstract");
  });

  it("say which rows are odd; marks inside of marks move no cell", async () => {
    const odd = await readText("title,abstract\nA,one,two\nB,three\n,\n,x,");
    expect(odd.complaints).toEqual(["csv/columns:2", "csv/columns:5"]);
    const marks = await readText('title,abstract,year\nA,"We bake "rye", or oats, or wheat",2001\nB,two,2002');
    expect(marks.records.map(({ abstract, date }) => [abstract, date])).toEqual([
      ['"We bake "rye", or oats, or wheat"', "2001"],
      ["two", "2002"],
    ]);
    expect(marks.complaints).toEqual(["csv/columns:2"]);
  });

  describe("lose no row to a quotation mark that is left open", () => {
    const cases: readonly [
      what: string,
      text: string,
      rows: readonly [title: string, abstract: string | undefined, line: number][],
      complaints: string[],
    ][] = [
      [
        "before plain rows",
        'title,abstract\nA,one\n"B","two, or more\nC,three',
        [
          ["A", "one", 2],
          ["B", '"two, or more', 3],
          ["C", "three", 4],
        ],
        ["csv/syntax:3"],
      ],
      [
        "two of them, rows with closed ones between and behind",
        'title,abstract,year\nA,"one,2001\nB,"two\nlines, both",2002\nC,"three, four,2003\nD,"five, six",2004\nE,"seven,2005\n',
        [
          ["A", '"one', 2],
          ["B", "two\nlines, both", 3],
          ["C", '"three, four', 5],
          ["D", "five, six", 6],
          ["E", '"seven', 7],
        ],
        ["csv/syntax:2", "csv/syntax:5", "csv/syntax:7"],
      ],
      [
        "between tabs, where another mark follows",
        'title\tabstract\tyear\nA\t"one\t2001\nB\ttwo\t2002\nC\t"three\nlines"\t2003\nD\t"four"\t2004\n',
        [
          ["A", '"one', 2],
          ["B", "two", 3],
          ["C", "three\nlines", 4],
          ["D", "four", 6],
        ],
        ["csv/syntax:2"],
      ],
      [
        "in a title, at the end of a file without a line feed",
        'title;abstract\n"A;one',
        [['"A', "one", 2]],
        ["csv/syntax:2"],
      ],
      [
        "in more rows than are mended one by one",
        `title,abstract\n${Array.from({ length: 30 }, (_, i) => `T${i},"${"x".repeat(i + 1)}`).join("\n")}`,
        Array.from({ length: 30 }, (_, i) => [`T${i}`, `"${"x".repeat(i + 1)}`, i + 2]),
        Array.from({ length: 20 }, (_, i) => `csv/syntax:${i + 2}`),
      ],
    ];
    it.each(cases)("%s", async (_, text, rows, complaints) => {
      for (const size of [1, 7, 10_000]) {
        const read = await readText(inChunks(text, size));
        expect(read.records.map(({ title, abstract, source }) => [title, abstract, source.line])).toEqual(rows);
        expect(read.complaints).toEqual(complaints);
      }
    });
  });

  describe("may have lines above the names", () => {
    const table = "Title,Abstract,Year\nA,Bread is old.,2020\n";
    const cases: readonly [what: string, above: string][] = [
      ["a remark", "# exported on a Monday\n"],
      ["a quoted remark with commas", '"About the data: exported on Mar 29, 2019, by bakers"\n'],
      ["a spreadsheet's delimiter", "sep=,\n"],
      ["a blank line and a remark", "\n// exported\r\n"],
    ];
    it.each(cases)("%s", async (_, above) => {
      const { format, records, complaints } = await readText(above + table);
      const line = above.split("\n").length;
      expect([format, complaints]).toEqual(["csv", ["csv/note:1"]]);
      expect(records).toEqual([
        { title: "A", abstract: "Bread is old.", date: "2020", source: { file: "file", line: line + 1 } },
      ]);
    });
    it("and never take a first column called # for a remark", async () => {
      const { records, complaints } = await readText("#,Title\n1,A\n");
      expect([records.length, complaints]).toEqual([1, []]);
    });
  });

  it("name the columns of texts that are not read", async () => {
    const text = "The tide rises twice a day, and the harbour master writes both heights into his book each time.";
    const { problems } = await readText(
      `title,notes,affiliations,abstract,summary\nA,"${text}","${text}",Short.,"${text}"\nB,"${text}",,,\n`,
    );
    const said = problems.filter(({ code }) => code === "csv/unknown-text").map(({ message }) => message);
    expect(said).toEqual(['texts of the columns "notes", "summary" are not read']);
  });

  describe("that are wide", () => {
    const wide = (columns: number, cell: (i: number) => string) =>
      Array.from({ length: columns }, (_, i) => cell(i)).join(",");
    const sizes = [1 << 13, 1 << 20];

    it.each(sizes)("are read to their last column, cut at %d", async (size) => {
      const text = `title,${wide(3000, (i) => `measure ${i}`)},abstract\nOn Bread,${wide(3000, String)},Bread is old.\n`;
      const { records, complaints } = await readText(inChunks(text, size));
      expect(records).toMatchObject([{ title: "On Bread", abstract: "Bread is old." }]);
      expect(complaints).toEqual([]);
    });

    it.each(sizes)("beyond any table are refused before their names are cut, cut at %d", async (size) => {
      let given = 0;
      async function* chunks(): AsyncGenerator<string> {
        for await (const chunk of inChunks(`sep=,\ntitle,abstract,${wide(400_000, String)}\nA,B\n`, size)) {
          given += chunk.length;
          yield chunk;
        }
      }
      const { format, records, problems } = await readText(chunks());
      expect([format, records]).toEqual(["csv", []]);
      expect(problems.filter(({ severity }) => severity === "error")).toMatchObject([
        { code: "csv/too-wide", where: { line: 2 } },
      ]);
      expect(given).toBeLessThan(300_000 + 2 * size);
    });

    it.each(sizes)("in one line lose nothing that stands before it, cut at %d", async (size) => {
      const text = `title,abstract\nOn Bread,Bread is old.\nOn Salt,${",".repeat(200_000)}\nOn Rye,x\n`;
      const { records, complaints } = await readText(inChunks(text, size));
      expect(records.map(({ title }) => title)).toEqual(["On Bread"]);
      expect(complaints).toEqual(["csv/too-wide:3"]);
    });
  });

  it("without a title or an abstract are refused by that name", async () => {
    const { format, problems } = await readText("city,country,people\nA,B,1\nC,D,2\n");
    expect(format).toBe("unreadable");
    expect(problems[0]?.message).toContain("a table without a column called title or abstract");
  });
});
