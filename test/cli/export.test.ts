import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { writeGraphJson } from "../../src/contract/graph-json.ts";
import { mkdirSync } from "node:fs";
import { smallDocument } from "../documents/small.ts";
import { temporaryFolder } from "../temporary.ts";
import { paperweave } from "./paperweave.ts";

const work = temporaryFolder();
const map = join(work, "map");

beforeAll(() => {
  mkdirSync(map);
  writeFileSync(join(map, "graph.json"), [...writeGraphJson(smallDocument())].join(""));
  writeFileSync(join(work, "ids.txt"), "\uFEFF# chosen\r\nb\r\n\r\narXiv:c\r\nnobody\r\n");
});

const titles = (ris: string): string[] => [...ris.matchAll(/^TI {2}- (.*?)\r$/gm)].map(([, title = ""]) => title);

describe("export of some papers", () => {
  it.each<[options: readonly string[], papers: readonly string[]]>([
    [[], ["Paper a", "Paper b", "Paper c", "Paper d"]],
    [
      ["--term", "SimCLR"],
      ["Paper a", "Paper b"],
    ],
    [["--community", "search engines"], ["Paper d"]],
    [
      ["--community", "0"],
      ["Paper a", "Paper b", "Paper c"],
    ],
    [["--where", "dataset:ImageNet NOT id:a"], ["Paper c"]],
    [["--where", "date:2023", "--term", "contrastive learning"], ["Paper b"]],
    [
      ["--papers", join(work, "ids.txt")],
      ["Paper b", "Paper c"],
    ],
  ])("%j", async (options, papers) => {
    expect(titles((await paperweave(["export", map, "--format", "ris", ...options])).out)).toEqual(papers);
  });

  it("is a document of its own in every format: the papers, their terms, the edges between them", async () => {
    const { out, err } = await paperweave(["export", map, "--format", "json", "--term", "SimCLR"]);
    const part = JSON.parse(out) as ReturnType<typeof smallDocument>;
    expect(part.papers.map(({ node }) => node)).toEqual(["p0", "p1"]);
    expect(part.terms.map(({ node }) => node)).toEqual(["t0", "t1", "t2"]);
    expect(part.mentions).toHaveLength(5);
    expect(part.similar).toHaveLength(1);
    expect(part.communities.map(({ id, papers, size }) => [id, papers, size])).toEqual([[0, 2, 5]]);
    expect(err).toContain("2 of 4 papers");
  });

  it("names ids of a list that no paper has, by line", async () => {
    const { err } = await paperweave(["export", map, "--format", "ris", "--papers", join(work, "ids.txt")]);
    expect(err).toContain(`${join(work, "ids.txt")}:5: warning: no paper "nobody"`);
  });

  it.each<[options: readonly string[], message: RegExp]>([
    [["--term", "contrastive"], /no term "contrastive".*near: contrastive learning/s],
    [["--community", "poetry"], /no community "poetry".*0 Computer vision; 1 Search engines/s],
    [["--where", "method:("], /--where: /],
    [["--where", "id:none"], /no paper fits/],
    [["--papers", join(work, "none.txt")], /none\.txt: no such file/],
  ])("%j is refused with what to do", async (options, message) => {
    const { code, err, out } = await paperweave(["export", map, "--format", "bibtex", ...options]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
  });
});

describe("flavours", () => {
  it("are other ways to write a format", async () => {
    expect((await paperweave(["export", map, "--format", "gexf", "--flavour", "1.2"])).out).toContain('version="1.2"');
    expect((await paperweave(["export", map, "--format", "graphml", "--flavour", "yed"])).out).toContain("y:ShapeNode");
    for (const options of [["--raw-csv"], ["--flavour", "raw"]]) {
      const folder = join(work, `tables${options.length}`);
      await paperweave(["export", map, "--format", "csv", ...options, "-o", folder]);
      expect(readFileSync(join(folder, "papers.csv"), "utf8")).toMatch(/^node,id,title/);
    }
  });

  it("that there are not are refused with those that there are", async () => {
    const options = ["--format", "gexf", "--flavour", "1.1"];
    expect((await paperweave(["export", map, ...options])).err).toMatch(
      /gexf has no flavour "1\.1".*flavours of gexf: 1\.2/s,
    );
    expect((await paperweave(["export", map, "--format", "ris", "--flavour", "x"])).err).toMatch(/leave --flavour out/);
    expect((await paperweave(["export", map, "--format", "ris", "--raw-csv"])).err).toMatch(
      /--raw-csv is for --format csv/,
    );
    expect((await paperweave(["export", map, "--help"])).out.replace(/\s+/g, " ")).toContain(
      "yed (graphml), 1.2 (gexf), raw (csv)",
    );
  });
});

describe("files of bytes", () => {
  it("are written as they are", async () => {
    const folder = join(work, "parquet");
    await paperweave(["export", map, "--format", "parquet", "-o", folder]);
    expect(readdirSync(folder).sort()).toEqual([
      "communities.parquet",
      "definitions.parquet",
      "edges.parquet",
      "nodes.parquet",
      "papers.parquet",
      "results.parquet",
      "terms.parquet",
    ]);
    const bytes = readFileSync(join(folder, "terms.parquet"));
    expect([bytes.subarray(0, 4).toString(), bytes.subarray(-4).toString()]).toEqual(["PAR1", "PAR1"]);
  });
});
