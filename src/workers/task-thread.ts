/**
 * A thread that does tasks of the graph and of the questions to it, one at a time.
 */
import { parentPort } from "node:worker_threads";
import { GRAPH_TASKS } from "../graph/tasks.ts";
import type { Task } from "../lib/task.ts";
import { BETWEENNESS } from "../query/betweenness.ts";
import type { TaskMessage, TaskResult } from "./task-messages.ts";

const port = parentPort;
if (!port) throw new Error("task-thread runs as a worker thread only");

const TASKS: readonly Task<never, unknown>[] = [...GRAPH_TASKS, BETWEENNESS];

port.on("message", ({ name, job }: TaskMessage) => {
  const task = TASKS.find((known) => known.name === name);
  if (!task) throw new Error(`no task is called ${name}`);
  const result = task.run(job as never);
  port.postMessage({ result } satisfies TaskResult, buffersIn(result));
});

/** Columns are moved, not copied. */
function buffersIn(value: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(buffersIn) : [];
}
