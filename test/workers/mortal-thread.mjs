/** A thread that works on shards and ends with the first text that asks for it. */
import { parentPort } from "node:worker_threads";

const listen = parentPort.on.bind(parentPort);
parentPort.on = (name, listener) =>
  listen(name, (message) => {
    if (message.phase === "tag" && JSON.stringify(message.texts).includes("end this thread")) process.exit(3);
    listener(message);
  });
await import("../../src/dev/repo/thread-from-source.mjs");
