/**
 * Zip archives: the texts in them as streams, one by one, named `archive.zip/inner.bib`.
 *
 * The list at the archive's end is read first, the texts when they are asked for.
 */
import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from "yauzl";
import type { Problem } from "../domain/staged.ts";
import { UsageError } from "../lib/errors.ts";
import { byKey } from "../lib/order.ts";
import { Growth, packingFault } from "./compressed.ts";
import { isPassedOver, type NameRule, nothingFound, passedOver } from "./find-files.ts";

interface PackedFile {
  /** `archive.zip/folder/inner.bib` */
  readonly file: string;
  /** As they were before they were packed. @throws UsageError, on the way, when they cannot be unpacked. */
  bytes(): AsyncIterable<Uint8Array>;
}

export interface ZipListing {
  /** In code-point order of their names. */
  readonly files: readonly PackedFile[];
  readonly problems: readonly Problem[];
}

/** Files of which one says that the archive is a document of an office program or an e-book. */
const OFFICE = /^(\[Content_Types\]\.xml|mimetype|META-INF\/container\.xml|Index\/Document\.iwa)$/;
/** Bits of a Unix mode that say what a file is, and the value for a link. */
const [FILE_KIND, LINK] = [0o170000, 0o120000];

/**
 * The files of an archive that are read: those a folder would be searched for, or the one that is named.
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
  const problems: Problem[] = [];
  const found: Entry[] = [];
  const skipped: string[] = [];
  let zip: ZipFile;
  try {
    zip = await (typeof source === "string" ? openPromise(source, { autoClose: false }) : fromBufferPromise(source));
    for await (const entry of zip.eachEntry()) {
      if (OFFICE.test(entry.fileName)) return { files: [], problems: [officeDocument(archive)] };
      if (entry.fileName.endsWith("/") || isLink(entry)) continue;
      const path = entry.fileName;
      const name = path.slice(path.lastIndexOf("/") + 1);
      if (inner === undefined ? rule.isReadable(name) && !isPassedOver(path) : path === inner) found.push(entry);
      else if (!isPassedOver(path)) skipped.push(name);
    }
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    const problem = trouble(archive, `the zip archive is broken or cut off (${fault})`, "download or copy it again");
    return { files: [], problems: [problem] };
  }
  if (inner === undefined && skipped.length > 0) problems.push(passedOver(archive, skipped, rule.hint));
  if (found.length === 0)
    problems.push(
      inner === undefined
        ? nothingFound(archive, "no readable file in this archive", rule.hint)
        : trouble(`${archive}/${inner}`, "no such file in the archive", "check the name"),
    );
  // The size stands in for what went in: entries that share their bytes cannot hide how much they grow.
  const growth = new Growth(zip.fileSize);
  const files: PackedFile[] = [];
  for (const entry of found) {
    const file = `${archive}/${entry.fileName}`.replace(/\p{Cc}/gu, "�");
    if (entry.isEncrypted()) problems.push(trouble(file, "encrypted", "unpack the archive with its password first"));
    else if (!entry.canDecodeFileData())
      problems.push(trouble(file, `packed by zip's method ${entry.compressionMethod}`, "unpack it, or pack it again"));
    else files.push({ file, bytes: () => closing(bytesOf(zip, entry, growth)) });
  }
  let open = files.length;
  if (open === 0) zip.close();
  async function* closing(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      yield* bytes;
    } finally {
      if (--open === 0) zip.close();
    }
  }
  return { files: files.sort(byKey(({ file }) => file)), problems };
}

async function* bytesOf(zip: ZipFile, entry: Entry, growth: Growth): AsyncGenerator<Uint8Array> {
  let checksum = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      const bytes = chunk as Uint8Array;
      growth.grow(bytes.length);
      checksum = crc32(bytes, checksum);
      yield bytes;
    }
  } catch (error) {
    throw packingFault(error);
  }
  if (checksum !== entry.crc32)
    throw new UsageError("the text's checksum is wrong: some of it was changed", "download or copy the file again");
}

function isLink({ externalFileAttributes }: Entry): boolean {
  return ((externalFileAttributes >>> 16) & FILE_KIND) === LINK;
}

function officeDocument(file: string): Problem {
  const message = "this looks like an office document or an e-book, which is not read";
  return {
    code: "input/format",
    severity: "error",
    message,
    hint: "save it as CSV or as text",
    where: { file, line: 1 },
  };
}

function trouble(file: string, message: string, hint: string): Problem {
  return { code: "input/unreadable", severity: "error", message, hint, where: { file, line: 1 } };
}
