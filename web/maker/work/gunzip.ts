/**
 * gzip unpacked by fflate, as a stream: several texts packed one behind the other are one, as with Node's zlib, and the
 * last one's checksum is looked at. (DecompressionStream takes only the first, and refuses what stands behind it.)
 */
import { Gunzip } from "fflate";
import { crc32 } from "../../../src/lib/crc32.ts";

/** A thousand times as much may come out at once. */
const PIECE = 16_384;
/** Length of a checksum and of the text's length, with which a packed text ends. */
const TRAILER = 8;
/** fflate's number for bytes that are no gzip. */
const NO_GZIP = 6;

/** @throws Error, on the way, for what is broken or breaks off */
export async function* gunzipStream(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let out: Uint8Array[] = [];
  let checksum = 0;
  let tail = new Uint8Array(0);
  let taken = false;
  const gunzip = new Gunzip((chunk) => {
    if (chunk.length === 0) return;
    taken = true;
    checksum = crc32(chunk, checksum);
    out.push(chunk);
  });
  // Of several texts only the last one's checksum is still there to be looked at.
  gunzip.onmember = () => (checksum = 0);
  const take = (piece: Uint8Array, last: boolean): boolean => {
    try {
      gunzip.push(piece, last);
      return true;
    } catch (error) {
      // What stands behind a text and is no gzip is nobody's; zlib passes it over, too.
      if (taken && (error as { readonly code?: number }).code === NO_GZIP) return false;
      throw error;
    }
  };
  let isWhole = true;
  for await (const chunk of bytes) {
    for (let at = 0; isWhole && at < chunk.length; at += PIECE) {
      const piece = new Uint8Array(chunk.subarray(at, at + PIECE));
      isWhole = take(piece, false);
      tail = tailOf(tail, piece);
      yield* out;
      out = [];
    }
    if (!isWhole) break;
  }
  if (!isWhole) return;
  if (!take(new Uint8Array(0), true)) return;
  yield* out;
  const view = new DataView(tail.buffer);
  if (tail.length < TRAILER) throw new Error("unexpected end of file");
  if (view.getUint32(0, true) !== checksum) throw new Error("incorrect data check");
}

function tailOf(before: Uint8Array, piece: Uint8Array): Uint8Array<ArrayBuffer> {
  if (piece.length >= TRAILER) return piece.slice(-TRAILER);
  const both = new Uint8Array(before.length + piece.length);
  both.set(before);
  both.set(piece, before.length);
  return both.slice(-TRAILER);
}
