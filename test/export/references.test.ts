import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { GraphDocument, PaperNode } from "../../src/contract/graph-document.ts";
import { citationKeys } from "../../src/export/references/citation-keys.ts";
import { ingest } from "../../src/ingest.ts";
import { HOSTILE } from "../documents/hostile.ts";
import { graphDocument, paperNode } from "../documents/records.ts";
import { temporaryFolder } from "../temporary.ts";
import { hasTool } from "./read-back.ts";
import { writeInto, writtenText } from "./written.ts";

const folder = temporaryFolder();

const PAPERS = graphDocument({
  papers: [
    paperNode(0, {
      id: "10.1000/weave_1",
      title: "Über weaving: 50 % of R&D in C# costs $5_000",
      abstract: "We weave ~3 maps {with braces} and x^2.\n\nThen & then some.",
      authors: ["Curie, Marie", "Ada Lovelace", "Rhythm and Blues Group"],
      author_count: 5,
      date: "2024-05-06",
      doi: "10.1000/weave_1",
      url: "https://example.org/a_b?x=1&y=2%20z",
      venue: "Journal of Maps & Looms",
      keywords: ["maps", "looms"],
    }),
    paperNode(1, {
      id: "2310.06770",
      title: "The second of {DNA} papers",
      authors: ["Marie Curie"],
      date: "2023-10",
      arxiv_id: "2310.06770",
    }),
    paperNode(2, { id: "curie-2023", title: "The second paper", authors: ["Marie Curie"], date: "2023" }),
    paperNode(3, { id: "4", title: 'A formula: $E = mc^2$, by Schr\\"odinger' }),
  ],
});

/** The papers as our own reader finds them in the file. */
async function reread(id: "bibtex" | "ris", document: GraphDocument) {
  const name = id === "bibtex" ? "papers.bib" : "papers.ris";
  const text = await writtenText(id, name, document);
  return (await ingest([{ file: name, text }], { dedupe: false })).value.papers;
}

const FIELDS = ["title", "abstract", "authors", "date", "doi", "arxiv_id", "url", "venue", "keywords"] as const;
const fieldsOf = (paper: { readonly [Field in (typeof FIELDS)[number]]?: PaperNode[Field] | undefined }) =>
  FIELDS.map((field) => paper[field]);

describe.each(["bibtex", "ris"] as const)("%s", (id) => {
  it("is read again with every field", async () => {
    const papers = await reread(id, PAPERS);
    const expected = PAPERS.papers.slice(0, 3).map(({ abstract, url, doi, arxiv_id: arxiv, ...paper }) => ({
      ...paper,
      ...(abstract !== undefined && { abstract: abstract.replace(/\s+/g, " ") }),
      ...(doi !== undefined && { doi }),
      ...(arxiv !== undefined && { arxiv_id: arxiv }),
      // RIS has an address of the arXiv id, too.
      url: url ?? (id === "ris" && arxiv !== undefined ? `https://arxiv.org/abs/${arxiv}` : undefined),
    }));
    // Our reader of BibTeX takes every brace for one that groups.
    const seen = (paper: Parameters<typeof fieldsOf>[0]) =>
      fieldsOf(paper).map((value) =>
        id === "bibtex" && typeof value === "string" ? value.replace(/[{}]/g, "") : value,
      );
    expect(papers.slice(0, 3).map(seen)).toEqual(expected.map(seen));
  });

  it("loses no record to hostile texts", async () => {
    expect(await reread(id, HOSTILE)).toHaveLength(HOSTILE.papers.filter(({ title }) => title !== "").length);
  });

  it.skipIf(!hasTool("bib2xml"))("is read by bibutils, hostile texts too", async () => {
    const [name, command] = id === "bibtex" ? ["papers.bib", "bib2xml"] : ["papers.ris", "ris2xml"];
    const papers = {
      ...HOSTILE,
      papers: [...PAPERS.papers, ...HOSTILE.papers].map((paper, i) => ({ ...paper, node: `p${i}` })),
    };
    const file = (await writeInto(`${folder}/${id}`, id, papers))(name);
    const { stdout, stderr } = spawnSync(command, [file], { encoding: "utf8" });
    expect(stderr).toContain(`Processed ${papers.papers.length} references`);
    expect(stdout).toContain("<title>Über weaving</title>");
    expect(stdout).toContain("<subTitle>50 % of R&amp;D in C# costs $5_000</subTitle>");
    expect(stdout).toContain('<namePart type="family">Lovelace</namePart>');
    expect(stdout).toContain('<identifier type="doi">10.1000/weave_1</identifier>');
  });
});

describe("BibTeX", () => {
  it("writes what LaTeX takes for commands, and leaves LaTeX alone", async () => {
    const text = await writtenText("bibtex", "papers.bib", PAPERS);
    expect(text).toContain("title = {{Über weaving: 50 \\% of R\\&D in C\\# costs \\$5\\_000}}");
    expect(text).toContain("author = {Curie, Marie and Ada Lovelace and {Rhythm and Blues Group} and others}");
    expect(text).toContain("url = {https://example.org/a_b?x=1&y=2%20z}");
    expect(text).toContain('title = {{A formula: $E = mc^2$, by Schr\\"odinger}}');
  });

  it("keys are readable and unique", () => {
    expect(citationKeys(PAPERS.papers)).toEqual(["curie2024uber", "curie2023second", "curie-2023", "formula"]);
    const twice = [0, 1, 2].map((n) =>
      paperNode(n, { id: `${n}`, title: "Maps", authors: ["Ada Lovelace"], date: "2024" }),
    );
    expect(citationKeys(twice)).toEqual(["lovelace2024maps", "lovelace2024mapsa", "lovelace2024mapsb"]);
    const keys = citationKeys(HOSTILE.papers);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !/^[A-Za-z][\w:.+/-]*$/.test(key))).toEqual([]);
  });
});

describe("RIS", () => {
  it("has a field a line, ended as the format wants it", async () => {
    const text = await writtenText("ris", "papers.ris", PAPERS);
    const records = text.split("\r\n\r\n").slice(0, -1);
    expect(records).toHaveLength(4);
    expect(records[1]!.split("\r\n")).toEqual([
      "TY  - GEN",
      "ID  - 2310.06770",
      "TI  - The second of {DNA} papers",
      "AU  - Marie Curie",
      "PY  - 2023",
      "DA  - 2023/10//",
      "AN  - arXiv:2310.06770",
      "UR  - https://arxiv.org/abs/2310.06770",
      "ER  - ",
    ]);
    for (const line of text.split("\r\n")) expect(line).toMatch(/^([A-Z][A-Z0-9] {2}- [^\r\n]*)?$/);
  });
});
