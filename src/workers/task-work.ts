/**
 * Does tasks of the graph and of the questions to it by their names.
 */
import { GRAPH_TASKS } from "../graph/tasks.ts";
import type { Task } from "../lib/task.ts";
import { BETWEENNESS } from "../query/betweenness.ts";
import type { TaskMessage, TaskResult } from "./task-messages.ts";

const TASKS: readonly Task<never, unknown>[] = [...GRAPH_TASKS, BETWEENNESS];

/** The result, and the buffers in it, which are moved, not copied. @throws what the task throws */
export function doTask({ name, job }: TaskMessage): { readonly result: TaskResult; readonly moved: ArrayBuffer[] } {
  const task = TASKS.find((known) => known.name === name);
  if (!task) throw new Error(`no task is called ${name}`);
  const result = task.run(job as never);
  return { result: { result }, moved: buffersIn(result) };
}

function buffersIn(value: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(buffersIn) : [];
}
