/**
 * A folder built with files named from one working folder, viewed and rebuilt from another.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import type { RunRecord } from "../../src/contract/run-record.ts";
import { temporaryFolder } from "../temporary.ts";

const root = temporaryFolder();
const project = join(root, "project");
const map = join(project, "maps", "first");
const main = join(import.meta.dirname, "../../src/cli/main.ts");
const node = ["--import", import.meta.resolve("tsx"), main];
const papers = [
  ["GraphSAGE for citation networks", "We propose GraphSAGE, a graph neural network for node classification on Cora."],
  ["Attention in graphs", "Graph attention networks improve node classification on Cora and Citeseer."],
  ["Active learning on graphs", "Active learning with a graph neural network reduces the cost of labels on Citeseer."],
].map(([title, abstract], i) => JSON.stringify({ id: `x${i}`, title, abstract }));

const terms = (): string[] =>
  (JSON.parse(readFileSync(join(map, "graph.json"), "utf8")) as GraphDocument).terms.map(({ term }) => term);
const record = (): RunRecord => JSON.parse(readFileSync(join(map, "run.json"), "utf8")) as RunRecord;
/** What it says on standard error. */
const build = (...more: string[]): string => {
  const args = [...node, "build", "papers.jsonl", "-o", "maps/first", ...more];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: "utf8" });
  expect([status, status === 0 ? "" : stderr]).toEqual([0, ""]);
  return stderr;
};

let server: ChildProcess | undefined;
let url = "";
let token = "";
beforeAll(async () => {
  mkdirSync(project);
  writeFileSync(join(project, "papers.jsonl"), `${papers.join("\n")}\n`);
  writeFileSync(join(project, "theirs.tsv"), "drop\tGraphSAGE\n");
  expect(build("--decisions", "theirs.tsv")).not.toContain("communities lose");
  const viewer = spawn(process.execPath, [...node, "view", map, "--no-open"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  server = viewer;
  url = await new Promise<string>((done) => createInterface({ input: viewer.stdout }).once("line", done));
  token = /paperweave-token" content="(\w+)"/.exec(await (await fetch(url)).text())?.[1] ?? "";
}, 120_000);
afterAll(() => {
  server?.kill();
});

describe("a rebuild from the viewer", () => {
  it("is told by names as typed, and by no path of this machine", () => {
    const { base, inputs, decisions } = record();
    expect([base, inputs[0]?.file, decisions.files]).toEqual(["../..", "papers.jsonl", ["theirs.tsv"]]);
    expect(JSON.stringify(record())).not.toContain(root);
  });

  it("keeps the decisions of other files, takes the folder's own, and works from any working folder", async () => {
    expect(terms()).not.toContain("GraphSAGE");
    const lost = terms().find((term) => term !== "GraphSAGE")!;
    const headers = { "x-paperweave-token": token };
    expect(await (await fetch(`${url}api/decisions`)).json()).toMatchObject({ text: "", built: "" });
    await fetch(`${url}api/decisions`, { method: "PUT", headers, body: `drop\t${lost}\n` });
    const said = await (await fetch(`${url}api/rebuild`, { method: "POST", headers })).text();
    expect(said.trim().split("\n").at(-1)).toBe('{"finished":true}');
    expect(terms()).not.toContain("GraphSAGE");
    expect(terms()).not.toContain(lost);
    const { base, decisions, inputs } = record();
    expect(decisions.lines).toEqual(["drop\tGraphSAGE", `drop\t${lost}`]);
    expect([base, inputs[0]?.file, decisions.files]).toEqual(["../..", "papers.jsonl", ["theirs.tsv"]]);
    expect(await (await fetch(`${url}api/decisions`)).json()).toMatchObject({
      text: `drop\t${lost}\n`,
      built: `drop\t${lost}\n`,
    });
  }, 120_000);
});

describe("a folder that was built with --raw-csv", () => {
  it("is built again with the exact texts, and again without once it is built without", async () => {
    const isGuarded = () => readFileSync(join(map, "papers.csv"), "utf8").startsWith("\uFEFF");
    const headers = { "x-paperweave-token": token };
    for (const raw of [true, false]) {
      build(...(raw ? ["--raw-csv"] : []));
      // The build above let nothing else run: that the server has hung up meanwhile is still to be heard.
      await setTimeout(100);
      await (await fetch(`${url}api/rebuild`, { method: "POST", headers })).text();
      expect([isGuarded(), record().exports]).toEqual([!raw, raw ? { raw_csv: true } : undefined]);
    }
  }, 120_000);
});

describe("a folder that an older version has built", () => {
  const rebuild = async (settings: unknown): Promise<string> => {
    writeFileSync(join(map, "run.json"), JSON.stringify({ ...record(), settings }));
    const headers = { "x-paperweave-token": token };
    const said = await (await fetch(`${url}api/rebuild`, { method: "POST", headers })).text();
    return said.trim().split("\n").at(-1)!;
  };

  it("is built again with settings under their names of today", async () => {
    const { minProbability, ...extract } = record().settings["extract"] as Record<string, number>;
    const old = { ...record().settings, extract: { ...extract, leastProbability: minProbability! / 2 } };
    expect(await rebuild(old)).toBe('{"finished":true}');
    expect(record().settings["extract"]).toEqual({ ...extract, minProbability: minProbability! / 2 });
  }, 120_000);

  it.each<[what: string, settings: object, told: string]>([
    ["a setting is gone", { graph: { tries: 3 } }, 'run.json: unknown setting "graph.tries"'],
    ["a stage is gone", { areas: {} }, 'run.json: unknown stage "areas"'],
    ["a value is outside", { graph: { runs: 0 } }, 'run.json: "graph.runs" takes a whole number from'],
  ])("is not built when %s: the file and the setting are named", async (_, settings, told) => {
    const before = readFileSync(join(map, "graph.json"), "utf8");
    expect(JSON.parse(await rebuild(settings))).toEqual({ error: expect.stringContaining(told) as string });
    expect(readFileSync(join(map, "graph.json"), "utf8")).toBe(before);
  });
});

describe("a previous document that cannot be read", () => {
  it.each<[what: string, harm: (file: string) => void, told: string]>([
    ["is of another version", (file) => writeFileSync(file, '{"schema":"x"}'), 'schema "x", but this tool reads'],
    ["is harmed", (file) => truncateSync(file, 2 ** 31 + 1), "not valid JSON (Unexpected token"],
  ])(
    "%s: the build goes on and says what is lost",
    (_, harm, told) => {
      harm(join(map, "graph.json"));
      const said = build();
      expect(said).toContain(told);
      expect(said).toContain("warning: maps/first/graph.json");
      expect(said).toContain("communities lose the id, colour and name");
    },
    120_000,
  );
});
