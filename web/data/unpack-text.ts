/**
 * The text that `packText` put into the page, unpacked beside the page's own thread.
 */
import UnpackWorker from "./unpack-worker.ts?worker&inline";
import { TEXTS } from "../texts.ts";
import { unpackHere } from "./unpack-here.ts";

/** @throws Error with words for the reader. */
export async function unpackText(packed: string): Promise<string> {
  if (typeof DecompressionStream === "undefined") throw new Error(TEXTS.load.oldBrowser);
  const text = await unpackBeside(packed).catch(() => unpackHere(packed));
  if (text === undefined) throw new Error(TEXTS.load.damaged);
  return text;
}

/** Rejects where the browser lets no worker run. */
async function unpackBeside(packed: string): Promise<string | undefined> {
  const worker = new UnpackWorker();
  return new Promise<string | undefined>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<string | undefined>) => resolve(data);
    worker.onerror = reject;
    worker.postMessage(packed);
  }).finally(() => worker.terminate());
}
