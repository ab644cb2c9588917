/**
 * The tasks of the graph stage: what a thread must know to do them.
 */
import type { Task } from "../lib/task.ts";
import { LOUVAIN_RUNS } from "./communities/louvain-runs.ts";
import { LAY_DISC } from "./layout/disc-layout.ts";

export const GRAPH_TASKS: readonly Task<never, unknown>[] = [LOUVAIN_RUNS, LAY_DISC];
