/**
 * Work that needs nothing but its job, so that any thread may do it.
 */
export interface Task<Job, Result> {
  /** Unique: a thread finds the task by it. */
  readonly name: string;
  /** @param job plain data and typed arrays, like the result. */
  readonly run: (job: Job) => Result;
}

/** Who does tasks. The results are the same, whoever it is. */
export interface TaskRunner {
  /** How many are done at a time: into so many parts work is worth cutting. */
  readonly width: number;
  /** Rejects with what the task throws. */
  run<Job, Result>(task: Task<Job, Result>, job: Job): Promise<Result>;
}

/** Does each task here, when it is asked to. */
export const TASKS_HERE: TaskRunner = {
  width: 1,
  run: async (task, job) => Promise.resolve(task.run(job)),
};

/** Items in at most `parts` runs of near equal length, in their order; none is empty. */
export function cutInParts<T>(items: readonly T[], parts: number): T[][] {
  const cut: T[][] = [];
  const count = Math.min(parts, items.length);
  for (let part = 0; part < count; part++)
    cut.push(items.slice(Math.floor((part * items.length) / count), Math.floor(((part + 1) * items.length) / count)));
  return cut;
}
