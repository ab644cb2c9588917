/**
 * Bytes as they come → bytes of text: gzip is told by its first bytes and unpacked on the way; other packings are named.
 *
 * Everything is a stream. What grows like no text does (a "bomb") ends with an error instead of filling the memory. What
 * unpacks gzip is handed in: Node and browsers have ways of their own.
 */
import { concatBytes } from "../lib/bytes.ts";
import { UsageError } from "../lib/errors.ts";

/** Bytes that a packing is told by: tar has its mark at 257. */
const HEAD = 262;
/** Text shrinks to a tenth, tables of repetitions to a fiftieth; what shrank more than so many times is refused … */
const MAX_GROWTH = 200;
/** … once so many bytes have come out: short texts prove nothing. */
const FREE_BYTES = 16 << 20;

/** Bytes that are unpacked at once: what went in counts before it has come out. */
const PIECE = 1 << 14;

/** zlib's number for a text that breaks off. */
const BUFFER_ERROR = -5;

/** Packings by their first bytes. Those that are read have no title. */
const SIGNATURES: readonly { readonly id: string; readonly at: number; readonly bytes: string }[] = [
  { id: "gzip", at: 0, bytes: "\u001f\u008b" },
  { id: "zip", at: 0, bytes: "PK\u0003\u0004" },
  { id: "zip", at: 0, bytes: "PK\u0005\u0006" },
  { id: "7-Zip", at: 0, bytes: "7z\u00bc\u00af\u0027\u001c" },
  { id: "RAR", at: 0, bytes: "Rar!\u001a\u0007" },
  { id: "xz", at: 0, bytes: "\u00fd7zXZ\0" },
  { id: "bzip2", at: 0, bytes: "BZh" },
  { id: "Zstandard", at: 0, bytes: "\u0028\u00b5\u002f\u00fd" },
  { id: "tar", at: 257, bytes: "ustar" },
];

/** How bytes are packed, told by the first of them: `gzip`, `zip`, `xz` …; undefined for plain ones. */
export function packingOf(head: Uint8Array): string | undefined {
  const text = String.fromCharCode(...head.subarray(0, HEAD));
  return SIGNATURES.find(({ at, bytes }) => text.startsWith(bytes, at))?.id;
}

/** Looks at a stream's first bytes. @returns them (fewer of a shorter stream) and the whole stream. */
export async function peekBytes(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ readonly head: Uint8Array; readonly all: AsyncIterable<Uint8Array> }> {
  const iterator = bytes[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < HEAD) {
    const next = await iterator.next();
    if (next.done) break;
    head = head.length === 0 ? next.value : concatBytes([head, next.value]);
  }
  return { head, all: resume(head, iterator) };
}

async function* resume(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** Unpacks a stream of gzip. @throws what `packingFault` makes words of. */
export type Gunzip = (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

/** The bytes unpacked. @throws UsageError, on the way, for what is packed otherwise, broken, cut off or a bomb. */
export async function* unpacked(bytes: AsyncIterable<Uint8Array>, gunzip: Gunzip): AsyncGenerator<Uint8Array> {
  const { head, all } = await peekBytes(bytes);
  if (packingOf(head) !== "gzip") {
    yield* plainOnly(head, all);
    return;
  }
  const inner = await peekBytes(gunzipped(all, gunzip));
  yield* plainOnly(inner.head, inner.all);
}

async function* plainOnly(head: Uint8Array, all: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const packing = packingOf(head);
  if (packing !== undefined)
    throw new UsageError(
      `packed ${packing === "zip" || packing === "gzip" ? "once more " : ""}by ${packing}, which is not read`,
      "unpack it; .gz and .zip are read as they are",
    );
  yield* all;
}

async function* gunzipped(bytes: AsyncIterable<Uint8Array>, gunzip: Gunzip): AsyncGenerator<Uint8Array> {
  const growth = new Growth();
  try {
    for await (const chunk of gunzip(counted(bytes, growth))) {
      growth.grow(chunk.length);
      yield chunk;
    }
  } catch (error) {
    throw packingFault(error);
  }
}

async function* counted(bytes: AsyncIterable<Uint8Array>, growth: Growth): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes)
    for (let at = 0; at < chunk.length; at += PIECE) {
      const piece = chunk.subarray(at, at + PIECE);
      growth.packed += piece.length;
      yield piece;
    }
}

/** What came out of packed bytes, beside what went in. */
export class Growth {
  private unpacked = 0;

  /** @param packed bytes that went in so far; of an archive all of its bytes. */
  constructor(public packed = 0) {}

  /** @throws UsageError when more has come out than any text would give. */
  grow(bytes: number): void {
    this.unpacked += bytes;
    if (isBomb(this.unpacked, this.packed)) throw bombFault();
  }
}

/** Whether more comes out of packed bytes than any text would give. */
export function isBomb(unpacked: number, packed: number): boolean {
  return unpacked > FREE_BYTES && unpacked > MAX_GROWTH * packed;
}

export function bombFault(): UsageError {
  return new UsageError(
    `unpacks to more than ${MAX_GROWTH} times its size, which no text does; the rest is not read`,
    "unpack it with a program of your own if you trust it, and give the text",
  );
}

/** An error of unpacking in words for the user. */
export function packingFault(error: unknown): UsageError {
  if (error instanceof UsageError) return error;
  const { errno, message } = error as Error & { readonly errno?: number };
  const cut = errno === BUFFER_ERROR || /unexpected end|not enough bytes/i.test(message);
  return new UsageError(
    cut ? "the packed text breaks off; what came before was read" : `the packed text is broken (${message})`,
    "download or copy the file again",
    { cause: error },
  );
}
