/**
 * A long text inside a page: gzip, then base64. A third of the bytes, and a browser unpacks it beside its main thread.
 *
 * Packed by fflate and not by Node's zlib, whose bytes differ from processor to processor and from version to version.
 */
import { Gzip } from "fflate";

/** fflate's 4: twice as fast as 6, and 5 % larger. */
const LEVEL = 4;
/** Bytes handed to the packer at a time; what it writes depends on where they are cut. */
const PIECE = 65_536;

/**
 * Yields the base64 text in pieces: the same text for any cut of the chunks.
 *
 * @param chunks cut between letters, not inside a surrogate pair.
 */
export function* packText(chunks: Iterable<string>): Generator<string> {
  const packed: Uint8Array[] = [];
  const gzip = new Gzip({ level: LEVEL, mtime: 0 }, (bytes) => packed.push(bytes));
  // Every three bytes are four letters: what is left over waits for the next piece.
  let rest = Buffer.alloc(0);
  const take = (): string => {
    const bytes = Buffer.concat([rest, ...packed.splice(0)]);
    const whole = bytes.length - (bytes.length % 3);
    rest = bytes.subarray(whole);
    return bytes.toString("base64", 0, whole);
  };
  for (const { bytes, last } of pieces(chunks)) {
    gzip.push(bytes, last);
    yield take();
  }
  yield rest.toString("base64");
}

/** UTF-8 in pieces of one length, the last one shorter or as long. */
function* pieces(chunks: Iterable<string>): Generator<{ readonly bytes: Uint8Array; readonly last: boolean }> {
  let waiting = Buffer.alloc(0);
  for (const text of joined(chunks)) {
    waiting = Buffer.concat([waiting, Buffer.from(text)]);
    let at = 0;
    for (; at + PIECE < waiting.length; at += PIECE) yield { bytes: waiting.subarray(at, at + PIECE), last: false };
    waiting = waiting.subarray(at);
  }
  yield { bytes: waiting, last: true };
}

/** Few long texts for many short ones. */
function* joined(chunks: Iterable<string>): Generator<string> {
  let text = "";
  for (const chunk of chunks) {
    text += chunk;
    if (text.length < PIECE) continue;
    yield text;
    text = "";
  }
  yield text;
}
