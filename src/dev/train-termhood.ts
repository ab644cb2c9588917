/** Reads a background corpus with a tagger and sums up what it takes for terms. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { TERM_TYPES } from "../contract/graph-document.ts";
import { type ExtractResources } from "../extract/resources.ts";
import { tagPapers } from "../extract/tag-papers.ts";
import { type Termhood } from "../extract/termhood.ts";

interface Abstract {
  readonly title: string;
  readonly abstract: string;
}

export function readCorpus(path: string, limit = Infinity): Abstract[] {
  return gunzipSync(readFileSync(path))
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .slice(0, limit)
    .map((line) => JSON.parse(line) as Abstract);
}

/** @param least strings in fewer papers are left out */
export function readTermhoods(
  corpus: readonly Abstract[],
  resources: ExtractResources,
  least: number,
): Map<string, Termhood> {
  const started = performance.now();
  const sums = new Map<string, { papers: number; sum: number; types: Float64Array }>();
  const CHUNK = 2000;
  for (let from = 0; from < corpus.length; from += CHUNK) {
    for (const { candidates } of tagPapers(corpus.slice(from, from + CHUNK), resources, 0.08)) {
      const best = new Map<string, (typeof candidates)[number]>();
      for (const candidate of candidates) {
        const known = best.get(candidate.key);
        if (!known || known.probability < candidate.probability) best.set(candidate.key, candidate);
      }
      for (const [key, { probability, types }] of best) {
        let record = sums.get(key);
        if (!record) sums.set(key, (record = { papers: 0, sum: 0, types: new Float64Array(TERM_TYPES.length) }));
        record.papers++;
        record.sum += probability;
        const max = Math.max(...types);
        const exp = types.map((score) => Math.exp(score - max));
        const total = exp.reduce((a, b) => a + b, 0);
        exp.forEach((value, t) => (record.types[t]! += value / total));
      }
    }
  }
  const found = new Map<string, Termhood>();
  for (const [key, { papers, sum, types }] of sums) {
    if (papers >= least)
      found.set(key, { papers, mean: sum / papers, types: Array.from(types, (value) => value / papers) });
  }
  console.error(
    `${corpus.length} background papers, ${found.size} terms, ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
  return found;
}
