import { beforeAll, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../src/config.ts";
import type { Decision } from "../../src/contract/decisions.ts";
import type { Paper } from "../../src/domain/paper.ts";
import type { KeyAnswers } from "../../src/extract/choose/key-counts.ts";
import { extractTerms } from "../../src/extract/extract.ts";
import { type OpenPasses, passesHere } from "../../src/extract/shards/passes.ts";
import type { ExtractResources } from "../../src/extract/resources.ts";
import { ingest } from "../../src/ingest.ts";
import { loadResources } from "../../src/io/load-resources.ts";
import { NODE_THREADS } from "../../src/workers/node-threads.ts";
import { passesInThreads } from "../../src/workers/passes-in-threads.ts";
import { divided } from "../extract/shards/divided.ts";
import { sampleSources } from "../sample.ts";

let papers: readonly Paper[];
let resources: ExtractResources;
beforeAll(async () => {
  papers = (await ingest(sampleSources(), DEFAULT_CONFIG.ingest)).value.papers;
  resources = await loadResources();
});

const DECISIONS: readonly Decision[] = [
  { kind: "keep", term: "one of the" },
  { kind: "drop", term: "benchmark" },
];

it("any number of threads finds the same terms", async () => {
  const seen: number[] = [];
  const options = { decisions: DECISIONS, onProgress: (done: number) => seen.push(done) };
  const alone = await extractTerms(papers, resources, DEFAULT_CONFIG.extract, options);
  seen.length = 0;
  const openPasses = divided(20, passesInThreads(NODE_THREADS, { workers: 3 }));
  const threaded = await extractTerms(papers, resources, DEFAULT_CONFIG.extract, { ...options, openPasses });
  expect(threaded).toEqual(alone);
  expect(seen.at(-1)).toBe(papers.length);
  expect(seen.length).toBeGreaterThan(1);
  expect(alone.value.terms.length).toBeGreaterThan(500);
});

it.each([1, 7])("shards of %i give the same terms as one", async (size) => {
  const whole = await extractTerms(papers, resources, undefined, { openPasses: divided(1000, passesHere()) });
  expect(await extractTerms(papers, resources, undefined, { openPasses: divided(size, passesHere()) })).toEqual(whole);
});

it("what a thread throws ends the extraction", async () => {
  const openPasses: OpenPasses = (...args) => {
    const passes = divided(40, passesInThreads(NODE_THREADS, { workers: 2 }))(...args);
    return {
      tag: async (take) => passes.tag(take),
      choose: async (answerTo, take) => passes.choose((shard) => ({ kept: answerTo(shard).kept }) as KeyAnswers, take),
      link: async (...forms) => passes.link(...forms),
      describe: async (answers) => passes.describe(answers),
      relate: async (answers) => passes.relate(answers),
      close: async () => passes.close(),
    };
  };
  await expect(extractTerms(papers, resources, undefined, { openPasses })).rejects.toThrow(/papers/u);
});
