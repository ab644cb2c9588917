/**
 * A thread of its own: takes a packed text, answers with the text, and is done.
 */
import { unpackHere } from "./unpack-here.ts";

onmessage = ({ data }: MessageEvent<string>) => {
  void unpackHere(data).then((text) => postMessage(text));
};
