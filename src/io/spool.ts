/**
 * A list that is written once and read several times, from its beginning: in memory while it is short, in a file of the
 * system's temporary folder when it grows.
 */
import { createReadStream } from "node:fs";
import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const IN_MEMORY = 10_000;

export class Spool<T> {
  private waiting: T[] = [];
  private folder: string | undefined;
  private file: FileHandle | undefined;

  /** @param inMemory items that are kept in memory, and that are written at once. */
  constructor(private readonly inMemory = IN_MEMORY) {}

  async add(item: T): Promise<void> {
    this.waiting.push(item);
    if (this.waiting.length >= this.inMemory) await this.flush();
  }

  /** The items in the order in which they were added. Nothing is added while they are read. */
  async *items(): AsyncGenerator<T> {
    if (this.folder !== undefined) {
      const lines = createInterface({ input: createReadStream(this.path(this.folder)), crlfDelay: Infinity });
      for await (const line of lines) yield JSON.parse(line) as T;
    }
    yield* this.waiting;
  }

  async close(): Promise<void> {
    await this.file?.close();
    if (this.folder !== undefined) await rm(this.folder, { recursive: true, force: true });
  }

  private path(folder: string): string {
    return join(folder, "records.jsonl");
  }

  private async flush(): Promise<void> {
    this.folder ??= await mkdtemp(join(tmpdir(), "paperweave-"));
    this.file ??= await open(this.path(this.folder), "w");
    // U+2028 would end a line for the reader of lines.
    const text = this.waiting.map((item) => `${JSON.stringify(item).replace(/[\u0085\u2028\u2029]/g, escaped)}\n`);
    await this.file.appendFile(text.join(""));
    this.waiting = [];
  }
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
