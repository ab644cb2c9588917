import { beforeAll, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../../src/config.ts";
import type { Paper } from "../../../src/domain/paper.ts";
import { extractTerms } from "../../../src/extract/extract.ts";
import { divideIntoShards } from "../../../src/extract/shards/divide.ts";
import { passesHere } from "../../../src/extract/shards/passes.ts";
import { type ShardText, type TagStore } from "../../../src/extract/shards/shard-pass.ts";
import type { ExtractResources } from "../../../src/extract/resources.ts";
import { ingest } from "../../../src/ingest.ts";
import { loadResources } from "../../../src/io/load-resources.ts";
import { NODE_THREADS } from "../../../src/workers/node-threads.ts";
import { passesInThreads } from "../../../src/workers/passes-in-threads.ts";
import { sampleSources } from "../../sample.ts";
import { divided } from "./divided.ts";

let papers: readonly Paper[];
let resources: ExtractResources;
beforeAll(async () => {
  papers = (await ingest(sampleSources(), DEFAULT_CONFIG.ingest)).value.papers;
  resources = await loadResources();
});

/** Keeps everything, and counts what it was asked for. */
class Memory implements TagStore {
  readonly kept = new Map<string, ArrayBuffer>();
  hits = 0;

  keyOf(texts: readonly ShardText[]): string {
    return texts.map(({ title }) => title).join("\n");
  }

  async read(key: string): Promise<ArrayBuffer | undefined> {
    const found = this.kept.get(key);
    if (found) this.hits++;
    return Promise.resolve(found?.slice(0));
  }

  async write(key: string, tagged: ArrayBuffer): Promise<void> {
    this.kept.set(key, tagged);
    return Promise.resolve();
  }
}

it.each([
  ["this thread", (tags: TagStore) => passesHere(tags)],
  ["threads", (tags: TagStore) => passesInThreads(NODE_THREADS, { workers: 2, tags })],
])("what was kept in %s is used, with the same result", async (_, open) => {
  const extract = async (tags: TagStore, minProbability = DEFAULT_CONFIG.extract.minProbability) => {
    const config = { ...DEFAULT_CONFIG.extract, minProbability };
    return extractTerms(papers, resources, config, { openPasses: divided(30, open(tags)) });
  };
  const memory = new Memory();
  const first = await extract(memory);
  const { size } = memory.kept;
  expect(size).toBeGreaterThan(1);
  expect(memory.hits).toBe(0);
  expect(await extract(memory)).toEqual(first);
  expect([memory.hits, memory.kept.size]).toEqual([size, size]);
  // What is kept is what counts: without its candidates no paper has a term.
  const starved = new Memory();
  await extract(starved, 1);
  expect((await extract(starved)).value.terms.length).toBeLessThan(first.value.terms.length / 2);
});

it("a paper more changes few shards", () => {
  const many = Array.from({ length: 5000 }, (_, i): Paper => ({
    id: String(i),
    title: `Paper ${i}`,
    abstract: `What paper ${i} says.`,
    source: { file: "papers.jsonl", line: i + 1 },
  }));
  const shards = divideIntoShards(many);
  expect(shards.flat()).toEqual(many);
  expect(Math.max(...shards.map(({ length }) => length))).toBeLessThanOrEqual(512);
  const added = { ...many[0]!, id: "new", title: "One more", abstract: "It stands in the middle." };
  const after = divideIntoShards([...many.slice(0, 2500), added, ...many.slice(2500)]);
  const known = new Set(shards.map((shard) => JSON.stringify(shard)));
  const changed = after.filter((shard) => !known.has(JSON.stringify(shard)));
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.length).toBeLessThanOrEqual(3);
});
