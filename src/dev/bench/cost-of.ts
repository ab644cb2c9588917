/**
 * What one way to find terms costs on the first papers of a file, in a process of its own:
 *
 *   tsx src/dev/bench/cost-of.ts extract|nouns FILE.jsonl COUNT
 *
 * Prints one JSON object. Loading of models and files is not counted.
 */
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import process from "node:process";
import nlp from "compromise";
import type { Paper } from "../../domain/paper.ts";
import { extractTerms } from "../../extract/extract.ts";
import { loadResources } from "../../io/load-resources.ts";

export interface Cost {
  /** Milliseconds. */
  readonly wall: number;
  /** Processor time, in milliseconds. */
  readonly cpu: number;
  readonly papers: number;
}

const [way = "", file = "", count = "0"] = process.argv.slice(2);
const papers = readFileSync(file, "utf8")
  .split("\n")
  .slice(0, Number(count))
  .filter((line) => line !== "")
  .map((line, i): Paper => {
    const { id, title, abstract } = JSON.parse(line) as { id: string; title: string; abstract: string };
    return { id, title, abstract, source: { file, line: i + 1 } };
  });

const WAYS: Readonly<Record<string, () => Promise<() => Promise<unknown>>>> = {
  extract: async () => {
    const resources = await loadResources();
    return async () => extractTerms(papers, resources);
  },
  nouns: async () =>
    Promise.resolve(async () => {
      for (const { title, abstract = "" } of papers) nlp(`${title}. ${abstract}`).nouns().out("array");
      return Promise.resolve();
    }),
};
const prepare = WAYS[way];
if (!prepare) throw new Error(`no way "${way}"; there are ${Object.keys(WAYS).join(", ")}`);
const run = await prepare();
const startedAt = performance.now();
const before = process.cpuUsage();
await run();
const { user, system } = process.cpuUsage(before);
const cost: Cost = { wall: performance.now() - startedAt, cpu: (user + system) / 1000, papers: papers.length };
console.log(JSON.stringify(cost));
