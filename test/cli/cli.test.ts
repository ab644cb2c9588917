import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import type { Context } from "../../src/cli/context.ts";
import { SETTINGS } from "../../src/config.ts";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import type { RunRecord } from "../../src/contract/run-record.ts";
import { questionsHelp } from "../../src/cli/query-help.ts";
import { run } from "../../src/cli/run.ts";
import { formatsHelp } from "../../src/read/readers.ts";
import { BUILT_FILES, FORMATS } from "../../src/export/formats.ts";
import { SAMPLE_FILES, SAMPLE_FOLDER, sampleFolder } from "../sample.ts";
import { temporaryFolder } from "../temporary.ts";

const dir = temporaryFolder();
const sample = SAMPLE_FILES.map((file) => join(SAMPLE_FOLDER, file));
const read = (...path: string[]): string => readFileSync(join(dir, ...path), "utf8");
const file = (name: string, text: string): string => {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
};

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function paperweave(args: readonly string[], stdin = "", terminal = false): Promise<Outcome> {
  let [out, err, time] = ["", "", 0];
  const context: Context = {
    stdin: Readable.from(stdin === "" ? [] : [Buffer.from(stdin)]),
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text), isTTY: terminal, columns: 100 },
    now: () => (time += 50),
  };
  const code = await run(args, context);
  return { code, out, err };
}

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
      "edges.csv",
      "papers.csv",
      "terms.csv",
    ]);
    await paperweave(["export", built, "--format", "gexf", "-o", join(dir, "alone.gexf")]);
    expect(read("alone.gexf")).toBe(text("graph.gexf"));
  });
});

describe("paperweave query and diff", () => {
  const built = sampleFolder();
  const ask = async (...words: string[]): Promise<Outcome> => paperweave(["query", built, ...words]);

  it("searches by typed expressions", async () => {
    const { out } = await ask("search", "method:GraphSAGE AND NOT title:inductive", "--json");
    const found = JSON.parse(out) as { title: string }[];
    expect(found.length).toBeGreaterThan(1);
    expect(found.map(({ title }) => title).join("\n")).not.toMatch(/inductive/i);
    expect(await ask("search", 'method:"GraphSAGE')).toMatchObject({ code: 2 });
  });

  it("finds similar papers with the reason, and a path with its papers", async () => {
    expect((await ask("similar", "Mip-NeRF 360: Unbounded Anti-Aliased Neural Radiance Fields")).out).toMatch(
      /\d\.\d{3} {2}.*NeRF.* both: .*/,
    );
    expect((await ask("path", "NeRF", "object detection")).out).toMatch(
      /^path 1\n {4}neural radiance field\n {6}\S.*\n[\s\S]*object detection/i,
    );
  });

  it.each(["gaps", "bridges", "trends"])("answers %s as text and as JSON", async (question) => {
    const { code, out } = await ask(question);
    expect([code, out.split("\n").length > 3]).toEqual([0, true]);
    expect(Object.keys(JSON.parse((await ask(question, "--json")).out) as object).length).toBeGreaterThan(0);
  });

  it("names what it does not know", async () => {
    expect((await ask("path", "NeRF", "bread baking")).err).toContain('no term "bread baking"');
    expect((await ask("weather")).err).toMatch(/questions: gaps, bridges/);
    expect((await ask("path", "NeRF")).err).toMatch(/"path" takes <term> <term>/);
  });

  it("suggests the most reproducible resolution", async () => {
    const { code, out } = await paperweave(["sweep", ...sample, "--json"]);
    const trials = JSON.parse(out) as {
      resolution: number;
      stability: number;
      communities: number;
      suggested: boolean;
    }[];
    const most = Math.max(...trials.filter(({ communities }) => communities > 1).map(({ stability }) => stability));
    expect([code, trials.filter(({ suggested }) => suggested).map(({ stability }) => stability)]).toEqual([0, [most]]);
  });

  it("tells two builds apart, and why", async () => {
    const other = join(dir, "asked-again");
    await paperweave(["build", sample[0]!, "-o", other, "--seed", "7"]);
    const { out } = await paperweave(["diff", other, built]);
    expect(out).toMatch(/^cause +other papers; other settings \(graph\.seed\)/);
    expect(out).toMatch(/papers +\+40 −0/);
    expect((await paperweave(["diff", built, built])).out).toMatch(/^cause +none/);
  });
});

