/**
 * Bytes of a zip archive as yauzl asks for them, read block by block: the list of an archive is many small pieces one
 * behind the other, and so are small texts. A call of the system for each would be most of the time.
 *
 * The file is opened for each block, so that a folder may hold more archives than a process may have files open.
 */
import { closeSync, openSync, readSync, statSync } from "node:fs";
import process from "node:process";
import { Readable } from "node:stream";
import { RandomAccessReader } from "yauzl";

const BLOCK = 1 << 18;
/** Of what is unpacked as a stream: a thousand times as much may come out of a piece at once. */
const PIECE = 1 << 14;

/** Of all archives only the one that was read last keeps its block. */
let last: { readonly of: ZipBytes; readonly block: Buffer; readonly at: number } | undefined;

export class ZipBytes extends RandomAccessReader {
  readonly size: number;

  /** @param source path of the archive, or all of its bytes. @throws what looking at a file throws. */
  constructor(private readonly source: string | Buffer) {
    super();
    this.size = typeof source === "string" ? statSync(source).size : source.length;
  }

  /** @throws Error when the file is shorter than it was, or gone. */
  bytes(start: number, end: number): Buffer {
    if (end > this.size) throw new Error("unexpected end of file");
    if (typeof this.source !== "string") return this.source.subarray(start, end);
    if (last?.of !== this || start < last.at || end > last.at + last.block.length)
      last = {
        of: this,
        at: start,
        block: blockOf(this.source, start, Math.min(Math.max(BLOCK, end - start), this.size - start)),
      };
    return last.block.subarray(start - last.at, end - last.at);
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    let fault: Error | null = null;
    try {
      this.bytes(position, position + length).copy(buffer, offset);
    } catch (error) {
      fault = error as Error;
    }
    process.nextTick(callback, fault);
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.pieces(start, end));
  }

  private *pieces(start: number, end: number): Generator<Buffer> {
    for (let at = start; at < end; at += PIECE) yield Buffer.from(this.bytes(at, Math.min(end, at + PIECE)));
  }
}

function blockOf(path: string, start: number, length: number): Buffer {
  const file = openSync(path, "r");
  try {
    const block = Buffer.allocUnsafe(length);
    for (let filled = 0; filled < length;) {
      const got = readSync(file, block, filled, length - filled, start + filled);
      if (got === 0) throw new Error("unexpected end of file");
      filled += got;
    }
    return block;
  } finally {
    closeSync(file);
  }
}
