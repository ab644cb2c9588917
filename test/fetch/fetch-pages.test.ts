/**
 * Whatever a service answers, a fetch ends, and says what it did not take.
 */
import { describe, expect, it } from "vitest";
import { type Ask, fetchPages } from "../../src/fetch/fetch-pages.ts";
import { sourceCalled } from "../../src/fetch/sources.ts";
import { append } from "../../src/lib/append.ts";
import { arxivFeed, dailyAnswer, europepmcAnswer, openalexAnswer, papers } from "./answers.ts";

/** Titles and the codes of problems; fails when more than 50 pages are asked for. */
async function fetchAll(id: string, answer: (url: URL, n: number) => string, max = 10_000, from = "2024-06-10") {
  const asked: string[] = [];
  const ask: Ask = async (url, read) => {
    asked.push(url);
    if (asked.length > 50) throw new Error("does not end");
    return read(answer(new URL(url), asked.length));
  };
  const titles: string[] = [];
  const problems: string[] = [];
  let skipped = 0;
  const query = { words: "x", from, today: "2024-06-15" };
  for await (const page of fetchPages(sourceCalled(id), query, { url: "http://service/", max, ask })) {
    append(
      titles,
      page.records.map(({ title }) => title.replace(/:.*/, "")),
    );
    append(
      problems,
      page.problems.map(({ code, message }) => `${code}: ${message}`),
    );
    skipped += page.skipped;
  }
  return { titles, problems, skipped, asked };
}

const studies = (from: number, to: number): string[] => papers(from, to).map(({ n }) => `Study ${n}`);

describe("pages", () => {
  it("are asked for one after the other, to the end", async () => {
    const { titles, problems, asked } = await fetchAll("arxiv", (url) => {
      const start = Number(url.searchParams.get("start"));
      return arxivFeed(papers(start, Math.min(start + 3, 7)), 7);
    });
    expect([titles, problems, asked.length]).toEqual([studies(0, 7), [], 3]);
  });

  it("by cursor too", async () => {
    const answers: Record<string, string> = {
      "*": openalexAnswer(papers(0, 2), 3, "second"),
      second: openalexAnswer(papers(2, 3), 3, "third"),
      third: openalexAnswer([], 3),
    };
    const { titles, problems } = await fetchAll("openalex", (url) => answers[url.searchParams.get("cursor") ?? ""]!);
    expect([titles, problems]).toEqual([studies(0, 3), []]);
  });

  it("of days without papers are no end", async () => {
    const { titles, asked } = await fetchAll("hf-daily", (url) =>
      url.searchParams.get("date") === "2024-06-14" ? dailyAnswer(papers(0, 2)) : "[]",
    );
    expect([titles, asked.length]).toEqual([studies(0, 2), 6]);
  });

  it("of full days go on within the day", async () => {
    const { titles, asked } = await fetchAll(
      "hf-daily",
      (url) => dailyAnswer(url.searchParams.get("p") === "0" ? papers(0, 100) : papers(100, 120)),
      1000,
      "2024-06-15",
    );
    expect([titles.length, asked.length]).toEqual([120, 2]);
  });
});

describe("a fetch ends", () => {
  it.each([
    ["a cursor that comes again", "openalex", () => openalexAnswer(papers(0, 2), 900, "*")],
    ["one page under new cursors", "openalex", (_: URL, n: number) => openalexAnswer(papers(0, 2), 900, `c${n}`)],
    [
      "two pages in turn",
      "europepmc",
      (_: URL, n: number) => europepmcAnswer(papers((n % 2) * 2, (n % 2) * 2 + 2), 900, `c${n % 2}`),
    ],
    ["a first page whatever is asked", "arxiv", () => arxivFeed(papers(0, 2), 900)],
  ])("%s", async (_, id, answer) => {
    const { titles, problems } = await fetchAll(id, answer);
    expect(new Set(titles).size).toBe(titles.length > 4 ? 4 : Math.min(2, titles.length));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^fetch\/repeated: .* of 900$/);
  });

  it("also for a full page of every day again and again", async () => {
    const { asked } = await fetchAll("hf-daily", () => dailyAnswer(papers(0, 100)), 100_000, "2024-06-14");
    expect(asked).toHaveLength(40);
  });

  it("at the number of papers that was asked for, and says so", async () => {
    const answer = (url: URL) => {
      const start = Number(url.searchParams.get("start"));
      return arxivFeed(papers(start, start + 4), 40);
    };
    for (const [max, pages] of [
      [6, 2],
      [8, 2],
      [9, 3],
    ] as const) {
      const { titles, problems, asked } = await fetchAll("arxiv", answer, max);
      expect([titles, asked.length]).toEqual([studies(0, max), pages]);
      expect(problems).toEqual([`fetch/max: only the first ${max} papers of 40 were taken`]);
    }
    expect((await fetchAll("arxiv", answer, 40)).problems).toEqual([]);
  });

  it("before what was announced, and says so", async () => {
    const { problems } = await fetchAll("europepmc", () => europepmcAnswer(papers(0, 3), 10));
    expect(problems).toEqual(["fetch/short: the service announced 10 papers and gave 3"]);
  });
});

it("records that cannot be taken are counted and told, and the rest is taken", async () => {
  const body = JSON.stringify([
    { paper: { id: "2405.00001" } },
    ...(JSON.parse(dailyAnswer(papers(0, 2))) as unknown[]),
  ]);
  const { titles, problems, skipped } = await fetchAll("hf-daily", () => body, 1000, "2024-06-15");
  expect([titles, skipped]).toEqual([studies(0, 2), 1]);
  expect(problems).toEqual([expect.stringMatching(/^daily-json\/no-text/)]);
});

it("an address may name the path already", async () => {
  const asked: string[] = [];
  const ask: Ask = async (url, read) => {
    asked.push(url.replace(/\?.*/, ""));
    return read(openalexAnswer([], 0));
  };
  for (const url of ["http://mirror", "http://mirror/", "http://mirror/works", "http://mirror/works/"])
    for await (const page of fetchPages(
      sourceCalled("openalex"),
      { words: "x", today: "2024-06-15" },
      { url, max: 9, ask },
    ))
      expect(page.records).toEqual([]);
  expect(new Set(asked)).toEqual(new Set(["http://mirror/works"]));
});

it("an arXiv paper keeps its id from version to version", async () => {
  const ids: unknown[] = [];
  for (const version of ["v1", "v3"]) {
    const ask: Ask = async (_, answer) => answer(arxivFeed(papers(0, 1), 1).replace("v1</id>", `${version}</id>`));
    for await (const page of fetchPages(
      sourceCalled("arxiv"),
      { words: "x", today: "2024-06-15" },
      { url: "http://a", max: 9, ask },
    ))
      append(
        ids,
        page.records.map(({ id, arxiv_id, url }) => [id, arxiv_id, url]),
      );
  }
  expect(ids).toEqual([
    [undefined, "2405.10000", "http://arxiv.org/abs/2405.10000v1"],
    [undefined, "2405.10000", "http://arxiv.org/abs/2405.10000v3"],
  ]);
});
