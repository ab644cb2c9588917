/**
 * `npm run bench [-- --sizes 1000,10000,50000,100000] [--shared ../shared] [--no-record]`: whole builds, stage by stage, side
 * by side with plain compromise on the same texts in the same run.
 *
 * Ratios tell; seconds depend on the machine and its mood. What was measured is appended to `test/bench/results.jsonl`.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { timingLines } from "../../cli/stopwatch.ts";
import type { RunRecord } from "../../contract/run-record.ts";
import { type BenchCorpus, benchCorpora, papersFile } from "./corpora.ts";
import type { Cost } from "./cost-of.ts";
import { appendResult, type BenchResult } from "./results.ts";

const { values: flags } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000" },
    shared: { type: "string", default: "../shared" },
    "no-record": { type: "boolean", default: false },
  },
});
/** Sizes whose difference is the cost of a paper once everything is warm. */
const [FEW, MANY] = [2000, 4000];
/** compromise is asked about so many papers at most: its cost grows with their number alone. */
const MAX_NOUNS = 2000;

const main = new URL("../../../dist/cli/main.js", import.meta.url).pathname;
const costOf = new URL("cost-of.ts", import.meta.url).pathname;
const scratch = mkdtempSync(join(tmpdir(), "paperweave-bench-"));
try {
  const sizes = flags.sizes.split(",").map(Number);
  for (const corpus of await benchCorpora(flags.shared, scratch, sizes)) show(buildOf(corpus));
  show(await marginalCost());
} finally {
  rmSync(scratch, { recursive: true });
}

function show(result: BenchResult): void {
  console.log(`\n${result.name}`);
  if (result.timings) for (const line of timingLines(result.timings, result.papers)) console.log(line);
  for (const [name, value] of Object.entries(result.figures)) console.log(`${name}: ${value}`);
  if (!flags["no-record"]) appendResult(result);
}

/** A whole build of a corpus, without cache, and compromise's noun phrases of the same texts. */
function buildOf({ name, files }: BenchCorpus): BenchResult {
  const output = join(scratch, "built");
  const args = [main, "build", ...files, "-o", output, "--timings", "--no-cache"];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1e9 });
  if (status !== 0) throw new Error(stderr);
  const { timings, counts } = JSON.parse(readFileSync(join(output, "run.json"), "utf8")) as RunRecord;
  rmSync(output, { recursive: true });
  const papers = counts["papers"]!;
  const imported = join(scratch, "imported.jsonl");
  execFileSync(process.execPath, [main, "import", ...files], { stdio: ["ignore", openSync(imported, "w"), "ignore"] });
  const nouns = measure("nouns", imported, Math.min(papers, MAX_NOUNS));
  const cpu = timings!.stages.reduce((sum, { cpu_ms }) => sum + cpu_ms, 0);
  return {
    name,
    papers,
    timings: timings!,
    figures: {
      "compromise .nouns(), ms a paper": round(nouns.cpu / nouns.papers),
      "whole build : .nouns() of its papers, wall": round(timings!.total_ms / papers / (nouns.wall / nouns.papers)),
      "whole build : .nouns() of its papers, processor": round(cpu / papers / (nouns.cpu / nouns.papers)),
    },
  };
}

/** What one paper more costs one core once everything is warm, and compromise. */
async function marginalCost(): Promise<BenchResult> {
  const file = await papersFile(flags.shared, scratch, MANY);
  const marginal = (way: string) => (measure(way, file, MANY).cpu - measure(way, file, FEW).cpu) / (MANY - FEW);
  const [ours, theirs] = [marginal("extract"), marginal("nouns")];
  return {
    name: `extraction, ${MANY} less ${FEW} papers, one core`,
    papers: MANY - FEW,
    figures: {
      "ms a paper": round(ours),
      "compromise .nouns(), ms a paper": round(theirs),
      "times as fast": round(theirs / ours),
    },
  };
}

function measure(way: string, file: string, count: number): Cost {
  const args = ["--import", import.meta.resolve("tsx"), costOf, way, file, String(count)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as Cost;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
