import { expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../src/config.ts";
import { tagPapers } from "../../src/extract/tag/tag-papers.ts";
import { ingest } from "../../src/ingest.ts";
import { loadResources } from "../../src/io/load-resources.ts";
import { tagInThreads } from "../../src/workers/tag-in-threads.ts";
import { sampleSources } from "../sample.ts";

it("any number of threads tags alike", async () => {
  const once = (await ingest(sampleSources(), DEFAULT_CONFIG.ingest)).value.papers;
  // Enough for several batches.
  const papers = [0, 1, 2, 3].flatMap((i) => once.map((paper) => ({ ...paper, title: `${paper.title} ${i}` })));
  const resources = await loadResources();
  const { leastProbability } = DEFAULT_CONFIG.extract;
  const alone = tagPapers(papers, resources, leastProbability);
  const seen: number[] = [];
  const threaded = await tagInThreads(papers, resources, {
    leastProbability,
    workers: 2,
    onProgress: (done) => seen.push(done),
  });
  expect(threaded).toEqual(alone);
  expect(seen.at(-1)).toBe(papers.length);
  expect(seen.length).toBeGreaterThan(1);
});
