/**
 * `npm run bench [-- papers.jsonl …]`: speed side by side in one run, so that the machine's mood hits all alike.
 *
 * Without files the bundled sample is read, repeated. Figures are milliseconds, papers a second and the ratio to the
 * first row. The first line is of a cold start: this process has tagged nothing before.
 */
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import process from "node:process";
import nlp from "compromise";
import { DEFAULT_CONFIG } from "../config.ts";
import type { Paper } from "../domain/paper.ts";
import { extractTerms } from "../extract/extract.ts";
import { tagPapers } from "../extract/tag/tag-papers.ts";
import { buildGraph } from "../graph/build.ts";
import { ingest } from "../ingest.ts";
import { loadResources } from "../io/load-resources.ts";
import { passesInThreads } from "../workers/passes-in-threads.ts";

const SAMPLE = ["a", "b"].map((page) => new URL(`../sample/daily-papers-${page}.txt`, import.meta.url).pathname);
const ROUNDS = 3;

interface Row {
  readonly name: string;
  readonly run: () => unknown;
}

const files = process.argv.slice(2);
const papers = await readPapers(files.length > 0 ? files : SAMPLE, files.length > 0 ? 1 : 12);
const resources = await loadResources();
const { minProbability } = DEFAULT_CONFIG.extract;
const cold = performance.now();
tagPapers(papers, resources, minProbability);
console.log(`tagging, cold: ${rate(papers.length, performance.now() - cold)}`);
const extraction = (await extractTerms(papers, resources)).value;
const text = (paper: Paper): string => `${paper.title}. ${paper.abstract ?? ""}`;

await compare("terms of a paper", 100, [
  {
    name: "compromise noun phrases",
    run: () => papers.slice(0, 100).map((paper) => nlp(text(paper)).nouns().out("array") as unknown),
  },
  { name: "our tagger, first 100", run: () => tagPapers(papers.slice(0, 100), resources, minProbability) },
]);
await compare("extraction in threads", papers.length, [
  { name: "this thread", run: async () => extractTerms(papers, resources) },
  {
    name: "2 threads",
    run: async () =>
      extractTerms(papers, resources, DEFAULT_CONFIG.extract, { openPasses: passesInThreads({ workers: 2 }) }),
  },
]);
await compare("stages", papers.length, [
  { name: "tag", run: () => tagPapers(papers, resources, minProbability) },
  { name: "extract, tagging included", run: async () => extractTerms(papers, resources) },
  {
    name: "graph",
    run: () => buildGraph(papers, extraction, DEFAULT_CONFIG.graph, { generator: "bench", settings: {} }),
  },
]);

function rate(count: number, ms: number): string {
  return `${ms.toFixed(0).padStart(7)} ms ${((count / ms) * 1000).toFixed(0).padStart(6)} papers/s`;
}

/** Best of a few rounds each, the rows taking turns. */
async function compare(title: string, count: number, rows: readonly Row[]): Promise<void> {
  const best = rows.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, row] of rows.entries()) {
      const start = performance.now();
      await row.run();
      best[i] = Math.min(best[i] ?? Infinity, performance.now() - start);
    }
  }
  console.log(`\n${title} (${count} papers)`);
  for (const [i, row] of rows.entries()) {
    const ms = best[i] ?? 0;
    console.log(`${row.name.padEnd(26)} ${rate(count, ms)}   x ${((best[0] ?? ms) / ms).toFixed(2)}`);
  }
}

async function readPapers(paths: readonly string[], times: number): Promise<Paper[]> {
  const sources = paths.map((file) => ({ file, text: readFileSync(file, "utf8") }));
  const once = (await ingest(sources, { dedupe: true })).value.papers;
  return Array.from({ length: times }, (_, i) => once.map((paper) => ({ ...paper, id: `${paper.id}.${i}` }))).flat();
}
