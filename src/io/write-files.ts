/**
 * Writes files: hashed as they are written, flushed to disk side by side.
 */
import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import type { WrittenFile } from "../contract/run-record.ts";
import { PackedPage } from "../export/map.ts";
import type { Packer } from "./packer.ts";

/** File name → its chunks; bytes are written as they are. */
export type OutputFiles = Readonly<Record<string, Iterable<string | Uint8Array>>>;

/**
 * Returns when all of it is on the disk.
 *
 * @param startPacker packs beside this thread: a page then gets what it packs of another file while that is written.
 * @throws the first fault, once nothing is being written any more.
 */
export async function writeFiles(
  folder: string,
  files: OutputFiles,
  startPacker?: () => Packer,
): Promise<Readonly<Record<string, WrittenFile>>> {
  const writers = new Map<string, FileWriter>();
  const into = async (name: string, write: (file: FileWriter) => Promise<void>): Promise<void> => {
    const file = await FileWriter.open(join(folder, name));
    writers.set(name, file);
    await write(file);
    await file.end();
  };
  const pair = startPacker && packedPair(files);
  const packer = pair && startPacker();
  try {
    const tasks: Promise<void>[] = [];
    if (pair && packer) {
      tasks.push(into(pair.page, async (file) => file.writePage(pair.content, packer)));
      tasks.push(into(pair.packs, async (file) => file.writePacked(files[pair.packs]!, packer)));
    }
    const rest = Object.entries(files).filter(([name]) => name !== pair?.page && name !== pair?.packs);
    tasks.push(inTurn(rest, async ([name, chunks]) => into(name, async (file) => file.write(chunks))));
    await settled(tasks, async () => packer?.stop());
    await Promise.all(Array.from(writers.values(), async (file) => file.flushed()));
  } finally {
    await Promise.all(Array.from(writers.values(), async (file) => file.close()));
    await packer?.stop();
  }
  return Object.fromEntries(Object.keys(files).map((name) => [name, writers.get(name)!.written()]));
}

/** The page that packs another file of the set, if there is one. */
function packedPair(files: OutputFiles): { page: string; content: PackedPage; packs: string } | undefined {
  for (const [page, content] of Object.entries(files))
    if (content instanceof PackedPage && content.packs in files) return { page, content, packs: content.packs };
  return undefined;
}

async function inTurn<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (const item of items) await work(item);
}

/** Waits for all of them, also when one fails. @throws the first fault. */
async function settled(tasks: readonly Promise<void>[], onFault: () => Promise<void>): Promise<void> {
  const faults: unknown[] = [];
  await Promise.all(
    tasks.map(async (task) => {
      try {
        await task;
      } catch (fault) {
        faults.push(fault);
        await onFault();
      }
    }),
  );
  if (faults.length > 0) throw faults[0];
}

/** UTF-16 units that are written at a time. */
const BATCH = 2 ** 20;

class FileWriter {
  private readonly file: FileHandle;
  private readonly hash = createHash("sha256");
  private bytes = 0;
  private digest = "";
  private flushing: Promise<void> | undefined;
  /** One for all batches: a unit of UTF-16 takes three bytes at most. */
  private buffer = Buffer.allocUnsafeSlow(3 * BATCH);

  private constructor(file: FileHandle) {
    this.file = file;
  }

  static async open(path: string): Promise<FileWriter> {
    return new FileWriter(await open(path, "w"));
  }

  /** @param alsoTo is handed what has been written; it is overwritten once that settles. */
  async write(chunks: Iterable<string | Uint8Array>, alsoTo?: (bytes: Uint8Array) => Promise<void>): Promise<void> {
    let batch: string[] = [];
    let length = 0;
    const flush = async (): Promise<void> => {
      if (3 * length > this.buffer.length) this.buffer = Buffer.allocUnsafeSlow(3 * length);
      const bytes = this.buffer.subarray(0, this.buffer.write(batch.join(""), "utf8"));
      [batch, length] = [[], 0];
      await this.writeBytes(bytes);
      await alsoTo?.(bytes);
    };
    for (const chunk of chunks) {
      if (typeof chunk !== "string") {
        await flush();
        await this.writeBytes(chunk);
        await alsoTo?.(chunk);
        continue;
      }
      batch.push(chunk);
      length += chunk.length;
      if (length >= BATCH) await flush();
    }
    await flush();
  }

  /** Writes a file that a page packs. */
  async writePacked(chunks: Iterable<string | Uint8Array>, packer: Packer): Promise<void> {
    await this.write(chunks, packer.push);
    packer.end();
  }

  /** Writes that page. */
  async writePage({ before, after }: PackedPage, packer: Packer): Promise<void> {
    await this.write(before);
    for await (const bytes of packer.packed) await this.writeBytes(bytes);
    await this.write([after]);
  }

  private async writeBytes(bytes: Uint8Array): Promise<void> {
    this.hash.update(bytes);
    this.bytes += bytes.length;
    for (let at = 0; at < bytes.length;) at += (await this.file.write(bytes, at)).bytesWritten;
  }

  /** All has been written: flushing begins, and others may be written meanwhile. */
  async end(): Promise<void> {
    this.digest = this.hash.digest("hex");
    this.buffer = Buffer.alloc(0);
    this.flushing = this.file.sync();
    // Told by `flushed`; until then nobody listens.
    this.flushing.catch(() => undefined);
    return Promise.resolve();
  }

  /** Settles when the file is on the disk. */
  async flushed(): Promise<void> {
    await this.flushing;
  }

  async close(): Promise<void> {
    await this.flushing?.catch(() => undefined);
    await this.file.close();
  }

  written(): WrittenFile {
    return { bytes: this.bytes, sha256: this.digest };
  }
}
