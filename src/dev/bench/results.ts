/**
 * What benchmarks gave, one line of JSON each, with the state of the code and the machine they were taken on.
 */
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import process from "node:process";
import type { Timings } from "../../contract/run-record.ts";

export interface BenchResult {
  readonly name: string;
  readonly papers: number;
  readonly timings?: Timings;
  readonly figures: Readonly<Record<string, number>>;
}

const FOLDER = new URL("../../../test/bench/", import.meta.url);

/** As it was when the benchmark began; with a plus where files had been changed. */
const COMMIT = git("rev-parse", "--short", "HEAD") + (git("status", "--porcelain") === "" ? "" : "+");

export function appendResult(result: BenchResult): void {
  const [first] = cpus();
  const machine = `${cpus().length} × ${first?.model ?? "?"}, ${Math.round(totalmem() / 1e9)} GB, Node ${process.version}`;
  mkdirSync(FOLDER, { recursive: true });
  appendFileSync(new URL("results.jsonl", FOLDER), `${JSON.stringify({ commit: COMMIT, machine, ...result })}\n`);
}

function git(...args: string[]): string {
  return execFileSync("git", args, { encoding: "utf8" }).trim();
}
