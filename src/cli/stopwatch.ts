/**
 * Where the time of a run goes, stage by stage.
 */
import { performance } from "node:perf_hooks";
import process from "node:process";
import type { StageTiming, Timings } from "../contract/run-record.ts";

export class Stopwatch {
  readonly #startedAt = performance.now();
  readonly #stages: StageTiming[] = [];
  #stage: { readonly name: string; readonly at: number; readonly cpu: number } | undefined;

  /** Ends the running stage and begins the next. */
  begin(name: string): void {
    this.#end();
    this.#stage = { name, at: performance.now(), cpu: cpuTime() };
  }

  /** Ends the running stage. */
  read(): Timings {
    this.#end();
    return {
      total_ms: Math.round(performance.now() - this.#startedAt),
      peak_mb: peakMemory(),
      stages: this.#stages,
    };
  }

  #end(): void {
    if (!this.#stage) return;
    const { name, at, cpu } = this.#stage;
    this.#stages.push({
      stage: name,
      ms: Math.round(performance.now() - at),
      cpu_ms: Math.round(cpuTime() - cpu),
      peak_mb: peakMemory(),
    });
    this.#stage = undefined;
  }
}

/** Of the process so far, in megabytes; the system counts in 1,024 bytes. */
function peakMemory(): number {
  return Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
}

/** Of all threads so far, in milliseconds. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The timings as a table: seconds, share of the whole, processor seconds, papers a second, largest memory so far. */
export function timingLines({ total_ms: total, peak_mb: peak, stages }: Timings, papers: number): string[] {
  const row = (stage: string, ms: number, cpu: number | undefined, megabytes?: number) =>
    [
      stage.padEnd(12),
      (ms / 1000).toFixed(2).padStart(9),
      `${((100 * ms) / Math.max(1, total)).toFixed(0)} %`.padStart(7),
      (cpu === undefined ? "" : (cpu / 1000).toFixed(2)).padStart(9),
      String(Math.round((1000 * papers) / Math.max(1, ms))).padStart(10),
      String(megabytes ?? "").padStart(9),
    ].join("");
  const cpu = stages.reduce((sum, { cpu_ms }) => sum + cpu_ms, 0);
  return [
    `${"stage".padEnd(12)}${"seconds".padStart(9)}${"share".padStart(7)}${"cpu s".padStart(9)}${"papers/s".padStart(10)}${"peak MB".padStart(9)}`,
    ...stages.map(({ stage, ms, cpu_ms, peak_mb }) => row(stage, ms, cpu_ms, peak_mb)),
    row("in all", total, cpu, peak),
  ];
}
