/**
 * gzip unpacked by Node's zlib, as a stream.
 */
import { Readable, pipeline } from "node:stream";
import { createGunzip } from "node:zlib";

/** @throws zlib's errors, on the way. */
export async function* gunzipStream(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  // Errors of the source come out of the stream it is piped into.
  // No more than a piece is read ahead: what went in counts before it has come out.
  pipeline(Readable.from(bytes, { highWaterMark: 1 }), gunzip, () => undefined);
  for await (const chunk of gunzip) yield chunk as Uint8Array;
}
