/**
 * The commands that read papers and write files.
 */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import type { RunRecord } from "../../src/contract/run-record.ts";
import { BUILT_FILES } from "../../src/export/formats.ts";
import { SAMPLE_FILES, SAMPLE_FOLDER, sampleFolder } from "../sample.ts";
import { temporaryFolder } from "../temporary.ts";
import { paperweave } from "./paperweave.ts";

const dir = temporaryFolder();
const sample = SAMPLE_FILES.map((file) => join(SAMPLE_FOLDER, file));
const read = (...path: string[]): string => readFileSync(join(dir, ...path), "utf8");
const file = (name: string, text: string): string => {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
};

describe("paperweave build", () => {
  it("writes every output, and the same bytes whatever built them before", async () => {
    // Made by another process, in another locale and time zone, with threads, from the files in reverse order.
    const before = sampleFolder();
    const out = join(dir, "again");
    cpSync(before, out, { recursive: true });
    const { code, err, out: printed } = await paperweave(["build", ...sample, "-o", out, "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({ records: 93, papers: 90 });
    expect(err).not.toContain("\r");
    expect(readdirSync(out).sort()).toEqual(BUILT_FILES.map(({ name }) => name).sort());
    for (const name of readdirSync(out))
      expect(read("again", name) === readFileSync(join(before, name), "utf8"), name).toBe(true);
    // Only run.json, by which the map is built again, says where the papers are.
    const telling = readdirSync(out).filter((name) => read("again", name).includes(SAMPLE_FOLDER));
    expect(telling).toEqual(["run.json"]);
  });

  it("tells with --timings where the time went, stage by stage, in run.json and as a table", async () => {
    const { err } = await paperweave(["build", sample[0]!, "-o", join(dir, "timed"), "--timings"]);
    const { timings } = JSON.parse(read("timed", "run.json")) as RunRecord;
    const stages = timings!.stages.map(({ stage }) => stage);
    expect(stages).toEqual(expect.arrayContaining(["read", "tag", "describe", "communities", "measures", "write"]));
    expect(new Set(stages).size).toBe(stages.length);
    const sum = timings!.stages.reduce((total, { ms }) => total + ms, 0);
    expect(sum).toBeGreaterThan(0.8 * timings!.total_ms);
    expect(sum).toBeLessThanOrEqual(timings!.total_ms + stages.length);
    for (const stage of stages) expect(err).toMatch(new RegExp(`^${stage} +\\d+\\.\\d\\d`, "mu"));
  });

  it("names the map, keeps the name, and tells what a rebuild added", async () => {
    const out = join(dir, "named");
    const titleOf = () => (JSON.parse(read("named", "graph.json")) as GraphDocument).title;
    await paperweave(["build", sample[0]!, "-o", out, "--title", "Loaves & fishes"]);
    expect(titleOf()).toBe("Loaves & fishes");
    expect((await paperweave(["query", out, "new"])).out).toBe("no new papers: the last build added none to the map\n");
    await paperweave(["build", ...sample, "-o", out]);
    expect(titleOf()).toBe("Loaves & fishes");
    const before = read("named", "map.html");
    const { all, papers } = JSON.parse((await paperweave(["query", out, "new", "--json", "--limit", "3"])).out) as {
      readonly all: { readonly papers: number };
      readonly papers: readonly unknown[];
    };
    expect([papers.length, all.papers > 3]).toEqual([3, true]);
    const { out: said } = await paperweave(["query", out, "new"]);
    expect(said).toContain(`${all.papers} of 90 papers are new, in `);
    await paperweave(["build", ...sample, "-o", out]);
    expect(read("named", "map.html") === before).toBe(true);
    await paperweave(["build", ...sample, "-o", out, "--title", " "]);
    expect(titleOf()).toBeUndefined();
  });

  it("shows progress on a terminal only", async () => {
    const { err } = await paperweave(["build", sample[0]!, "-o", join(dir, "terminal")], "", true);
    expect(err).toMatch(/\r.*finding terms {2}\d+\/\d+/);
  });

  it("reads the good files beside a bad one, and writes nothing under --strict", async () => {
    const bad = file("bad.jsonl", '{"title": "cut');
    const { code, err } = await paperweave(["build", sample[0]!, bad, "-o", join(dir, "mixed")]);
    expect(code).toBe(0);
    expect(err).toContain(`${bad}:1: error: not valid JSON`);
    expect(await paperweave(["build", sample[0]!, bad, "-o", join(dir, "strict"), "--strict"])).toMatchObject({
      code: 2,
    });
    expect(existsSync(join(dir, "strict"))).toBe(false);
  });
});

describe("decisions.tsv", () => {
  it("in the output folder survives rebuilds and is obeyed; lines that match nothing are reported", async () => {
    const out = join(dir, "decided");
    cpSync(sampleFolder(), out, { recursive: true });
    expect(termType(out, "GraphSAGE")).toBe("method");
    writeFileSync(
      join(out, "decisions.tsv"),
      "# ours\ntype\tGraphSAGE\tconcept\ndrop\tLibriSpeech\ndrop\tno such term\n",
    );
    const { code, err } = await paperweave(["build", ...sample, "-o", out]);
    expect(code).toBe(0);
    expect(err).toMatch(/decisions\.tsv:4: .*no such term/);
    expect(termType(out, "GraphSAGE")).toBe("concept");
    expect(termType(out, "LibriSpeech")).toBeUndefined();
    expect(existsSync(join(out, "decisions.tsv"))).toBe(true);
  });
});

function termType(out: string, name: string): string | undefined {
  const document = JSON.parse(readFileSync(join(out, "graph.json"), "utf8")) as GraphDocument;
  return document.terms.find(({ term }) => term === name)?.type;
}

describe("paperweave import", () => {
  it("prints papers as JSONL and writes the report", async () => {
    const { code, out } = await paperweave(["import", ...sample, "--report", join(dir, "report.json")]);
    expect(code).toBe(0);
    expect(out.trim().split("\n")).toHaveLength(90);
    expect(JSON.parse(read("report.json"))).toMatchObject({
      records: 93,
      papers: 90,
      files: [{ records: 50, page_years: [{ year: 2025, inferred: true }] }, { records: 43 }],
    });
    expect((await paperweave(["import", ...sample, "--no-dedupe"])).out.trim().split("\n")).toHaveLength(93);
  });

  it("reads what it wrote: its output is an input format", async () => {
    const { out } = await paperweave(["import", ...sample]);
    const again = await paperweave(["import", "-"], out);
    const strip = (text: string): unknown[] =>
      text
        .trim()
        .split("\n")
        .map((line) => ({ ...(JSON.parse(line) as object), source: null, also: null, date_inferred: null }));
    expect(strip(again.out)).toEqual(strip(out));
  });
});

describe("paperweave extract", () => {
  it("prints terms with exact, non-overlapping mentions, a line a paper in the order of reading", async () => {
    const text =
      "We introduce a graph neural network (GNN) for molecules. The GNN beats graph neural networks of the past.";
    const { code, out } = await paperweave(
      ["extract", "-"],
      `${JSON.stringify({ id: "b", title: "Molecules", text })}\n${JSON.stringify({ id: "a", title: "Nothing here" })}`,
    );
    expect(code).toBe(0);
    const lines = out
      .trim()
      .split("\n")
      .map(
        (line) =>
          JSON.parse(line) as {
            id: string;
            terms: {
              term: string;
              salience: number;
              aliases: string[];
              mentions: { field: string; start: number; end: number; text: string }[];
            }[];
          },
      );
    expect(lines.map(({ id }) => id)).toEqual(["b", "a"]);
    const spans = lines[0]!.terms
      .flatMap(({ mentions }) => mentions)
      .filter(({ field }) => field === "abstract")
      .sort((a, b) => a.start - b.start);
    for (const { start, end, text: slice } of spans) expect(text.slice(start, end)).toBe(slice);
    for (const [i, span] of spans.entries()) if (i > 0) expect(span.start).toBeGreaterThanOrEqual(spans[i - 1]!.end);
    const network = lines[0]!.terms.find(({ aliases, term }) => [term, ...aliases].includes("GNN"));
    expect(network?.mentions.map((mention) => mention.text)).toEqual([
      "graph neural network",
      "GNN",
      "GNN",
      "graph neural networks",
    ]);
    expect(lines[0]!.terms.every(({ salience }) => salience >= 0 && salience <= 1)).toBe(true);
  });
});

describe("paperweave export", () => {
  it("gives one format from a built folder, the same as the build's own", async () => {
    const built = sampleFolder();
    const text = (name: string): string => readFileSync(join(built, name), "utf8");
    expect((await paperweave(["export", built, "--format", "graphml"])).out).toBe(text("graph.graphml"));
    await paperweave(["export", built, "--format", "csv", "-o", join(dir, "tables")]);
    expect(readdirSync(join(dir, "tables")).sort()).toEqual([
      "communities.csv",
      "definitions.csv",
      "edges.csv",
      "nodes.csv",
      "papers.csv",
      "results.csv",
      "terms.csv",
    ]);
    await paperweave(["export", built, "--format", "gexf", "-o", join(dir, "alone.gexf")]);
    expect(read("alone.gexf")).toBe(text("graph.gexf"));
  });
});
