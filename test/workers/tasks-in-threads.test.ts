import { afterAll, describe, expect, it } from "vitest";
import { LOUVAIN_RUNS } from "../../src/graph/communities/louvain-runs.ts";
import { buildGraph } from "../../src/graph/build.ts";
import { DEFAULT_GRAPH_CONFIG } from "../../src/graph/config.ts";
import { edgeList } from "../../src/graph/edge-list.ts";
import { TASKS_HERE } from "../../src/lib/task.ts";
import { NODE_THREADS } from "../../src/workers/node-threads.ts";
import { tasksInThreads } from "../../src/workers/tasks-in-threads.ts";
import { topicCorpus } from "../graph/corpus-maker.ts";

const threads = tasksInThreads(NODE_THREADS, 0, 2);
afterAll(async () => threads.close());

describe("tasks in threads", () => {
  const ring = edgeList(
    12,
    Array.from({ length: 12 }, (_, i) => [Math.min(i, (i + 1) % 12), Math.max(i, (i + 1) % 12), 1] as const),
  );
  const jobs = [1, 2, 3, 4, 5].map((seed) => ({
    edges: ring,
    seed,
    jitter: 0.5,
    runs: [{ part: seed, resolution: 1 }],
  }));

  it("give each job its own result, more jobs than threads too", async () => {
    const here = await Promise.all(jobs.map(async (job) => TASKS_HERE.run(LOUVAIN_RUNS, job)));
    const there = await Promise.all(jobs.map(async (job) => threads.run(LOUVAIN_RUNS, job)));
    expect(there).toEqual(here);
    expect(new Set(here.map(String)).size).toBeGreaterThan(1);
  });

  it("give the same document as this thread", async () => {
    const { papers, extraction } = topicCorpus(12);
    const options = { generator: "test", settings: {} };
    const here = await buildGraph(papers, extraction, DEFAULT_GRAPH_CONFIG, options);
    const there = await buildGraph(papers, extraction, DEFAULT_GRAPH_CONFIG, { ...options, tasks: threads });
    expect(JSON.stringify(there.value)).toBe(JSON.stringify(here.value));
  });

  it("pass on what a task throws, to all that wait", async () => {
    const broken = tasksInThreads(NODE_THREADS, 0, 2);
    const bad = { edges: null, seed: 1, jitter: 0, runs: [{ part: 0, resolution: 1 }] };
    const waiting = [0, 1, 2].map(async () => broken.run(LOUVAIN_RUNS, bad as never));
    const settled = await Promise.allSettled(waiting);
    expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    await broken.close();
  });
});

it("a small corpus is not worth a thread", () => {
  expect(tasksInThreads(NODE_THREADS, 100, undefined).width).toBe(1);
});
