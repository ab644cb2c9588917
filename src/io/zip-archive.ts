/**
 * Zip archives: the texts in them as streams, one by one, named `archive.zip/inner.bib`.
 *
 * The list at the archive's end is read first, the texts when they are asked for.
 */
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from "yauzl";
import { type ArchiveEntry, chooseInArchive, isLinkMode, type ZipListing } from "../unpack/archive.ts";
import type { NameRule } from "../unpack/name-rule.ts";

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
  let zip: ZipFile | undefined;
  async function* entries(): AsyncGenerator<ArchiveEntry> {
    zip = await (typeof source === "string" ? openPromise(source, { autoClose: false }) : fromBufferPromise(source));
    for await (const entry of zip.eachEntry()) yield entryOf(zip, entry);
  }
  const { files, problems } = await chooseInArchive(archive, entries, () => zip?.fileSize ?? 0, rule, inner);
  let open = files.length;
  if (open === 0) zip?.close();
  async function* closing(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      yield* bytes;
    } finally {
      if (--open === 0) zip?.close();
    }
  }
  return { files: files.map(({ file, bytes }) => ({ file, bytes: () => closing(bytes()) })), problems };
}

function entryOf(zip: ZipFile, entry: Entry): ArchiveEntry {
  const isEncrypted = entry.isEncrypted();
  return {
    path: entry.fileName,
    isLink: isLinkMode(entry.externalFileAttributes),
    isEncrypted,
    ...(!isEncrypted && !entry.canDecodeFileData() && { unknownMethod: entry.compressionMethod }),
    crc32: entry.crc32,
    open: () => unpackedBytes(zip, entry),
  };
}

async function* unpackedBytes(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  for await (const chunk of await zip.openReadStreamPromise(entry)) yield chunk as Uint8Array;
}
