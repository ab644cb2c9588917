/**
 * Ctrl-C and a request to end, at random moments of a build: over within a second, by the exit code that shells expect, the
 * old files whole, no process left.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { seededRandom } from "../../../src/lib/random.ts";
import { SAMPLE_FOLDER } from "../../sample.ts";
import { temporaryFolder } from "../../temporary.ts";
import { paperweave } from "../processes.ts";
import { LONG, openTally, times } from "../tally.ts";
import { faultIn } from "./folder-state.ts";

const root = temporaryFolder();
const tally = openTally("signals");
/** Milliseconds; a machine with other work takes its time to end a process, too. */
const AT_ONCE = 1_000;
const CODES = { SIGINT: 130, SIGTERM: 143 } as const;

test("Ctrl-C and SIGTERM while a map is built", async () => {
  const random = seededRandom(18);
  const dir = join(root, "map");
  const began = performance.now();
  expect((await paperweave(["build", SAMPLE_FOLDER, "-o", dir, "--no-cache"])).code).toBe(0);
  const whole = performance.now() - began;
  for (let i = 0; i < times(4, 60); i++) {
    const signal = i % 2 === 0 ? "SIGINT" : "SIGTERM";
    const workers = String(1 + (i % 3));
    const args = ["build", SAMPLE_FOLDER, "-o", dir, "--no-cache", "--workers", workers, "--seed", String(i)];
    const ended = await paperweave(args, { after: { ms: whole * random() * 0.95, signal } });
    // It may have been done before the signal came.
    if (ended.code === 0) continue;
    // One that came before the process could hear it ends it by itself, which a shell shows as the same code.
    const code =
      ended.code === CODES[signal] || ended.signal === signal
        ? undefined
        : `exit ${ended.code ?? ended.signal ?? ""}: ${ended.err}`;
    const late = ended.ms < AT_ONCE ? undefined : `after ${Math.round(ended.ms)} ms`;
    // Half-written sets are swept by the next command, which this asks for.
    tally.add(
      `${signal}, ${code === undefined ? CODES[signal] : "another code"}, old files whole`,
      code ?? (await faultIn(dir)),
    );
    if (LONG || late === undefined) tally.add(`${signal}, within a second`, late);
  }
  const left = spawnSync("pgrep", ["-f", dir], { encoding: "utf8" }).stdout.trim();
  tally.add("no process left", left === "" ? undefined : left);
  tally.expectSurvived();
}, 3_600_000);

test("Ctrl-C while one step computes, without a break", async () => {
  // Papers as long as they may be, in one shard: seconds in which nothing else of its thread has a turn.
  const sentence =
    "We propose a graph neural network for the segmentation of medical images, and it is better than method";
  const abstract = Array.from({ length: 1_200 }, (_, i) => `${sentence} ${i}.`).join(" ");
  const papers = join(root, "long.jsonl");
  const lines = Array.from({ length: 10 }, (_, i) => JSON.stringify({ title: `Segmentation, part ${i}`, abstract }));
  writeFileSync(papers, lines.join("\n"));
  const args = ["extract", papers, "--no-cache", "--no-dedupe", "--workers", "1"];
  const whole = await paperweave(args);
  expect([whole.code, whole.out.trim().split("\n")]).toEqual([0, expect.objectContaining({ length: lines.length })]);
  const ended = await paperweave(args, { after: { ms: whole.ms * 0.4, signal: "SIGINT" } });
  tally.add("SIGINT while one step computes", ended.code === CODES.SIGINT ? undefined : `exit ${ended.code ?? ""}`);
  // What heard it after the step only would have taken most of the rest.
  expect(ended.ms).toBeLessThan(0.2 * whole.ms);
  tally.expectSurvived();
}, 600_000);
