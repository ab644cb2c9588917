/** Reads a background corpus with a tagger and sums up what it takes for terms. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type TagResources } from "../../extract/resources.ts";
import { tagPapers } from "../../extract/tag/tag-papers.ts";
import { type Termhood } from "../../extract/model/termhood.ts";

interface Abstract {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  /** Of arXiv. */
  readonly categories?: readonly string[];
}

export function readCorpus(path: string, limit = Infinity): Abstract[] {
  return gunzipSync(readFileSync(path))
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .slice(0, limit)
    .map((line) => JSON.parse(line) as Abstract);
}

/** Papers are counted as if the corpus had this many, so that samples of any size agree. */
const COUNTED_PAPERS = 20_000;
/** Strings in fewer counted papers are left out. */
const MIN_PAPERS = 2;
/** And those that fewer papers really have. */
const MIN_TIMES = 2;
const CHUNK = 2000;

export function readTermhoods(corpus: readonly Abstract[], resources: TagResources): Map<string, Termhood> {
  const started = performance.now();
  const rate = COUNTED_PAPERS / corpus.length;
  const sums = new Map<string, { papers: number; sum: number }>();
  for (let from = 0; from < corpus.length; from += CHUNK) {
    for (const { candidates } of tagPapers(corpus.slice(from, from + CHUNK), resources, 0.08)) {
      const best = new Map<string, number>();
      for (const { key, probability } of candidates) best.set(key, Math.max(best.get(key) ?? 0, probability));
      for (const [key, probability] of best) {
        let record = sums.get(key);
        if (!record) sums.set(key, (record = { papers: 0, sum: 0 }));
        record.papers++;
        record.sum += probability;
      }
    }
  }
  const found = new Map<string, Termhood>();
  for (const [key, { papers, sum }] of sums) {
    if (papers >= MIN_TIMES && papers * rate >= MIN_PAPERS)
      found.set(key, { papers: papers * rate, mean: sum / papers });
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.error(`${corpus.length} background papers, ${found.size} terms, ${seconds} s`);
  return found;
}