describe("wrong use", () => {
  const cases: readonly [what: string, args: string[], says: RegExp][] = [
    ["no command", [], /no command given/],
    ["an unknown option", ["build", "x", "--colour"], /unknown option '--colour'/],
    ["a missing file", ["import", "gone.txt"], /gone\.txt: no such file/],
    ["a bad number", ["build", "x", "--seed", "one"], /--seed takes a whole number/],
    ["no number", ["build", "x", "--resolution", ""], /--resolution takes a number from 0.01 to 100, not ""/],
    ["a number too large", ["build", "x", "--workers", "65"], /--workers takes a whole number from 1 to 64/],
    ["a year out of range", ["import", "x", "--page-year", "25"], /--page-year takes .* 1900 to 2200/],
    ["a port out of range", ["view", ".", "--port", "65536"], /--port takes .* 0 to 65535/],
    ["an unknown format", ["export", ".", "--format", "pdf"], /unknown format "pdf"[\s\S]*graphml/],
    ["a folder that was never built", ["export", ".", "--format", "json"], /build a map first/],
    ["a missing settings file", ["build", "x", "--config", "gone.json"], /gone\.json: cannot be read/],
  ];
  it.each(cases)("%s ends with 2 and says what to do", async (_, args, says) => {
    const { code, out, err } = await paperweave(args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(says);
  });

  const settings: readonly [json: string, says: string][] = [
    ['{"graph": {"reslution": 2}}', 'unknown setting "graph.reslution"'],
    ['{"grph": {}}', 'unknown stage "grph"'],
    ['{"graph": {"resolution": -1}}', '"graph.resolution" takes a number from 0.01 to 100, not -1'],
    ['{"extract": {"termThreshold": 5}}', '"extract.termThreshold" takes a number from 0 to 1, not 5'],
    ['{"graph": {"seed": 1.5}}', '"graph.seed" takes a whole number from 0 to 2147483647, not 1.5'],
    ['{"ingest": {"dedupe": "no"}}', '"ingest.dedupe" takes true or false, not "no"'],
    ['{"ingest": null}', '"ingest" must be an object'],
    ["[]", "expected an object of stages"],
  ];
  it.each(settings)("a file of settings is named with what is wrong in it: %s", async (json, says) => {
    const path = file("settings.json", json);
    const { code, err } = await paperweave(["build", sample[0]!, "--config", path, "-o", join(dir, "unset")]);
    expect([code, err]).toEqual([2, expect.stringContaining(`${path}: ${says}`)]);
    expect(existsSync(join(dir, "unset"))).toBe(false);
  });

  it("an input without papers is named with file and line", async () => {
    const menu = file("menu.txt", "Home\nShop\nOpening hours\nContact\nRye\nWheat\n");
    const { code, err } = await paperweave(["build", menu, "-o", join(dir, "none")]);
    expect([code, err.includes(`${menu}:1`), existsSync(join(dir, "none", "graph.json"))]).toEqual([2, true, false]);
  });

  it("--version and --help end with 0", async () => {
    const version = await paperweave(["--version"]);
    expect(version.code).toBe(0);
    expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/);
    const { out } = await paperweave(["--help"]);
    for (const { name } of COMMANDS) expect(out).toMatch(new RegExp(`^  ${name} `, "m"));
  });

  it("help and the table of settings are made from the lists", async () => {
    for (const { id } of FORMATS) expect((await paperweave(["export", "--help"])).out).toContain(id);
    for (const command of ["build", "import"])
      expect((await paperweave([command, "--help"])).out).toContain(formatsHelp());
    expect((await paperweave(["query", "--help"])).out).toContain(questionsHelp());
    const table = (await paperweave(["settings"])).out;
    for (const [stage, settings] of Object.entries(SETTINGS))
      for (const name of [stage, ...Object.keys(settings)]) expect(table).toMatch(new RegExp(`^ *${name}\\b`, "m"));
    expect(JSON.parse((await paperweave(["settings", "--json"])).out)).toEqual(SETTINGS);
  });
});
