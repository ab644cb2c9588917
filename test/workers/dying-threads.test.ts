/** What becomes of a run whose threads die. */
import { Worker } from "node:worker_threads";
import { beforeAll, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../src/config.ts";
import type { Paper } from "../../src/domain/paper.ts";
import { extractTerms } from "../../src/extract/extract.ts";
import { NO_TEXT, ShardPass } from "../../src/extract/shards/shard-pass.ts";
import type { ExtractResources } from "../../src/extract/resources.ts";
import { ingest } from "../../src/ingest.ts";
import { loadResources } from "../../src/io/load-resources.ts";
import { passesInThreads } from "../../src/workers/passes-in-threads.ts";
import { divided } from "../extract/shards/divided.ts";
import { paperOf } from "../papers.ts";
import { sampleSources } from "../sample.ts";

let papers: readonly Paper[];
let resources: ExtractResources;
beforeAll(async () => {
  papers = (await ingest(sampleSources(), DEFAULT_CONFIG.ingest)).value.papers.slice(0, 30);
  resources = await loadResources();
});

const mortal = (data: object): Worker =>
  new Worker(new URL("mortal-thread.mjs", import.meta.url), { workerData: data, argv: ["workers/shard-thread"] });

it("a paper that ends every thread is kept without terms, and named; the rest is as without it", async () => {
  const deadly = paperOf("deadly", "Words that end this thread in a graph neural network.", "A deadly title");
  const all = [...papers.slice(0, 12), deadly, ...papers.slice(12)];
  const openPasses = divided(10, passesInThreads({ cores: 2, start: (_, data) => mortal(data) }, { workers: 2 }));
  const { value, problems } = await extractTerms(all, resources, undefined, { openPasses });
  expect(problems.filter(({ severity }) => severity === "warning")).toMatchObject([
    { code: "extract/failed", message: expect.stringContaining("A deadly title") as string, where: deadly.source },
  ]);
  const whole = await extractTerms(
    all.map((paper) => (paper === deadly ? { ...paper, title: "", abstract: "" } : paper)),
    resources,
  );
  expect(value.terms).toEqual(whole.value.terms);
  expect(value.paperTerms).toEqual(whole.value.paperTerms);
});

it("a thread that dies once costs nothing", async () => {
  let started = 0;
  // The first thread dies of any shard; those that come after it do not.
  const start = (data: object): Worker => {
    const worker = mortal(data);
    if (started++ === 0) worker.once("online", () => void worker.terminate());
    return worker;
  };
  const openPasses = divided(10, passesInThreads({ cores: 2, start: (_, data) => start(data) }, { workers: 2 }));
  expect(await extractTerms(papers, resources, undefined, { openPasses })).toEqual(
    await extractTerms(papers, resources),
  );
  expect(started).toBe(3);
});

it("a text that makes the tagger throw is blank in its shard, which names it", () => {
  const broken = {
    title: "A title",
    get abstract(): string {
      throw new Error("no text here");
    },
  };
  const pass = new ShardPass(resources, DEFAULT_CONFIG.extract);
  const texts = papers.slice(0, 3);
  const shard = pass.tag([texts[0]!, broken, texts[1]!, texts[2]!]);
  expect(shard.lost).toEqual([{ at: 1, reason: "no text here" }]);
  const whole = new ShardPass(resources, DEFAULT_CONFIG.extract).tag([texts[0]!, NO_TEXT, texts[1]!, texts[2]!]);
  expect(shard.tagged).toEqual(whole.tagged);
  // What it learned before is not lost with it.
  expect(pass.tag(texts).tagged).toEqual(new ShardPass(resources, DEFAULT_CONFIG.extract).tag(texts).tagged);
});
