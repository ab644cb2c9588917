/**
 * Zip archives: the texts in them as streams, one by one, named `archive.zip/inner.bib`.
 *
 * The list at the archive's end is read first, the texts when they are asked for.
 */
import { inflateRawSync } from "node:zlib";
import { type Entry, fromRandomAccessReaderPromise, type ZipFile } from "yauzl";
import { type ArchiveEntry, chooseInArchive, isLinkMode, type ZipListing } from "../unpack/archive.ts";
import type { NameRule } from "../unpack/name-rule.ts";
import { nextTurn } from "./next-turn.ts";
import { ZipBytes } from "./zip-bytes.ts";

/** Texts up to this size, packed and unpacked, are unpacked at once: a stream for each costs more than all the rest. */
const SMALL = 1 << 18;
const DEFLATED = 8;

/**
 * The files of an archive that are read: see `chooseInArchive`.
 *
 * @param archive name of the archive, for the names of its files.
 * @param source its path, or its bytes.
 * @param inner the one file that is wanted; undefined for all readable ones.
 */
export async function listZip(
  archive: string,
  source: string | Buffer,
  rule: NameRule,
  inner?: string,
): Promise<ZipListing> {
  const bytes = new ZipBytes(source);
  async function* entries(): AsyncGenerator<ArchiveEntry> {
    const zip = await fromRandomAccessReaderPromise(bytes, bytes.size, { autoClose: false });
    for await (const entry of zip.eachEntry()) yield entryOf(zip, entry, bytes);
  }
  return chooseInArchive(archive, entries, () => bytes.size, rule, inner);
}

function entryOf(zip: ZipFile, entry: Entry, bytes: ZipBytes): ArchiveEntry {
  const isEncrypted = entry.isEncrypted();
  const { compressedSize, uncompressedSize } = entry;
  return {
    path: entry.fileName,
    isLink: isLinkMode(entry.externalFileAttributes),
    isEncrypted,
    ...(!isEncrypted && !entry.canDecodeFileData() && { unknownMethod: entry.compressionMethod }),
    crc32: entry.crc32,
    packedSize: compressedSize,
    size: uncompressedSize,
    open: () =>
      Math.max(compressedSize, uncompressedSize) <= SMALL
        ? unpackedAtOnce(zip, entry, bytes)
        : unpackedBytes(zip, entry),
  };
}

async function* unpackedBytes(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  for await (const chunk of await zip.openReadStreamPromise(entry)) yield chunk as Uint8Array;
}

async function* unpackedAtOnce(zip: ZipFile, entry: Entry, bytes: ZipBytes): AsyncGenerator<Uint8Array> {
  // Signals are heard between two texts.
  await nextTurn();
  const { fileDataStart: start } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed = bytes.bytes(start, start + entry.compressedSize);
  const whole = entry.compressionMethod === DEFLATED ? inflateRawSync(packed, { maxOutputLength: SMALL }) : packed;
  if (whole.length !== entry.uncompressedSize)
    throw new Error(`${whole.length} bytes for the ${entry.uncompressedSize} that the list names`);
  if (whole.length > 0) yield Uint8Array.from(whole);
}
