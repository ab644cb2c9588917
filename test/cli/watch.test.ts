/**
 * A living map: papers fetched from a service on this machine, built, and watched as the service gets new ones.
 */
import { execFile, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { GraphDocument } from "../../src/contract/graph-document.ts";
import { arxivFeed, type Made } from "../fetch/answers.ts";
import { Service, silent, status } from "../fetch/service.ts";
import { temporaryFolder } from "../temporary.ts";
import { type Outcome, paperweave } from "./paperweave.ts";

const root = temporaryFolder();
const main = join(import.meta.dirname, "../../src/cli/main.ts");
const cache = join(root, "cache");
let service: Service;

/** In a process of its own: a rebuild starts another one of the same program. */
const run = async (...args: string[]): Promise<Outcome> =>
  new Promise((done) => {
    const options = { cwd: root, encoding: "utf8" } as const;
    execFile(process.execPath, ["--import", import.meta.resolve("tsx"), main, ...args], options, (error, out, err) => {
      done({ code: error ? Number(error.code) : 0, out, err });
    });
  });
const watch = async (...args: string[]): Promise<Outcome> =>
  run("watch", ...args, "--pause", "0", "--retries", "0", "--cache", cache);
const mapOf = (folder: string): GraphDocument =>
  JSON.parse(readFileSync(join(root, folder, "graph.json"), "utf8")) as GraphDocument;
const labels = (folder: string): string[] =>
  mapOf(folder)
    .communities.filter(({ parent }) => parent === undefined)
    .map(({ label }) => label)
    .sort();

const FIELDS = [
  ["speech", "speech recognition", "curriculum learning", "noisy utterances"],
  ["molecules", "molecular property prediction", "graph pooling", "functional groups"],
] as const;
const made = (n: number): Made => {
  const [, task, method, data] = FIELDS[n % FIELDS.length]!;
  return {
    n,
    title: `Experiment ${n} with ${method} for ${task}`,
    abstract: `We study ${task}. Our ${method} is trained on ${data}. Experiment ${n} shows that ${method} improves ${task} on ${data}.`,
  };
};
/** What the service has. */
let list: Made[] = [];
const first = Array.from({ length: 24 }, (_, n) => made(n));

beforeAll(async () => {
  service = await Service.start();
  service.replies(() => arxivFeed(list, list.length));
  list = first;
  const { code, err } = await run("fetch", "arxiv", "x", "-o", "papers.jsonl", "--url", service.url, "--cache", cache);
  expect([code, err]).toEqual([0, expect.stringContaining("24 papers → papers.jsonl")]);
  expect((await run("build", "papers.jsonl", "-o", "map", "--cache", cache)).code).toBe(0);
}, 120_000);

describe("a built map", () => {
  it("stays as it is while nothing is new", async () => {
    const before = readFileSync(join(root, "map/run.json"), "utf8");
    const { code, out } = await watch("map");
    expect([code, out]).toEqual([0, "nothing new\n"]);
    expect(readFileSync(join(root, "map/run.json"), "utf8")).toBe(before);
  });

  it("takes up new papers, tells of them, and keeps the names of its communities", async () => {
    const before = labels("map");
    expect(before.length).toBeGreaterThan(0);
    list = [
      ...first,
      made(24),
      { n: 25, title: "Tidal turbines", abstract: "We design tidal turbines with blade pitch control." },
    ];
    const { code, out } = await watch("map", "--once");
    expect(code).toBe(0);
    expect(out).toContain("papers       +2 −0");
    expect(out).toContain("+ Tidal turbines");
    expect(out).toMatch(/terms {8}\+[1-9]/);
    expect(labels("map")).toEqual(expect.arrayContaining(before));
    expect(mapOf("map").papers).toHaveLength(26);
  });

  it("is built again when papers were fetched and the build did not follow", async () => {
    list = [...first, made(24)];
    await run("fetch", "arxiv", "x", "-o", "papers.jsonl", "--url", service.url, "--cache", cache, "--max-age", "0");
    const { out } = await watch("map", "--json");
    expect(JSON.parse(out)).toMatchObject({ papers: { removed: [{ title: "Tidal turbines" }] } });
  });

  it("is left alone by a service that fails, or gives nothing at all", async () => {
    const before = readFileSync(join(root, "papers.jsonl"), "utf8");
    for (const [reply, message] of [
      [status(500), "arXiv failed once: status 500"],
      [arxivFeed([], 0), "arxiv gave no papers, where there were some before: "],
    ] as const) {
      service.replies(() => reply);
      const { code, out, err } = await watch("map");
      expect([code, out]).toEqual([2, "nothing new\n"]);
      expect(err).toContain(`error: ${message}`);
      expect(readFileSync(join(root, "papers.jsonl"), "utf8")).toBe(before);
    }
    service.replies(() => arxivFeed(list, list.length));
  });
});

describe("a stored query", () => {
  it.each(["papers.jsonl.query", "papers.jsonl"])("%s makes its first map, and rebuilds it", async (target) => {
    rmSync(join(root, "other"), { recursive: true, force: true });
    list = first;
    expect((await watch(target, "-o", "other")).out).toBe("a first map of 24 papers → other\n");
    list = [...first, made(24)];
    expect((await watch(target, "-o", "other")).out).toContain("papers       +1 −0");
  });

  it("in a folder of fetched papers", async () => {
    mkdirSync(join(root, "fetched"));
    for (const name of ["a", "b"])
      await run("fetch", "arxiv", name, "-o", `fetched/${name}.jsonl`, "--url", service.url, "--cache", cache);
    const { code, out } = await watch("fetched", "-o", "both");
    expect([code, out]).toEqual([0, "a first map of 25 papers → both\n"]);
  });
});

it("an interrupted fetch goes on where it stopped", async () => {
  const feed = (url: URL): string => {
    const start = Number(url.searchParams.get("start"));
    return arxivFeed(first.slice(start, start + 4), first.length);
  };
  const args = [
    "fetch",
    "arxiv",
    "stop",
    "-o",
    "stopped.jsonl",
    "--url",
    service.url,
    "--pause",
    "0",
    "--cache",
    cache,
  ];
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), main, ...args], { cwd: root });
  const code = new Promise((done) => child.on("exit", done));
  // The third page never comes; by then two are kept.
  service.replies((url, n) => {
    if (n < 3) return feed(url);
    child.kill("SIGINT");
    return silent;
  });
  expect(await code).toBe(130);
  expect(existsSync(join(root, "stopped.jsonl"))).toBe(false);
  service.replies(feed);
  const { err } = await run(...args, "--max-age", "0");
  expect(err).toContain("24 records in 6 pages, 2 from the cache: 24 papers");
  expect(service.asked).toHaveLength(4);
  service.replies(() => arxivFeed(list, list.length));
});

