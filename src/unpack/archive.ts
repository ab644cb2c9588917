/**
 * What is read of a zip archive: which of its files, and what is said of the others. Who lists the archive and unpacks
 * its files is handed in: Node and browsers have ways of their own.
 */
import type { Problem } from "../domain/staged.ts";
import { crc32 } from "../lib/crc32.ts";
import { UsageError } from "../lib/errors.ts";
import { byKey } from "../lib/order.ts";
import { isPassedOver, type NameRule, nothingFound, passedOver } from "./name-rule.ts";
import { bombFault, Growth, isBomb, packingFault } from "./packing.ts";

/** A file of an archive as its list tells it. */
export interface ArchiveEntry {
  /** With folders, `/` between them. */
  readonly path: string;
  readonly isLink: boolean;
  readonly isEncrypted: boolean;
  /** Number of the method that it is packed by; undefined: one that can be unpacked. */
  readonly unknownMethod?: number;
  readonly crc32: number;
  /** Bytes as they stand in the archive, and those that its list says come out of them. */
  readonly packedSize: number;
  readonly size: number;
  /** As it was before it was packed. */
  open(): AsyncIterable<Uint8Array>;
}

interface PackedFile {
  /** `archive.zip/folder/inner.bib` */
  readonly file: string;
  /** As they were before they were packed. @throws UsageError, on the way, when they cannot be unpacked. */
  readonly bytes: () => AsyncIterable<Uint8Array>;
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

/** @param attributes as the list of an archive holds them: a Unix mode in the upper half */
export function isLinkMode(attributes: number): boolean {
  return ((attributes >>> 16) & FILE_KIND) === LINK;
}

/**
 * The files of an archive that are read: those a folder would be searched for, or the one that is named.
 *
 * @param archive its name, for the names of its files
 * @param list its entries in their order; an error thrown on the way says that the archive is broken
 * @param size bytes of all of it
 * @param inner the one file that is wanted; undefined for all readable ones
 */
export async function chooseInArchive(
  archive: string,
  list: () => AsyncIterable<ArchiveEntry>,
  size: () => number,
  rule: NameRule,
  inner?: string,
): Promise<ZipListing> {
  const problems: Problem[] = [];
  const found: ArchiveEntry[] = [];
  const skipped: string[] = [];
  try {
    for await (const entry of list()) {
      const { path } = entry;
      if (OFFICE.test(path)) return { files: [], problems: [officeDocument(archive)] };
      if (path.endsWith("/") || entry.isLink) continue;
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
  const growth = new Growth(size());
  const unpackable = found.filter((entry) => !isBomb(entry.size, entry.packedSize));
  if (
    isBomb(
      unpackable.reduce((sum, entry) => sum + entry.size, 0),
      size(),
    )
  )
    return { files: [], problems: [...problems, unreadable(archive, bombFault())] };
  const files: PackedFile[] = [];
  for (const entry of found) {
    const file = `${archive}/${entry.path}`.replace(/\p{Cc}/gu, "�");
    if (entry.isEncrypted) problems.push(trouble(file, "encrypted", "unpack the archive with its password first"));
    else if (entry.unknownMethod !== undefined)
      problems.push(trouble(file, `packed by zip's method ${entry.unknownMethod}`, "unpack it, or pack it again"));
    else if (isBomb(entry.size, entry.packedSize)) problems.push(unreadable(file, bombFault()));
    else files.push({ file, bytes: () => checkedBytes(entry, growth) });
  }
  return { files: files.sort(byKey(({ file }) => file)), problems };
}

async function* checkedBytes(entry: ArchiveEntry, growth: Growth): AsyncGenerator<Uint8Array> {
  let checksum = 0;
  try {
    growth.grow(0);
    for await (const bytes of entry.open()) {
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

function unreadable(file: string, { message, hint = "" }: UsageError): Problem {
  return trouble(file, message, hint);
}

function trouble(file: string, message: string, hint: string): Problem {
  return { code: "input/unreadable", severity: "error", message, hint, where: { file, line: 1 } };
}
