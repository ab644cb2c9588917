/**
 * A thread of Node that does tasks, one at a time.
 */
import { parentPort } from "node:worker_threads";
import type { TaskMessage } from "./task-messages.ts";
import { doTask } from "./task-work.ts";

const port = parentPort;
if (!port) throw new Error("task-thread runs as a worker thread only");

port.on("message", (message: TaskMessage) => {
  const { result, moved } = doTask(message);
  port.postMessage(result, moved);
});