it("--every asks again and again, whatever goes wrong", async () => {
  const waits: number[] = [];
  let time = Date.now();
  const clock = {
    now: () => (time += 10),
    wait: async (ms: number) => {
      waits.push(ms);
      time += ms;
      return waits.length < 3 ? Promise.resolve() : Promise.reject(new Error("stopped"));
    },
  };
  service.replies((_, n) => (n === 2 ? status(500) : arxivFeed(list, list.length)));
  const { err } = await paperweave(
    ["watch", join(root, "other"), "--every", "6", "--pause", "0", "--retries", "0", "--cache", cache],
    "",
    false,
    clock,
  );
  expect(waits).toEqual([6, 6, 6].map((hours) => hours * 3_600_000));
  expect(err).toContain("error: arXiv failed once: status 500");
  expect(service.asked).toHaveLength(3);
});

describe("wrong use", () => {
  it.each([
    [["watch", "nowhere"], "nowhere: no such file or folder"],
    [["watch", "empty"], "empty is no built folder, and holds no stored query"],
    [["watch", "hand.jsonl"], "hand.jsonl.query: no such file"],
    [["watch", "broken.jsonl.query"], "broken.jsonl.query: not valid JSON"],
    [["watch", "strange.jsonl.query"], "strange.jsonl.query: max is missing"],
    [["watch", "papers.jsonl", "-o", "by-hand"], "the map in by-hand was not built from papers.jsonl"],
    [["watch", "by-hand"], "none of the papers of by-hand was fetched"],
    [["watch", "map", "--once", "--every", "2"], "--once and --every exclude each other"],
  ])("%j", async (args, message) => {
    if (args[1] === "nowhere") {
      mkdirSync(join(root, "empty"));
      const line = JSON.stringify({ title: "By hand", abstract: "We write papers by hand." });
      writeFileSync(join(root, "hand.jsonl"), `${line}\n`);
      writeFileSync(join(root, "broken.jsonl.query"), "{");
      writeFileSync(join(root, "strange.jsonl.query"), '{"schema": "paperweave-query/1", "source": "arxiv"}');
      expect((await run("build", "hand.jsonl", "-o", "by-hand", "--cache", cache)).code).toBe(0);
    }
    const { code, err } = await run(...args);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });
});
