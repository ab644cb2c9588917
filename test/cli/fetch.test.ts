/**
 * `paperweave fetch` against a service on this machine.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SOURCES } from "../../src/fetch/sources.ts";
import { arxivFeed, dailyAnswer, europepmcAnswer, openalexAnswer, papers } from "../fetch/answers.ts";
import { deserted, type Reply, Service, status } from "../fetch/service.ts";
import { temporaryFolder } from "../temporary.ts";
import { type Outcome, paperweave } from "./paperweave.ts";

const work = temporaryFolder();
let service: Service;
let folder = "";
let runs = 0;
beforeAll(async () => {
  service = await Service.start();
});
beforeEach(() => {
  folder = join(work, String(runs++));
});

const fetching = async (...args: string[]): Promise<Outcome> =>
  paperweave(["fetch", ...args, "--url", service.url, "--pause", "0", "--retries", "0", "--cache", `${folder}-cache`]);
const read = (name: string): string => readFileSync(join(folder, name), "utf8");
const titles = (jsonl: string): string[] =>
  jsonl
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { title: string }).title.replace(/:.*/, ""));
const studies = (from: number, to: number): string[] => papers(from, to).map(({ n }) => `Study ${n}`);

/** Seven papers in pages of three. */
const arxiv = (url: URL): string => {
  const start = Number(url.searchParams.get("start"));
  return arxivFeed(papers(start, Math.min(start + 3, 7)), 7);
};

describe("papers of a service", () => {
  const ONE_PAGE: Readonly<Record<string, (url: URL) => string>> = {
    arxiv,
    openalex: () => openalexAnswer(papers(0, 7), 7),
    europepmc: () => europepmcAnswer(papers(0, 7), 7),
    "hf-daily": () => dailyAnswer(papers(0, 7)),
  };

  it.each(SOURCES.map(({ id }) => id))("%s, in a file that `import` reads, with the query beside it", async (id) => {
    service.replies((url) => ONE_PAGE[id]!(url));
    const asked = id === "hf-daily" ? ["2024-05-01"] : ["pooling", "2024-05"];
    const { code, out, err } = await fetching(id, ...asked, "-o", join(folder, "papers.jsonl"));
    expect([code, out]).toEqual([0, ""]);
    expect(err).toContain("7 records in");
    expect(titles(read("papers.jsonl")).sort()).toEqual(studies(0, 7));
    expect(JSON.parse(read("papers.jsonl.query"))).toMatchObject({
      schema: "paperweave-query/1",
      source: id,
      from: "2024-05-01",
    });
    const imported = await paperweave(["import", folder]);
    expect([imported.code, imported.out.trim().split("\n").length]).toEqual([0, 7]);
    expect(imported.err).not.toMatch(/warning|error|passed over/);
    expect(imported.out).toContain('"abstract":"We propose sparse attention');
    expect(imported.out).toContain('"date":"2024-05-01"');
  });

  it("on standard output, without a query", async () => {
    service.replies(arxiv);
    const { out } = await fetching("arxiv", "pooling");
    expect(titles(out)).toEqual(studies(0, 7));
    expect(existsSync(join(folder, "papers.jsonl.query"))).toBe(false);
  });

  it("are the same bytes however they were paged", async () => {
    service.replies(arxiv);
    const paged = await fetching("arxiv", "pooling");
    service.replies(() => arxivFeed([...papers(0, 7)].reverse(), 7));
    expect((await fetching("arxiv", "pooling", "--max-age", "0")).out).toBe(paged.out);
  });

  it("that come twice are one paper, and told", async () => {
    service.replies((url) =>
      arxivFeed(
        papers(url.searchParams.get("start") === "0" ? 0 : 2, url.searchParams.get("start") === "0" ? 3 : 5),
        6,
      ),
    );
    const { err } = await fetching("arxiv", "pooling");
    expect(err).toContain("6 records in 2 pages, 1 merged: 5 papers");
  });

  it("that are none end well", async () => {
    service.replies(() => arxivFeed([], 0));
    const { code, err } = await fetching("arxiv", "pooling", "-o", join(folder, "papers.jsonl"));
    expect([code, read("papers.jsonl")]).toEqual([0, ""]);
    expect(err).toContain("0 records in 1 page: 0 papers");
  });
});

