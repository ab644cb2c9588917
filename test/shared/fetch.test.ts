/**
 * Fetching from a service on this machine that gives what the real ones once answered.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { paperweave } from "../cli/paperweave.ts";
import { Service } from "../fetch/service.ts";
import { hasShared, SHARED } from "./shared.ts";

const FIXTURES = join(SHARED, "fixtures");
const read = (name: string): string => readFileSync(join(FIXTURES, name), "utf8");

describe.skipIf(!hasShared)("answers that were recorded", () => {
  let service: Service;
  beforeAll(async () => {
    service = await Service.start();
  });
  const fetching = async (...args: string[]) => {
    const { code, out, err } = await paperweave([
      "fetch",
      ...args,
      "--url",
      service.url,
      "--pause",
      "0",
      "--no-cache",
      "--retries",
      "0",
    ]);
    const papers = out
      .split("\n")
      .flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Record<string, unknown>]));
    return { code, papers, err };
  };

  it("of arXiv, page by page", async () => {
    const files = readdirSync(join(FIXTURES, "arxiv-atom"));
    service.replies((url) => {
      const start = url.searchParams.get("start") ?? "";
      return read(`arxiv-atom/${files.find((name) => name.startsWith(`q_testing_s${start}_m10_`)) ?? ""}`);
    });
    const { code, papers, err } = await fetching("arxiv", "testing", "--max", "60");
    expect([code, papers.length, service.asked.length]).toEqual([0, 60, 6]);
    expect(papers.filter(({ title, abstract, arxiv_id, date }) => title && abstract && arxiv_id && date)).toHaveLength(
      60,
    );
    expect(err).toContain("only the first 60 papers of 214881 were taken");
  });

  it("of arXiv, about a query that is wrong", async () => {
    service.replies(() => read("arxiv-atom/id_abc_s0_m100_b79c8dcf6bc3.xml"));
    const { code, err } = await fetching("arxiv", "id:abc");
    expect([code, err]).toEqual([2, expect.stringContaining("arXiv refuses the query: incorrect id format for abc")]);
  });

  it("of arXiv, without an entry", async () => {
    service.replies(() => read("arxiv-atom/id_0000.0000_s0_m100_8b51d9633a68.xml"));
    expect(await fetching("arxiv", "nothing")).toMatchObject({ code: 0, papers: [] });
  });

  it("of OpenAlex", async () => {
    const work = JSON.parse(read("openalex/openalex-python/W2741809807.json")) as unknown;
    service.replies(() => JSON.stringify({ meta: { count: 1, next_cursor: null }, results: [work] }));
    const { code, papers } = await fetching("openalex", "peer review");
    expect([code, papers.length]).toEqual([0, 1]);
    expect(papers[0]).toMatchObject({ title: expect.any(String) as string, abstract: expect.any(String) as string });
  });

  it("of OpenAlex, about something else than works", async () => {
    for (const name of ["A5023888391", "C71924100"]) {
      service.replies(() => read(`openalex/openalex-python/${name}.json`));
      const { code, papers, err } = await fetching("openalex", "x");
      expect([code, papers, err]).toEqual([
        2,
        [],
        expect.stringContaining("OpenAlex failed once: the answer has no list of results"),
      ]);
    }
  });

  it("of Daily Papers", async () => {
    const [name = ""] = readdirSync(join(FIXTURES, "hf-daily/api-json"));
    const body = read(`hf-daily/api-json/${name}`);
    service.replies((_, n) => (n === 1 ? body : "[]"));
    const { code, papers } = await fetching("hf-daily", "2023-08-01..2023-08-03");
    expect([code, service.asked.length]).toEqual([0, 3]);
    expect(papers).toHaveLength((JSON.parse(body) as unknown[]).length);
    expect(papers.every(({ abstract }) => abstract)).toBe(true);
  });
});
