import { expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../src/config.ts";
import { tagPapers } from "../../src/extract/tag/tag-papers.ts";
import type { TaggedPaper } from "../../src/extract/types.ts";
import { ingest } from "../../src/ingest.ts";
import { loadResources } from "../../src/io/load-resources.ts";
import { tagInThreads } from "../../src/workers/tag-in-threads.ts";
import { sampleSources } from "../sample.ts";

/** All that is read off a paper's rows. */
const plain = ({ english, sentences, candidates, abbreviations }: TaggedPaper) => ({
  english,
  sentences,
  candidates: [...candidates],
  abbreviations: [...abbreviations],
});

it("any number of threads tags alike", async () => {
  const once = (await ingest(sampleSources(), DEFAULT_CONFIG.ingest)).value.papers;
  // Enough for several batches.
  const papers = [0, 1, 2, 3].flatMap((i) => once.map((paper) => ({ ...paper, title: `${paper.title} ${i}` })));
  const resources = await loadResources();
  const { minProbability } = DEFAULT_CONFIG.extract;
  const alone = tagPapers(papers, resources, minProbability);
  const seen: number[] = [];
  const threaded = await tagInThreads(papers, resources, {
    minProbability,
    workers: 2,
    onProgress: (done) => seen.push(done),
  });
  expect(Array.from(threaded, plain)).toEqual(Array.from(alone, plain));
  expect(Array.from(alone, plain).some(({ candidates }) => candidates.length > 0)).toBe(true);
  expect(seen.at(-1)).toBe(papers.length);
  expect(seen.length).toBeGreaterThan(1);
});
