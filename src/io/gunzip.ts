/**
 * gzip unpacked by Node's zlib, as a stream.
 */
import { createGunzip } from "node:zlib";

/**
 * Piece by piece: nothing goes in before all has come out of what went in. zlib gives nothing of a piece in which it finds a
 * fault, so that pieces should be small.
 *
 * @throws zlib's errors, on the way, behind what came out before.
 */
export async function* gunzipStream(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const out: Uint8Array[] = [];
  const failures: Error[] = [];
  // Taken when it is there: a stream that fails drops what nobody has taken.
  gunzip.on("data", (chunk: Uint8Array) => out.push(chunk)).on("error", (error) => failures.push(error));
  const ended = new Promise<void>((resolve) => gunzip.on("close", resolve));
  try {
    for await (const piece of bytes) {
      // A stream that fails calls nobody back.
      await Promise.race([ended, new Promise<void>((resolve) => gunzip.write(piece, () => resolve()))]);
      yield* out.splice(0);
      if (failures.length > 0) break;
    }
    if (failures.length === 0) gunzip.end();
    await ended;
    yield* out.splice(0);
  } finally {
    gunzip.destroy();
  }
  if (failures[0]) throw failures[0];
}