describe("an interrupted fetch", () => {
  /** Fails for all but the first requests. */
  const failingAfter =
    (n: number) =>
    (url: URL, request: number): Reply =>
      request > n ? status(500) : arxiv(url);

  it("goes on where it stopped, and asks for nothing twice", async () => {
    service.replies(failingAfter(2));
    const file = join(folder, "papers.jsonl");
    const failed = await fetching("arxiv", "pooling", "-o", file, "--max-age", "0");
    expect(failed.code).toBe(2);
    expect(failed.err).toContain("arXiv failed once: status 500");
    expect(failed.err).toContain("it goes on where this one stopped; --max 6 takes the 6 that are there");
    expect(existsSync(file)).toBe(false);

    service.replies(arxiv);
    const resumed = await fetching("arxiv", "pooling", "-o", file, "--max-age", "0");
    expect(resumed.err).toContain("7 records in 3 pages, 2 from the cache: 7 papers");
    expect(service.asked).toHaveLength(1);
  });

  it("can be left with what is there", async () => {
    service.replies(failingAfter(2));
    await fetching("arxiv", "pooling");
    const { code, out, err } = await fetching("arxiv", "pooling", "--max", "6");
    expect([code, titles(out)]).toEqual([0, studies(0, 6)]);
    expect(err).toContain("only the first 6 papers of 7 were taken");
  });

  it("leaves the old file as it was", async () => {
    service.replies(arxiv);
    const file = join(folder, "papers.jsonl");
    await fetching("arxiv", "pooling", "-o", file);
    const before = read("papers.jsonl");
    service.replies(failingAfter(1));
    expect((await fetching("arxiv", "pooling", "-o", file, "--max-age", "0")).code).toBe(2);
    expect(read("papers.jsonl")).toBe(before);
  });
});

describe("the cache", () => {
  it("answers for a day; --max-age 0 and --no-cache ask again", async () => {
    service.replies(arxiv);
    await fetching("arxiv", "pooling");
    await fetching("arxiv", "pooling");
    expect(service.asked).toHaveLength(3);
    await fetching("arxiv", "pooling", "--max-age", "0");
    expect(service.asked).toHaveLength(6);
    await paperweave(["fetch", "arxiv", "pooling", "--url", service.url, "--pause", "0", "--no-cache"]);
    expect(service.asked).toHaveLength(9);
  });

  it("holds nothing behind a page that was asked anew: lists move", async () => {
    service.replies(arxiv);
    await fetching("arxiv", "pooling", "--max", "3");
    expect(service.asked).toHaveLength(1);
    // The list has grown by one paper at its beginning since; its second page was asked in between.
    service.replies((url) => arxivFeed(papers(Number(url.searchParams.get("start")), 8), 8));
    expect(titles((await fetching("arxiv", "pooling", "--max-age", "0")).out)).toEqual(studies(0, 8));
  });
});

describe("wrong use", () => {
  it.each([
    [["scholar", "pooling"], 'unknown source "scholar"'],
    [["hf-daily", "pooling"], "hf-daily takes days"],
    [["arxiv", "pooling", "--max", "0"], "--max takes a whole number from 1"],
    [["arxiv", "pooling", "--pause", "-1"], "--pause takes a number from 0"],
    [["arxiv", "2024-02-31"], "there is no 2024-02-31"],
  ])("%j", async (args, message) => {
    service.replies(arxiv);
    const { code, err } = await fetching(...args);
    expect([code, service.asked]).toEqual([2, []]);
    expect(err).toContain(message);
  });

  it("an address that is none", async () => {
    const { code, err } = await paperweave(["fetch", "arxiv", "pooling", "--url", "ftp://here"]);
    expect([code, err]).toEqual([2, expect.stringContaining("ftp://here is no address")]);
  });

  it("no network", async () => {
    const host = await deserted();
    const { code, err } = await paperweave(["fetch", "arxiv", "pooling", "--url", `http://${host}`, "--no-cache"]);
    expect(code).toBe(2);
    expect(err).toContain(`arXiv cannot be reached at ${host}: connection refused`);
    expect(err).toContain("every other command works offline");
  });

  it("a stored query is no paper", async () => {
    service.replies(arxiv);
    await fetching("arxiv", "pooling", "-o", join(folder, "papers.jsonl"));
    const { code, err } = await paperweave(["import", join(folder, "papers.jsonl.query")]);
    expect(code).toBe(2);
    expect(err).toContain("this looks like a stored query");
  });
});

it("an address of a variable is taken, and stored for `watch`", async () => {
  service.replies(arxiv);
  process.env["PAPERWEAVE_ARXIV_URL"] = `${service.url}/api/query`;
  try {
    const file = join(folder, "papers.jsonl");
    await paperweave(["fetch", "arxiv", "pooling", "-o", file, "--pause", "0", "--no-cache"]);
    expect(JSON.parse(read("papers.jsonl.query"))).toMatchObject({ url: `${service.url}/api/query` });
    expect(service.asked.every((path) => path.startsWith("/api/query?"))).toBe(true);
  } finally {
    delete process.env["PAPERWEAVE_ARXIV_URL"];
  }
});

it("progress is shown on a terminal only", async () => {
  service.replies(arxiv);
  const args = ["fetch", "arxiv", "pooling", "--url", service.url, "--pause", "0", "--no-cache"];
  expect((await paperweave(args, "", true)).err).toContain("fetching from arXiv  3/7");
  expect((await paperweave(args)).err).toBe('arXiv: "pooling"\n7 records in 3 pages: 7 papers\n');
});
