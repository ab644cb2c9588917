/**
 * A long text inside a page: gzip, then base64. A third of the bytes, and a browser unpacks it beside its main thread.
 *
 * Packed by fflate and not by Node's zlib, whose bytes differ from processor to processor and from version to version.
 */
import { Gzip } from "fflate";
import { base64Of, concatBytes } from "../lib/bytes.ts";

/** fflate's 4: twice as fast as 6, and 5 % larger. */
const LEVEL = 4;
/** Bytes handed to the packer at a time; what it writes depends on where they are cut. */
const PIECE = 65_536;

/** Packs a text as it comes: the same letters for any cut of it. */
export class TextPacker {
  private readonly packed: Uint8Array[] = [];
  private readonly gzip = new Gzip({ level: LEVEL, mtime: 0 }, (bytes) => this.packed.push(bytes));
  private readonly piece = new Uint8Array(PIECE);
  private filled = 0;
  /** Every three bytes are four letters: what is left over waits for more. */
  private rest: Uint8Array = new Uint8Array(0);

  /**
   * @param bytes of the text in UTF-8, cut anywhere.
   * @returns the letters of base64 that are sure by now.
   */
  push(bytes: Uint8Array): string {
    for (let at = 0; at < bytes.length;) {
      // The last piece is told apart: a full one waits until more follows.
      if (this.filled === PIECE) this.pack(false);
      const end = Math.min(bytes.length, at + PIECE - this.filled);
      this.piece.set(bytes.subarray(at, end), this.filled);
      this.filled += end - at;
      at = end;
    }
    return this.take();
  }

  /** @returns the last letters. */
  end(): string {
    this.pack(true);
    return this.take() + base64Of(this.rest);
  }

  private pack(last: boolean): void {
    this.gzip.push(this.piece.subarray(0, this.filled), last);
    this.filled = 0;
  }

  private take(): string {
    if (this.packed.length === 0) return "";
    const bytes = concatBytes([this.rest, ...this.packed.splice(0)]);
    const whole = bytes.length - (bytes.length % 3);
    this.rest = bytes.slice(whole);
    return base64Of(bytes.subarray(0, whole));
  }
}

/**
 * Yields the base64 text in pieces: the same text for any cut of the chunks.
 *
 * @param chunks cut between letters, not inside a surrogate pair.
 */
export function* packText(chunks: Iterable<string>): Generator<string> {
  const packer = new TextPacker();
  const encoder = new TextEncoder();
  for (const text of joined(chunks)) yield packer.push(encoder.encode(text));
  yield packer.end();
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
