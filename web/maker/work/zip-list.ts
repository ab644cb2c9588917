/**
 * The list of a zip archive (APPNOTE 6.3, zip64 included) read from a file of the browser, and its texts unpacked as
 * streams. In Node yauzl does this; `src/unpack/archive.ts` says what is read of it.
 */
import type { ArchiveEntry } from "../../../src/unpack/archive.ts";
import { isLinkMode } from "../../../src/unpack/archive.ts";

const [END_MARK, END64_PLACE_MARK, END64_MARK, ENTRY_MARK] = [0x06054b50, 0x07064b50, 0x06064b50, 0x02014b50];
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const [ENTRY_LENGTH, LOCAL_LENGTH] = [46, 30];
/** Stands for a number that is told in the zip64 part. */
const [NO_16, NO_32] = [0xffff, 0xffffffff];
/** Ids of extra fields: numbers of 64 bits; a name in UTF-8. */
const [EXTRA_ZIP64, EXTRA_NAME] = [1, 0x7075];
const [FLAG_ENCRYPTED, FLAG_UTF8] = [1, 0x800];
const [STORED, DEFLATED] = [0, 8];
/** A list longer than this is no list of texts. */
const LONGEST_LIST = 256 << 20;

/** The upper half of code page 437, in which old archives write their names. */
const CP437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ ";

/** @throws Error, on the way, where the list is broken or cut off */
export async function* listBlob(blob: Blob): AsyncGenerator<ArchiveEntry> {
  const { count, size, offset } = await findList(blob);
  if (size > LONGEST_LIST || offset + size > blob.size) throw new Error("its list lies outside of it");
  const view = await viewOf(blob, offset, offset + size);
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_LENGTH > view.byteLength || view.getUint32(at, true) !== ENTRY_MARK)
      throw new Error("its list breaks off");
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    const end = at + ENTRY_LENGTH + name + extra + comment;
    if (end > view.byteLength) throw new Error("its list breaks off");
    yield entryAt(blob, view, at, name, extra);
    at = end;
  }
}

async function findList(blob: Blob): Promise<{ count: number; size: number; offset: number }> {
  const from = Math.max(0, blob.size - END_LENGTH - LONGEST_COMMENT);
  const view = await viewOf(blob, from, blob.size);
  for (let at = view.byteLength - END_LENGTH; at >= 0; at--) {
    if (view.getUint32(at, true) !== END_MARK) continue;
    if (view.getUint16(at + 20, true) !== view.byteLength - at - END_LENGTH) continue;
    const [count, size, offset] = [view.getUint16(at + 10, true), ...[12, 16].map((p) => view.getUint32(at + p, true))];
    if (count !== NO_16 && size !== NO_32 && offset !== NO_32) return { count, size: size!, offset: offset! };
    return findLongList(blob, from + at);
  }
  throw new Error("its end is missing");
}

/** @param end place of the short end, before which it is told where the long one is */
async function findLongList(blob: Blob, end: number): Promise<{ count: number; size: number; offset: number }> {
  const place = await viewOf(blob, end - 20, end);
  if (place.byteLength < 20 || place.getUint32(0, true) !== END64_PLACE_MARK)
    throw new Error("its long end is missing");
  const at = numberAt(place, 8);
  const view = await viewOf(blob, at, at + 56);
  if (view.byteLength < 56 || view.getUint32(0, true) !== END64_MARK) throw new Error("its long end is broken");
  return { count: numberAt(view, 32), size: numberAt(view, 40), offset: numberAt(view, 48) };
}

function entryAt(blob: Blob, view: DataView, at: number, nameLength: number, extraLength: number): ArchiveEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const nameBytes = new Uint8Array(view.buffer, view.byteOffset + at + ENTRY_LENGTH, nameLength);
  const extras = extrasOf(new DataView(view.buffer, view.byteOffset + at + ENTRY_LENGTH + nameLength, extraLength));
  let [size, packed, offset] = [24, 20, 42].map((place) => view.getUint32(at + place, true)) as [
    number,
    number,
    number,
  ];
  const long = extras.get(EXTRA_ZIP64);
  let next = 0;
  const longNumber = (short: number): number => {
    if (short !== NO_32) return short;
    if (!long || next + 8 > long.byteLength) throw new Error("a long number is missing");
    next += 8;
    return numberAt(long, next - 8);
  };
  [size, packed, offset] = [longNumber(size), longNumber(packed), longNumber(offset)];
  const path = nameOf(nameBytes, (flags & FLAG_UTF8) !== 0, extras.get(EXTRA_NAME)).replaceAll("\\", "/");
  if (/^([a-z]:|\/)/i.test(path) || path.split("/").includes("..")) throw new Error(`a name leads out of it: ${path}`);
  return {
    path,
    isLink: isLinkMode(view.getUint32(at + 38, true)),
    isEncrypted: (flags & FLAG_ENCRYPTED) !== 0,
    ...(method !== STORED && method !== DEFLATED && { unknownMethod: method }),
    crc32: view.getUint32(at + 16, true),
    packedSize: packed,
    size,
    open: () => unpackedBytes(blob, { offset, packed, size, method }),
  };
}

interface Place {
  readonly offset: number;
  readonly packed: number;
  readonly size: number;
  readonly method: number;
}

async function* unpackedBytes(blob: Blob, { offset, packed, size, method }: Place): AsyncGenerator<Uint8Array> {
  const local = await viewOf(blob, offset, offset + LOCAL_LENGTH);
  if (local.byteLength < LOCAL_LENGTH) throw new Error("unexpected end of file");
  const from = offset + LOCAL_LENGTH + local.getUint16(26, true) + local.getUint16(28, true);
  if (from + packed > blob.size) throw new Error("unexpected end of file");
  const bytes = blob.slice(from, from + packed).stream();
  const stream = method === STORED ? bytes : bytes.pipeThrough(new DecompressionStream("deflate-raw"));
  let length = 0;
  for await (const chunk of chunksOf(stream)) {
    if ((length += chunk.length) > size) throw new Error("too many bytes in the stream");
    yield chunk;
  }
  if (length < size) throw new Error("not enough bytes in the stream");
}

/** Not every browser lets a stream be gone through by `for await`. */
export async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function extrasOf(view: DataView): Map<number, DataView> {
  const extras = new Map<number, DataView>();
  for (let at = 0; at + 4 <= view.byteLength;) {
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > view.byteLength) break;
    extras.set(view.getUint16(at, true), new DataView(view.buffer, view.byteOffset + at + 4, length));
    at += 4 + length;
  }
  return extras;
}

/** The name in UTF-8 of an extra field holds; its checksum of the other name is not asked for. */
function nameOf(bytes: Uint8Array, isUtf8: boolean, extra: DataView | undefined): string {
  if (extra && extra.byteLength > 5 && extra.getUint8(0) === 1)
    return new TextDecoder().decode(new Uint8Array(extra.buffer, extra.byteOffset + 5, extra.byteLength - 5));
  if (isUtf8) return new TextDecoder().decode(bytes);
  return Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : CP437[byte - 128])).join("");
}

/** Of 64 bits; of more than 53 nothing as large is there. */
function numberAt(view: DataView, at: number): number {
  return view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);
}

async function viewOf(blob: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await blob.slice(Math.max(0, from), to).arrayBuffer());
}
