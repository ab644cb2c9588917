/**
 * A packing thread: JSON in UTF-8 in, base64 out, as `packText` in `src/export` gives it.
 */
import { parentPort } from "node:worker_threads";
import { inScript } from "../export/map.ts";
import { TextPacker } from "../export/packed-text.ts";
import type { PackJob, PackResult } from "./pack-messages.ts";

const port = parentPort;
if (!port) throw new Error("pack-thread runs as a worker thread only");
const packer = new TextPacker();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

port.on("message", ({ bytes }: PackJob) => {
  const text = decoder.decode(bytes, { stream: bytes !== undefined });
  const letters = packer.push(Buffer.from(inScript(text), "latin1"));
  const packed = new Uint8Array(Buffer.from(bytes === undefined ? letters + packer.end() : letters, "latin1"));
  const result: PackResult = { packed, taken: bytes?.length ?? 0, ended: bytes === undefined };
  port.postMessage(result, [packed.buffer]);
});
